import { Global, Module } from '@nestjs/common';
import { BackgroundMetrics } from './background-metrics.service.js';
import { BackgroundWorker } from './background-worker.service.js';
import { DeadLettersController } from './dead-letters.controller.js';
import { DeadLettersReader } from './dead-letters.reader.js';
import { DeadLetters } from './dead-letters.service.js';
import { JobHandlers } from './job-handlers.js';
import { JobRunner } from './job-runner.service.js';
import { JobsStore } from './jobs.store.js';
import { Outbox } from './outbox.service.js';
import { PeriodicJobs } from './periodic-jobs.service.js';

/** Background work: asked for with `Outbox`, done by whoever registers with `JobHandlers`. */
@Global()
@Module({
  controllers: [DeadLettersController],
  providers: [JobsStore, JobHandlers, Outbox, PeriodicJobs, JobRunner, BackgroundWorker, DeadLetters, DeadLettersReader, BackgroundMetrics],
  exports: [JobHandlers, Outbox, PeriodicJobs, BackgroundWorker],
})
export class OutboxModule {}
