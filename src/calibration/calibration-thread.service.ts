import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { measure, type Measured } from '../domain/calibration/measure.js';
import type { Feed } from './calibration.store.js';

const WORKER = new URL('./calibration-worker.js', import.meta.url);

export type MeasuringAnswer = { readonly measured: Measured } | { readonly error: string };

/** Computes in a thread beside the server's: years of scores take seconds, in which requests go on. Run from source there is no worker file, and it computes here. */
@Injectable()
export class CalibrationThread {
  measure(feed: Feed): Promise<Measured> {
    if (!existsSync(WORKER)) return Promise.resolve(measure(feed.cards, feed.rubrics));
    return new Promise((done, fail) => {
      const worker = new Worker(WORKER, { workerData: feed });
      worker.once('message', (answer: MeasuringAnswer) => {
        if ('measured' in answer) done(answer.measured);
        else fail(new Error(`agreement and severity could not be computed: ${answer.error}`));
      });
      worker.once('error', fail);
      worker.once('exit', () => fail(new Error('the measuring thread ended')));
    });
  }
}
