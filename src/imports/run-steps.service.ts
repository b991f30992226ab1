import { Injectable } from '@nestjs/common';
import type {
  NeutralApplication,
  NeutralCandidate,
  NeutralCard,
  NeutralContent,
  NeutralInterview,
  NeutralJob,
  NeutralUser,
} from '../domain/import/neutral-record.js';
import { ImportRowsStore } from './import-rows.store.js';
import type { ImportRun, PlannedRow } from './import-run.js';
import { ImportsStore } from './imports.store.js';
import { MadeOfImports } from './made-of-imports.service.js';
import { PlannedRowsStore } from './planned-rows.store.js';
import { runCancelled } from './run-cancelled.js';

/** Rows in memory at once. */
export const RUN_BATCH = 500;

type Step<Content extends NeutralContent> = (run: ImportRun, batch: readonly PlannedRow<Content>[]) => Promise<void>;

/** The steps of a run, kind by kind: each hangs only on what was made before it. */
@Injectable()
export class RunSteps {
  constructor(
    private readonly planned: PlannedRowsStore,
    private readonly rows: ImportRowsStore,
    private readonly store: ImportsStore,
    private readonly made: MadeOfImports,
  ) {}

  async all(run: ImportRun): Promise<void> {
    const progress = { done: 0, total: await this.rows.toDo(run.tx, run.one.id) };
    await this.kind<NeutralUser>(run, 'user', (of, batch) => this.planned.know(of, 'user', batch, () => null), progress);
    await this.kind<NeutralJob>(run, 'job', (of, batch) => this.made.jobs.run(of, batch), progress);
    await this.kind<NeutralCandidate>(run, 'candidate', (of, batch) => this.made.candidates.run(of, batch), progress);
    await this.kind<NeutralApplication>(run, 'application', (of, batch) => this.made.applications.run(of, batch), progress);
    await this.kind<NeutralInterview>(run, 'interview', (of, batch) => this.made.interviews.run(of, batch), progress);
    await this.kind<NeutralCard>(run, 'card', (of, batch) => this.made.cards.run(of, batch), progress);
  }

  /** Between batches it says how far it is, beside its own transaction, and looks whether it is still wanted. */
  private async kind<Content extends NeutralContent>(
    run: ImportRun,
    kind: Content['kind'],
    step: Step<Content>,
    progress: { done: number; readonly total: number },
  ): Promise<void> {
    for await (const batch of this.planned.batches<Content>(run.tx, run.one.id, kind, RUN_BATCH)) {
      await step(run, batch);
      progress.done += batch.filter((row) => row.action !== 'unchanged').length;
      await this.store.progress(run.one.id, progress.done, progress.total);
      if (await this.store.cancelAsked(run.one.id)) throw runCancelled();
    }
  }
}
