import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { PeriodicJobs } from '../outbox/periodic-jobs.service.js';
import { Clock } from '../platform/clock.js';
import { UpkeepStore } from './upkeep.store.js';

const UPKEEP = jobKind('access.upkeep');
const DAY = 24 * 3_600_000;

/** Once a day lets go of what no longer opens or blocks anything. What happened stays in the record. */
@Injectable()
export class AccessUpkeep implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly periodic: PeriodicJobs,
    private readonly store: UpkeepStore,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.inDatabase(UPKEEP, (tx) => this.store.prune(tx, this.clock.now()));
    this.periodic.register(UPKEEP, DAY);
  }
}
