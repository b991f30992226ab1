import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database, type Transaction } from '../platform/database.js';
import { JobHandlers, PermanentFailure, RetryLater } from './job-handlers.js';
import { JobsStore, type JobRow } from './jobs.store.js';

/** Another process has the job by now: what this one did for it is rolled back. */
class LeaseLost extends Error {}

/** Takes jobs and runs each to its end: done, tried again later, or given up. */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private readonly token = randomUUID();

  constructor(
    private readonly database: Database,
    private readonly store: JobsStore,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  take(limit: number): Promise<JobRow[]> {
    return this.store.take(this.clock.now(), this.handlers.kinds, limit, this.token, this.config.BACKGROUND_LEASE_SECONDS);
  }

  renewLeases(): Promise<void> {
    return this.store.renew(this.token, this.config.BACKGROUND_LEASE_SECONDS);
  }

  /** Puts back what dead processes had taken. */
  async reclaim(): Promise<void> {
    const count = await this.store.reclaim();
    if (count > 0) this.logger.warn({ count }, 'Took back the jobs of a process that ended');
  }

  /** Never throws for what the job does; only a database that cannot be reached gets out. */
  async run(job: JobRow): Promise<void> {
    const handler = this.handlers.of(job.kind);
    try {
      // Counted when it was taken: a job that brings its process down is not taken for ever.
      if (job.attempts > handler.attempts) throw new PermanentFailure('The process that ran it ended, every time.');
      const record = handler.outside ? await handler.outside(job) : undefined;
      await this.database.transaction(async (tx) => {
        if (!(await this.store.finish(tx, job, this.token))) throw new LeaseLost();
        await (record ? record(tx) : handler.inDatabase?.(tx, job));
      });
    } catch (error) {
      if (error instanceof LeaseLost) return this.logger.warn({ kind: job.kind, ref: job.ref }, 'A job outlived its lease');
      await this.database.transaction((tx) => this.fail(tx, job, error));
    }
  }

  private async fail(tx: Transaction, job: JobRow, error: unknown): Promise<void> {
    const handler = this.handlers.of(job.kind);
    const words = (error instanceof Error ? error.message : String(error)).slice(0, 500);
    const now = this.clock.now();
    if (!(error instanceof PermanentFailure) && job.attempts < handler.attempts) {
      const delay = error instanceof RetryLater ? error.delay : handler.delay(job.attempts, job.ref);
      await this.store.postpone(tx, job, this.token, new Date(now.getTime() + delay), words);
      return;
    }
    if (!(await this.store.bury(tx, job, this.token, now, words))) return;
    this.logger.error({ kind: job.kind, ref: job.ref, error: words }, 'A job was given up');
    if ((await handler.givenUp(tx, job, words)) === 'drop') await this.store.discard(tx, job.ref);
  }
}
