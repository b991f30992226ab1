import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { MoveCause } from './clock-laying.service.js';

export interface StoredMove extends MoveCause {
  readonly id: string;
  readonly actor: Actor;
}

/** Started under this plan; applications from before the record follow their job's plan. */
const OF_PLAN = sql`
  select a.id from applications a join jobs j on j.id = a.job_id
  where a.status in ('active', 'on_hold', 'offered') and coalesce(
    (select x.content->'payload'->>'planId' from events e join event_contents x on x.event_id = e.id
      where e.application_id = a.id and e.type = 'application.started' order by e.id limit 1), j.plan_id::text) = $1::text
  order by a.id`;
const OF_JOB = sql`select a.id from applications a where a.job_id = $1 and a.status in ('active', 'on_hold', 'offered') order by a.id`;
const OF_USER = sql`
  select distinct s.application_id as id from scorecards s join applications a on a.id = s.application_id
  where s.interviewer_id = $1 and s.status in ('assigned', 'draft') and a.status in ('active', 'on_hold', 'offered') order by 1`;

/** Whose working days a calendar is: named, or the country's where none is named. */
const FOLLOWS = (owner: string) =>
  ({ fragment: true, text: `(${owner}.calendar_id = $1 or ${owner}.calendar_id is null and ${owner}.country = any($2))` }) as const;
const OF_CALENDAR = sql`
  select a.id from applications a join jobs j on j.id = a.job_id where a.status in ('active', 'on_hold', 'offered') and ${FOLLOWS('j')}
  union
  select s.application_id from scorecards s join users u on u.id = s.interviewer_id join applications a on a.id = s.application_id
    where s.status in ('assigned', 'draft') and a.status in ('active', 'on_hold', 'offered') and ${FOLLOWS('u')}
  order by 1`;

const INSERT = sql`
  insert into clock_moves (id, cause, cause_id, actor, total, moved, started_at, finished_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const ITEMS = sql`insert into clock_move_items (move_id, application_id) select $1, unnest($2::uuid[])`;
const LOCK = sql`select id, cause, cause_id as "causeId", actor from clock_moves where id = $1 for update`;
const TAKE = sql`
  delete from clock_move_items i using (select move_id, application_id from clock_move_items where move_id = $1 order by application_id limit $2) t
  where i.move_id = t.move_id and i.application_id = t.application_id returning i.application_id as id`;
const ADVANCE = sql`
  update clock_moves set moved = moved + $2, finished_at = case when moved + $2 >= total then $3::timestamptz end where id = $1
  returning finished_at is not null as finished`;

/** Writes changes that move the clocks of many applications, and finds which. */
@Injectable()
export class ClockMovesStore {
  async ofPlan(tx: Transaction, planId: string): Promise<string[]> {
    return ids(await tx.query(OF_PLAN, [planId]));
  }

  async ofJob(tx: Transaction, jobId: string): Promise<string[]> {
    return ids(await tx.query(OF_JOB, [jobId]));
  }

  async ofUser(tx: Transaction, userId: string): Promise<string[]> {
    return ids(await tx.query(OF_USER, [userId]));
  }

  async ofCalendar(tx: Transaction, calendarId: string, countries: readonly string[]): Promise<string[]> {
    return ids(await tx.query(OF_CALENDAR, [calendarId, countries]));
  }

  async insert(tx: Transaction, move: StoredMove, total: number, moved: number, at: Date): Promise<void> {
    const { id, cause, causeId, actor } = move;
    await tx.query(INSERT, [id, cause, causeId, JSON.stringify(actor), total, moved, at, moved === total ? at : null]);
  }

  async insertItems(tx: Transaction, id: string, applicationIds: readonly string[]): Promise<void> {
    await tx.query(ITEMS, [id, applicationIds]);
  }

  async lock(tx: Transaction, id: string): Promise<StoredMove | undefined> {
    const [move] = await tx.query<StoredMove>(LOCK, [id]);
    return move;
  }

  /** Takes the next applications to move; locked in the order of their ids, as everywhere. */
  async take(tx: Transaction, id: string, most: number): Promise<string[]> {
    return ids(await tx.query(TAKE, [id, most])).sort();
  }

  /** Answers whether the move is done. */
  async advance(tx: Transaction, id: string, moved: number, at: Date): Promise<boolean> {
    const [row] = await tx.query<{ finished: boolean }>(ADVANCE, [id, moved, at]);
    return row?.finished ?? true;
  }
}

function ids(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map((row) => String(row['id']));
}
