import { Injectable } from '@nestjs/common';
import type { EventType } from '../domain/events/events.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import type { JobKind, JobPayload } from './job-kind.js';
import { JobsStore } from './jobs.store.js';

export interface EnqueueOptions {
  /** Not before this time; default at once. */
  readonly runAt?: Date;
  /** While a job with this key waits for its first start, another is not added. */
  readonly key?: string;
}

/** Asks for background work in the transaction of the change that needs it: both are there after the commit, or neither. */
@Injectable()
export class Outbox {
  constructor(
    private readonly store: JobsStore,
    private readonly clock: Clock,
  ) {}

  /** Answers the job's reference; undefined when one with the same key already waits. */
  enqueue<Field extends string>(
    tx: Transaction,
    kind: JobKind<Field>,
    payload: JobPayload<Field>,
    options: EnqueueOptions = {},
  ): Promise<string | undefined> {
    const now = this.clock.now();
    return this.store.insert(tx, { kind: kind.name, payload, runAt: options.runAt ?? now, key: options.key ?? null, createdAt: now });
  }

  /** Makes every event of these types enqueue a job with its id, whichever room appends it. Called when a module starts. */
  onEvents(types: readonly EventType[], kind: JobKind<'eventId'>): Promise<void> {
    return this.store.route(types, kind.name);
  }
}
