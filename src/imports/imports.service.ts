import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { importAbilities, type ImportAbilities } from '../domain/import/import-life.js';
import { notFound, Refusal } from '../domain/refusal.js';
import { Outbox } from '../outbox/outbox.service.js';
import { Database, type Transaction } from '../platform/database.js';
import { ImportRecord } from './import-record.service.js';
import { ImportRowsStore } from './import-rows.store.js';
import { RUN_IMPORT } from './import-jobs.js';
import { ImportsStore, type StoredImport } from './imports.store.js';

const OTHERWISE: Readonly<Record<keyof ImportAbilities, string>> = {
  map: 'The import is being read, or is over. Wait, or upload the file again.',
  run: 'Only a planned import is run. Look at its state.',
  cancel: 'The import is over.',
};

/** Runs and cancels imports. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly store: ImportsStore,
    private readonly rows: ImportRowsStore,
    private readonly outbox: Outbox,
    private readonly record: ImportRecord,
  ) {}

  async run(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const one = await lockOwn(tx, this.store, actor, id, 'run');
      if (!(await this.store.mayImport(actor.userId, this.record.now(), tx)))
        throw new Refusal('forbidden', 'Only recruiters and admins import. Ask an admin for a recruiter seat on a job.');
      await this.store.running(tx, id, actor, await this.rows.toDo(tx, id));
      await this.record.tell(tx, actor, id, { type: 'import.started', payload: { planHash: one.planHash ?? '' } });
      await this.outbox.enqueue(tx, RUN_IMPORT, { importId: id });
    });
  }

  /** One that runs is stopped by its own process: it looks between its steps, and then nothing of it is done. */
  async cancel(actor: Actor, id: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const one = await lockOwn(tx, this.store, actor, id, 'cancel');
      await this.store.askCancel(tx, id);
      if (one.state === 'running') return;
      await this.store.end(tx, id, 'cancelled', this.record.now(), null);
      await this.record.tell(tx, actor, id, { type: 'import.cancelled', payload: {} });
    });
  }
}

/** The owner's import, locked, in a state that allows this. For everybody else it does not exist. */
export async function lockOwn(tx: Transaction, store: ImportsStore, actor: Actor, id: string, ability: keyof ImportAbilities): Promise<StoredImport> {
  const one = await store.lock(tx, id);
  if (!one || one.createdBy !== actor.userId || one.state === 'uploading') throw notFound('import');
  if (!importAbilities(one.state)[ability]) throw new Refusal('wrong_state', OTHERWISE[ability], [], { state: one.state });
  return one;
}
