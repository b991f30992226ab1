import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';

export interface DeadLetterRow {
  id: string;
  kind: string;
  attempts: number;
  error: string;
  diedAt: Date;
  sortKey: string;
}

export interface KindRow {
  kind: string;
  due: number;
  later: number;
  running: number;
  dead: number;
}

const LIST = sql`
  select ref as id, kind, attempts, coalesce(last_error, '') as error, died_at as "diedAt", died_at::text as "sortKey"
  from outbox_jobs where status = 'dead' and ($1::timestamptz is null or (died_at, ref) < ($1, $2::uuid))
  order by died_at desc, ref desc limit $3`;
const KINDS = sql`
  select kind, count(*) filter (where status = 'waiting' and run_at <= $1)::int as due,
    count(*) filter (where status = 'waiting' and run_at > $1)::int as later,
    count(*) filter (where status = 'running')::int as running, count(*) filter (where status = 'dead')::int as dead
  from outbox_jobs group by kind order by kind`;

/** What waits, runs and died, for admins and monitoring. Never a payload. */
@Injectable()
export class DeadLettersReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: PageQuery): Promise<Page<DeadLetterRow>> {
    const [diedAt, ref] = readSortCursor(query.cursor, ['time', 'id']);
    const rows = await this.database.query<DeadLetterRow>(LIST, [diedAt, ref, query.limit + 1]);
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  kinds(): Promise<KindRow[]> {
    return this.database.query<KindRow>(KINDS, [this.clock.now()]);
  }
}
