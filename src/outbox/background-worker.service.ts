import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../platform/config.js';
import { JobRunner } from './job-runner.service.js';
import { PeriodicJobs } from './periodic-jobs.service.js';

const IDLE_MS = 1000;
const PERIODIC_MS = 10_000;
const STOP_MS = 20_000;

/**
 * Runs background work beside the server. It asks the table instead of listening: NOTIFY would take a lock of the whole
 * database at every commit that enqueues, on the path of every submitted card.
 */
@Injectable()
export class BackgroundWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(BackgroundWorker.name);
  private readonly running = new Set<Promise<void>>();
  private readonly timers: NodeJS.Timeout[] = [];
  private stopping = false;
  private looping: Promise<void> = Promise.resolve();
  private woken = false;
  private resume: () => void = () => undefined;

  constructor(
    private readonly runner: JobRunner,
    private readonly periodic: PeriodicJobs,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.BACKGROUND_WORK) return;
    const often = (work: () => Promise<void>, every: number) => this.timers.push(setInterval(() => void this.safely(work), every));
    often(() => this.runner.renewLeases(), (this.config.BACKGROUND_LEASE_SECONDS * 1000) / 3);
    often(() => this.runner.reclaim(), (this.config.BACKGROUND_LEASE_SECONDS * 1000) / 3);
    often(() => this.periodic.enqueueDue(), PERIODIC_MS);
    this.looping = this.loop();
  }

  /** Takes nothing more, and lets what runs come to its end. Whatever does not is taken again when its lease is over. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.looping;
    await this.waitAtMost(
      STOP_MS,
      Promise.all(this.running).then(() => undefined),
    );
    this.timers.forEach((timer) => clearInterval(timer));
  }

  /** Runs everything due now, one after the other, until nothing is left; answers how many. For tests and the command line. */
  async runDue(): Promise<number> {
    await this.periodic.enqueueDue();
    await this.runner.reclaim();
    for (let count = 0; ; count++) {
      const [job] = await this.runner.take(1);
      if (!job) return count;
      await this.runner.run(job);
    }
  }

  private async loop(): Promise<void> {
    await this.safely(() => this.periodic.enqueueDue());
    while (!this.stopping) {
      const room = this.slots - this.running.size;
      const jobs = room > 0 ? await this.safely(() => this.runner.take(room)) : [];
      for (const job of jobs ?? []) this.begin(() => this.runner.run(job));
      if (jobs?.length !== room || room === 0) await this.pause();
    }
  }

  /** Half of the pool at most: requests come first. */
  private get slots(): number {
    return Math.max(1, Math.floor(this.config.DATABASE_POOL / 2));
  }

  private begin(work: () => Promise<void>): void {
    const run = this.safely(work).then(() => {
      this.running.delete(run);
      this.wake();
    });
    this.running.add(run);
  }

  private wake(): void {
    this.woken = true;
    this.resume();
  }

  /** Until a slot is free, or it is time to ask again. A slot freed in between counts too. */
  private async pause(): Promise<void> {
    if (!this.woken) await this.waitAtMost(IDLE_MS, new Promise<void>((resolve) => (this.resume = resolve)));
    this.woken = false;
  }

  private waitAtMost(milliseconds: number, done: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      void done.then(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** A database that is away for a moment must not end the loop. */
  private async safely<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!this.stopping) this.logger.error({ err: error }, 'Background work could not be done');
      return undefined;
    }
  }
}
