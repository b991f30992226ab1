import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { ImportPlanStore } from './import-plan.store.js';
import { ImportRecord } from './import-record.service.js';
import { type ImportProblem, ImportsStore } from './imports.store.js';

const STALE_MS = 24 * 3_600_000;

/** How a reading ends: with a plan, or with what stood in its way. */
@Injectable()
export class ImportPlanning {
  constructor(
    private readonly store: ImportsStore,
    private readonly plans: ImportPlanStore,
    private readonly record: ImportRecord,
  ) {}

  async plan(tx: Transaction, id: string, attempt: string): Promise<void> {
    const one = await this.store.lock(tx, id);
    if (!one || one.state !== 'reading' || one.attempt !== attempt) return;
    const now = this.record.now();
    await this.store.planned(tx, id, await this.plans.plan(tx, one, now), now, false);
  }

  async fail(tx: Transaction, id: string, attempt: string, problem: ImportProblem): Promise<void> {
    const one = await this.store.lock(tx, id);
    if (!one || one.state !== 'reading' || one.attempt !== attempt) return;
    await this.store.end(tx, id, 'failed', this.record.now(), problem);
    await this.record.tell(tx, one.actor, id, { type: 'import.failed', payload: { code: problem.code, detail: problem.detail } });
  }

  /** Uploads that broke off without a word, when a process died. */
  async tidy(tx: Transaction): Promise<void> {
    await this.store.dropStale(new Date(this.record.now().getTime() - STALE_MS), tx);
  }
}
