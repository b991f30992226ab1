import { Injectable } from '@nestjs/common';
import { Outbox } from '../outbox/outbox.service.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { BulkWork, RUN_BULK } from './bulk-work.service.js';
import { BulkStore } from './bulk.store.js';

/** As many are done while the caller waits; more go on in the background. */
const AT_ONCE = 20;
/** When the background looks after a run that was begun while the caller waited: its process may have died. */
const LOOK_AFTER_MS = 60_000;

/** Begins the work of a run: at once where it is short, else in the background. */
@Injectable()
export class BulkStart {
  constructor(
    private readonly outbox: Outbox,
    private readonly store: BulkStore,
    private readonly work: BulkWork,
    private readonly clock: Clock,
  ) {}

  /** Asks for the background's care in the transaction that begins the run. Answers how much there is to do. */
  async ask(tx: Transaction, runId: string): Promise<number> {
    const pending = (await this.store.pending(runId, tx)).length;
    const wait = pending > AT_ONCE ? 0 : LOOK_AFTER_MS;
    await this.outbox.enqueue(tx, RUN_BULK, { runId }, { runAt: new Date(this.clock.now().getTime() + wait) });
    return pending;
  }

  async start(runId: string, pending: number): Promise<void> {
    if (pending <= AT_ONCE) await this.work.work(runId);
  }
}
