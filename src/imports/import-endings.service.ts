import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { ImportRecord } from './import-record.service.js';
import { ImportRowsStore } from './import-rows.store.js';
import type { ImportRun } from './import-run.js';
import { ImportsStore } from './imports.store.js';
import { CANCELLED } from './run-cancelled.js';

/** How a run ends. */
@Injectable()
export class ImportEndings {
  constructor(
    private readonly store: ImportsStore,
    private readonly rows: ImportRowsStore,
    private readonly record: ImportRecord,
  ) {}

  now(): Date {
    return this.record.now();
  }

  async done(tx: Transaction, one: ImportRun['one'], planHash: string): Promise<void> {
    const counts = await this.rows.counts(tx, one.id);
    await this.store.end(tx, one.id, 'done', this.now(), null);
    await this.record.tell(tx, one.actor, one.id, { type: 'import.finished', payload: { planHash, counts } });
  }

  /** Nothing is done that was not looked at. */
  async replanned(tx: Transaction, one: ImportRun['one'], planHash: string): Promise<void> {
    await this.store.planned(tx, one.id, planHash, this.now(), true);
    await this.record.tell(tx, one.actor, one.id, { type: 'import.replanned', payload: { before: one.planHash ?? '', after: planHash } });
  }

  async givenUp(tx: Transaction, id: string, error: string): Promise<'keep' | 'drop'> {
    const one = await this.store.lock(tx, id);
    if (!one || one.state !== 'running') return 'drop';
    const isCancelled = error === CANCELLED;
    if (isCancelled) {
      await this.store.end(tx, id, 'cancelled', this.now(), null);
      await this.record.tell(tx, one.actor, id, { type: 'import.cancelled', payload: {} });
      return 'drop';
    }
    const detail = 'The run broke off, and nothing of it was done. An admin finds the reason in the background work.';
    await this.store.end(tx, id, 'failed', this.now(), { code: 'broken_off', detail, file: null, line: null, column: null });
    await this.record.tell(tx, one.actor, id, { type: 'import.failed', payload: { code: 'broken_off', detail } });
    return 'keep';
  }
}
