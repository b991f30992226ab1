import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers, PermanentFailure } from '../outbox/job-handlers.js';
import type { Transaction } from '../platform/database.js';
import { ImportEndings } from './import-endings.service.js';
import { RUN_IMPORT } from './import-jobs.js';
import { ImportPlanStore } from './import-plan.store.js';
import { ImportsStore } from './imports.store.js';
import { RunSteps } from './run-steps.service.js';

/** Does what the plan of an import says: all of it in one transaction, together with the end of the job, or nothing. */
@Injectable()
export class RunImport implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly store: ImportsStore,
    private readonly plans: ImportPlanStore,
    private readonly steps: RunSteps,
    private readonly endings: ImportEndings,
  ) {}

  onModuleInit(): void {
    this.handlers.inDatabase(RUN_IMPORT, (tx, job) => this.run(tx, job.payload.importId), {
      attempts: 3,
      givenUp: (tx, job, error) => this.endings.givenUp(tx, job.payload.importId, error),
    });
  }

  private async run(tx: Transaction, id: string): Promise<void> {
    await this.plans.takeTurn(tx);
    const one = await this.store.lock(tx, id);
    if (!one || one.state !== 'running') return;
    const now = this.endings.now();
    const planHash = await this.plans.plan(tx, one, now);
    if (!(await this.store.mayImport(one.createdBy, now, tx))) throw new PermanentFailure('Whoever started it may not import any more.');
    if (planHash !== one.planHash) return this.endings.replanned(tx, one, planHash);
    await this.steps.all({ tx, one, actor: one.actor, now });
    await this.endings.done(tx, one, planHash);
  }
}
