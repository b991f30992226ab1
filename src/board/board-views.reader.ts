import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { BoardSort } from '../domain/board/board-line.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { type Fragment, sql } from '../platform/statement.js';
import type { BoardFilters } from './board.statement.js';

export interface BoardViewRow {
  id: string;
  ownerId: string;
  ownerName: string;
  name: string;
  filters: BoardFilters;
  sort: BoardSort;
  sharedWithJobId: string | null;
  isDefault: boolean;
  version: number;
}

const COLUMNS: Fragment = {
  fragment: true,
  text: `v.id, v.owner_id as "ownerId", u.name as "ownerName", v.name, v.filters, v.sort, v.shared_job_id as "sharedWithJobId",
    exists (select 1 from board_view_defaults d where d.user_id = $1 and d.view_id = v.id) as "isDefault", v.version`,
};
/** Shared with whoever is recruiter of the job now. */
const VISIBLE: Fragment = {
  fragment: true,
  text: `(v.owner_id = $1 or exists (select 1 from seats s where s.user_id = $1 and s.job_id = v.shared_job_id and s.kind = 'recruiter' and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)))`,
};
const LIST = sql`
  select ${COLUMNS} from board_views v join users u on u.id = v.owner_id where ${VISIBLE}
  order by v.owner_id <> $1, case when v.owner_id = $1 then v.position end, lower(v.name), v.id`;
const ONE = sql`select ${COLUMNS} from board_views v join users u on u.id = v.owner_id where ${VISIBLE} and v.id = $3`;

/** Views of the board that are there for somebody: their own, and those shared with them. */
@Injectable()
export class BoardViewsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<BoardViewRow[]> {
    return this.database.query<BoardViewRow>(LIST, [actor.userId, this.clock.now()]);
  }

  async view(actor: Actor, id: string, from: Database | Transaction = this.database): Promise<BoardViewRow | undefined> {
    const [row] = await from.query<BoardViewRow>(ONE, [actor.userId, this.clock.now(), id]);
    return row;
  }
}
