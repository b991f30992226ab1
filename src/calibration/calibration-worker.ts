import { parentPort, workerData } from 'node:worker_threads';
import { measure } from '../domain/calibration/measure.js';
import type { MeasuringAnswer } from './calibration-thread.service.js';
import type { Feed } from './calibration.store.js';

/** One computation and an end. */
function answer(): MeasuringAnswer {
  try {
    const { cards, rubrics } = workerData as Feed;
    return { measured: measure(cards, rubrics) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(answer());
