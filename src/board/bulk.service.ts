import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { type BulkInput, inverseOf, readBulkRequest, sameRequest, undoRequest } from '../domain/board/bulk-request.js';
import { notFound, Refusal } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { BulkRehearsal } from './bulk-rehearsal.service.js';
import { BulkStart } from './bulk-start.service.js';
import { BulkStore } from './bulk.store.js';

/** How long a preview can be run. */
export const PREVIEW_LASTS_MS = 30 * 60_000;
const FORGET_AFTER_MS = 24 * 3_600_000;

/** Previews an action on many applications, runs what was previewed, and takes it back where it has an inverse. */
@Injectable()
export class BulkService {
  constructor(
    private readonly database: Database,
    private readonly rehearsal: BulkRehearsal,
    private readonly store: BulkStore,
    private readonly running: BulkStart,
    private readonly clock: Clock,
  ) {}

  /** Changes nothing; answers the id of the preview. */
  async preview(actor: Actor, input: BulkInput): Promise<string> {
    const request = readBulkRequest(input);
    const items = await this.rehearsal.rehearse(actor, request);
    const id = newId();
    const now = this.clock.now();
    await this.database.transaction(async (tx) => {
      await this.store.forgetPreviews(tx, actor.userId, new Date(now.getTime() - FORGET_AFTER_MS));
      await this.store.insertPreview(tx, id, actor, request, items, now);
    });
    return id;
  }

  /** Runs a preview; sent again it does nothing more. */
  async run(actor: Actor, input: BulkInput, token: string): Promise<void> {
    const request = readBulkRequest(input);
    const pending = await this.database.transaction(async (tx) => {
      const run = await this.store.lock(tx, token, actor.userId);
      if (!run) throw notFound('preview');
      if (!sameRequest(run.request, request)) throw new Refusal('conflict', 'This is not what was previewed. Look at a preview of it first.');
      if (run.state !== 'previewed') return null;
      const now = this.clock.now();
      if (now.getTime() > run.createdAt.getTime() + PREVIEW_LASTS_MS)
        throw new Refusal('expired', 'The preview is older than half an hour. Look at a new one first.');
      await this.store.begin(tx, token, now);
      return this.running.ask(tx, token);
    });
    if (pending !== null) await this.running.start(token, pending);
  }

  /** Takes a run back; answers the id of the run that does so. */
  async undo(actor: Actor, id: string): Promise<string> {
    const undoId = newId();
    const pending = await this.database.transaction(async (tx) => {
      const run = await this.store.lock(tx, id, actor.userId);
      if (!run) throw notFound('bulk run');
      if (run.state !== 'done') throw new Refusal('wrong_state', 'The run is not done.', [], { state: run.state });
      const items = await this.store.toUndo(tx, id);
      const ids = items.map((item) => item.applicationId);
      const request = undoRequest(run.request.action, ids);
      if (!request)
        throw new Refusal('wrong_state', inverseOf(run.request.action) === null ? 'Nothing takes this action back.' : 'The run changed nothing.');
      if (await this.store.isUndone(tx, id)) throw new Refusal('already_exists', 'The run has been taken back already.');
      await this.store.insertUndo(tx, undoId, actor, request, id, items, this.clock.now());
      return this.running.ask(tx, undoId);
    });
    await this.running.start(undoId, pending);
    return undoId;
  }
}
