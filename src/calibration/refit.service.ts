import { Injectable, type OnModuleInit } from '@nestjs/common';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import { CALIBRATION_ENGINE } from '../domain/calibration/measure.js';
import { JobHandlers, type Recording } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { PeriodicJobs } from '../outbox/periodic-jobs.service.js';
import { Clock } from '../platform/clock.js';
import { CalibrationStore } from './calibration.store.js';
import { CalibrationThread } from './calibration-thread.service.js';

const REFIT = jobKind('calibration.refit');
const HOUR = 3_600_000;

/** Once an hour computes agreement and severity anew where a debrief was closed, or opened again, since. Never in a request. */
@Injectable()
export class Refit implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly periodic: PeriodicJobs,
    private readonly store: CalibrationStore,
    private readonly thread: CalibrationThread,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.outside(REFIT, () => this.refit());
    this.periodic.register(REFIT, HOUR);
  }

  private async refit(): Promise<Recording> {
    const feed = await this.store.feed();
    const inputHash = sha256Hex(canonicalJson(feed));
    const last = await this.store.last();
    if (last?.inputHash === inputHash && last.engine === CALIBRATION_ENGINE) return () => Promise.resolve();
    const measured = await this.thread.measure(feed);
    return (tx) => this.store.replace(tx, feed, inputHash, measured, this.clock.now());
  }
}
