import { Injectable } from '@nestjs/common';
import type { BoardSort } from '../domain/board/board-line.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { BoardFilters } from './board.statement.js';

export interface BoardViewContent {
  readonly name: string;
  readonly filters: BoardFilters;
  readonly sort: BoardSort;
  readonly sharedWithJobId: string | null;
}

const LOCK_OWNER = sql`select id from users where id = $1 for no key update`;
const OWN = sql`select id from board_views where owner_id = $1 order by position, id`;
const INSERT = sql`
  insert into board_views (id, owner_id, name, filters, sort, shared_job_id, position, created_at)
  values ($1, $2, $3, $4, $5, $6, (select coalesce(max(position) + 1, 0) from board_views where owner_id = $2), $7)`;
const CHANGE = sql`update board_views set name = $3, filters = $4, sort = $5, shared_job_id = $6, version = version + 1 where id = $1 and version = $2`;
const REMOVE = sql`delete from board_views where id = $1`;
const PLACE = sql`update board_views set position = $2 where id = $1`;
const DEFAULT = sql`insert into board_view_defaults (user_id, view_id) values ($1, $2) on conflict (user_id) do update set view_id = excluded.view_id`;
const NO_DEFAULT = sql`delete from board_view_defaults where user_id = $1`;

/** Writes views, in the caller's transaction. */
@Injectable()
export class BoardViewsStore {
  /** Ids of one's own, in order; locked against a second change of the list. */
  async own(tx: Transaction, ownerId: string): Promise<string[]> {
    await tx.query(LOCK_OWNER, [ownerId]);
    return (await tx.query<{ id: string }>(OWN, [ownerId])).map((row) => row.id);
  }

  async insert(tx: Transaction, id: string, ownerId: string, content: BoardViewContent, at: Date): Promise<void> {
    await tx.query(INSERT, [id, ownerId, content.name, JSON.stringify(content.filters), content.sort, content.sharedWithJobId, at]);
  }

  async change(tx: Transaction, id: string, version: number, content: BoardViewContent): Promise<void> {
    await tx.query(CHANGE, [id, version, content.name, JSON.stringify(content.filters), content.sort, content.sharedWithJobId]);
  }

  async remove(tx: Transaction, id: string): Promise<void> {
    await tx.query(REMOVE, [id]);
  }

  async place(tx: Transaction, order: readonly string[]): Promise<void> {
    for (const [position, id] of order.entries()) await tx.query(PLACE, [id, position]);
  }

  async setDefault(tx: Transaction, userId: string, viewId: string | null): Promise<void> {
    await (viewId === null ? tx.query(NO_DEFAULT, [userId]) : tx.query(DEFAULT, [userId, viewId]));
  }
}
