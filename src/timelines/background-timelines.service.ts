import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { PeriodicJobs } from '../outbox/periodic-jobs.service.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { ClockSweep } from './clock-sweep.service.js';
import { StageLearning } from './stage-learning.service.js';

export const LEARN_STAGES = jobKind('timelines.learn_stages');
export const SWEEP_CLOCKS = jobKind('timelines.sweep_clocks');

const MINUTE = 60_000;

/** What timelines do on their own: learn from the past, and lay the clocks of applications that came by no event. */
@Injectable()
export class BackgroundTimelines implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly periodic: PeriodicJobs,
    private readonly learning: StageLearning,
    private readonly sweep: ClockSweep,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.inDatabase(LEARN_STAGES, (tx: Transaction) => this.learning.learn(tx, this.clock.now()));
    this.handlers.inDatabase(SWEEP_CLOCKS, (tx: Transaction) => this.sweep.layMissing(tx, this.clock.now()));
    this.periodic.register(LEARN_STAGES, 6 * 60 * MINUTE);
    this.periodic.register(SWEEP_CLOCKS, 5 * MINUTE);
  }
}
