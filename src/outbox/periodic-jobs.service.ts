import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import type { JobKind } from './job-kind.js';
import { JobsStore } from './jobs.store.js';

interface Periodic {
  readonly kind: JobKind<never>;
  readonly every: number;
}

/** Jobs that come round: once in each turn across all processes, and never piled up where turns were missed. */
@Injectable()
export class PeriodicJobs {
  private readonly jobs: Periodic[] = [];

  constructor(
    private readonly database: Database,
    private readonly store: JobsStore,
    private readonly clock: Clock,
  ) {}

  /** `every` in milliseconds; turns start at multiples of it since 1970. */
  register(kind: JobKind<never>, every: number): void {
    this.jobs.push({ kind, every });
  }

  async enqueueDue(): Promise<void> {
    const now = this.clock.now();
    for (const { kind, every } of this.jobs) {
      const turn = new Date(Math.floor(now.getTime() / every) * every);
      await this.database.transaction(async (tx) => {
        if (!(await this.store.moveTurn(tx, kind.name, turn))) return;
        await this.store.insert(tx, { kind: kind.name, payload: {}, runAt: now, key: `periodic:${kind.name}`, createdAt: now });
      });
    }
  }
}
