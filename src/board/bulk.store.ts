import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { BulkRequest } from '../domain/board/bulk-request.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { BulkOutcome, BulkStand } from './bulk-actions.service.js';
import type { RefusedItem, RehearsedItem } from './bulk-rehearsal.service.js';

export interface StoredRun {
  readonly id: string;
  readonly actor: Actor;
  readonly request: BulkRequest;
  readonly state: 'previewed' | 'running' | 'done';
  readonly createdAt: Date;
}

export interface PendingItem {
  readonly position: number;
  readonly applicationId: string;
  readonly version: number | null;
  readonly after: BulkStand | null;
}

const INSERT_RUN = sql`
  insert into bulk_runs (id, actor_id, actor, request, state, undo_of, created_at, started_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const INSERT_ITEM = sql`
  insert into bulk_items (run_id, position, application_id, version, state, before, after, refusal) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const FORGET = sql`delete from bulk_runs where actor_id = $1 and state = 'previewed' and created_at < $2`;
const LOCK = sql`select id, actor, request, state, created_at as "createdAt" from bulk_runs where id = $1 and actor_id = $2 for update`;
const RUN = sql`select id, actor, request, state, created_at as "createdAt" from bulk_runs where id = $1`;
const BEGIN = sql`update bulk_runs set state = 'running', started_at = $2 where id = $1 and state = 'previewed'`;
const END = sql`
  update bulk_runs r set state = 'done', ended_at = $2
  where r.id = $1 and r.state = 'running' and not exists (select 1 from bulk_items i where i.run_id = r.id and i.state = 'pending')`;
const PENDING = sql`
  select position, application_id as "applicationId", version, after from bulk_items where run_id = $1 and state = 'pending' order by position`;
const CLAIM = sql`select 1 from bulk_items where run_id = $1 and position = $2 and state = 'pending' for update skip locked`;
const CHANGED = sql`
  update bulk_items set state = 'changed', before = $3, after = $4, version_after = $5 where run_id = $1 and position = $2 and state = 'pending'`;
const REFUSED = sql`update bulk_items set state = 'refused', after = null, refusal = $3 where run_id = $1 and position = $2 and state = 'pending'`;
const UNDONE = sql`select 1 from bulk_runs where undo_of = $1`;
const TO_UNDO = sql`
  select position, application_id as "applicationId", version_after as version, null as after from bulk_items where run_id = $1 and state = 'changed' order by position`;
const GIVEN = sql`select 1 from bulk_items where run_id = $1 and state = 'changed' and after->>'jobId' = $2 limit 1`;
const ACTIVE = sql`select site_role as "siteRole" from users where id = $1 and status = 'active'`;

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Writes bulk runs and what became of each of their items. */
@Injectable()
export class BulkStore {
  constructor(private readonly database: Database) {}

  async insertPreview(tx: Transaction, id: string, actor: Actor, request: BulkRequest, items: readonly RehearsedItem[], at: Date): Promise<void> {
    await tx.query(INSERT_RUN, [id, actor.userId, JSON.stringify(actor), JSON.stringify(request), 'previewed', null, at, null]);
    for (const [position, item] of items.entries()) {
      const shown =
        'outcome' in item
          ? [item.outcome.version, 'pending', json(item.outcome.before), json(item.outcome.after), null]
          : [null, 'refused', null, null, json(item.refusal)];
      await tx.query(INSERT_ITEM, [id, position, item.applicationId, ...shown]);
    }
  }

  async insertUndo(
    tx: Transaction,
    id: string,
    actor: Actor,
    request: BulkRequest,
    undoOf: string,
    items: readonly PendingItem[],
    at: Date,
  ): Promise<void> {
    await tx.query(INSERT_RUN, [id, actor.userId, JSON.stringify(actor), JSON.stringify(request), 'running', undoOf, at, at]);
    for (const [position, item] of items.entries())
      await tx.query(INSERT_ITEM, [id, position, item.applicationId, item.version, 'pending', null, null, null]);
  }

  /** Previews nobody ran. */
  async forgetPreviews(tx: Transaction, actorId: string, before: Date): Promise<void> {
    await tx.query(FORGET, [actorId, before]);
  }

  async lock(tx: Transaction, id: string, actorId: string): Promise<StoredRun | undefined> {
    const [run] = await tx.query<StoredRun>(LOCK, [id, actorId]);
    return run;
  }

  async run(id: string): Promise<StoredRun | undefined> {
    const [run] = await this.database.query<StoredRun>(RUN, [id]);
    return run;
  }

  async begin(tx: Transaction, id: string, at: Date): Promise<void> {
    await tx.query(BEGIN, [id, at]);
  }

  async endIfDone(id: string, at: Date): Promise<void> {
    await this.database.query(END, [id, at]);
  }

  pending(id: string, from: Database | Transaction = this.database): Promise<PendingItem[]> {
    return from.query<PendingItem>(PENDING, [id]);
  }

  /** False when another process has it, or it is done. */
  async claim(tx: Transaction, id: string, position: number): Promise<boolean> {
    return (await tx.query(CLAIM, [id, position])).length === 1;
  }

  async changed(tx: Transaction, id: string, position: number, { before, after, versionAfter }: BulkOutcome): Promise<void> {
    await tx.query(CHANGED, [id, position, json(before), json(after), versionAfter]);
  }

  async refused(id: string, position: number, refusal: RefusedItem): Promise<void> {
    await this.database.query(REFUSED, [id, position, JSON.stringify(refusal)]);
  }

  async isUndone(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.query(UNDONE, [id])).length > 0;
  }

  toUndo(tx: Transaction, id: string): Promise<PendingItem[]> {
    return tx.query<PendingItem>(TO_UNDO, [id]);
  }

  async isGiven(tx: Transaction, id: string, jobId: string): Promise<boolean> {
    return (await tx.query(GIVEN, [id, jobId])).length > 0;
  }

  /** The site role somebody has now; undefined when they have left. */
  async siteRole(userId: string): Promise<Actor['siteRole'] | undefined> {
    const [row] = await this.database.query<{ siteRole: Actor['siteRole'] }>(ACTIVE, [userId]);
    return row?.siteRole;
  }
}
