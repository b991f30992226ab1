import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import { JobHandlers } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { BulkActions } from './bulk-actions.service.js';
import { refusedOf } from './bulk-rehearsal.service.js';
import { BulkStore, type PendingItem, type StoredRun } from './bulk.store.js';

export const RUN_BULK = jobKind('board.bulk', 'runId');

/**
 * Runs what was asked for, each application in a transaction of its own together with its result: whichever process goes on with a run,
 * and however often it is begun, no application is changed twice.
 */
@Injectable()
export class BulkWork implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly store: BulkStore,
    private readonly actions: BulkActions,
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.outside(RUN_BULK, async ({ payload }) => {
      await this.work(payload.runId);
      return async () => undefined;
    });
  }

  async work(runId: string): Promise<void> {
    const run = await this.store.run(runId);
    if (run?.state !== 'running') return;
    const siteRole = await this.store.siteRole(run.actor.userId);
    for (const item of await this.store.pending(runId)) {
      if (siteRole === undefined) await this.store.refused(runId, item.position, { code: 'forbidden', detail: 'Whoever asked for this has left.' });
      else await this.item(run, { ...run.actor, siteRole }, item);
    }
    await this.store.endIfDone(runId, this.clock.now());
  }

  private async item(run: StoredRun, actor: Actor, item: PendingItem): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        if (!(await this.store.claim(tx, run.id, item.position))) return;
        const given = (jobId: string) => this.store.isGiven(tx, run.id, jobId);
        const outcome = await this.actions.perform(tx, actor, run.request, item.applicationId, given, item);
        await this.store.changed(tx, run.id, item.position, outcome);
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await this.store.refused(run.id, item.position, refusedOf(error));
    }
  }
}
