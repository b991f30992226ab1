import { Injectable } from '@nestjs/common';
import type { ClockRecord } from '../domain/timeline/clock-record.js';
import type { ClockMove } from '../domain/timeline/move-clocks.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { StoredFacts } from './application-facts.js';
import { CLOCK_FACTS, LOCK_APPLICATION } from './clock-facts.statement.js';

/**
 * The clocks as they stand now, in one statement. A clock that had stopped by the same event keeps what it was measured by; an open
 * clock that exists no longer goes. Cards and debriefs carry the due time of their clock, and of no other law.
 */
const SAVE = sql`
  with fresh as (
    select * from jsonb_to_recordset($2::jsonb) as f("key" text, "subjectId" uuid, "holderRole" text, "holderId" uuid, "zone" text, "startedAt" timestamptz,
      "startedByEvent" uuid, "dueAt" timestamptz, "riskAt" timestamptz, "stoppedAt" timestamptz, "stoppedByEvent" uuid, "pausedFrom" timestamptz,
      "pausedUntil" timestamptz, "skipped" jsonb, "notKnown" jsonb)),
  gone as (
    delete from application_clocks c where c.application_id = $1 and c.stopped_at is null
      and not exists (select 1 from fresh f where f."key" = c.key and f."subjectId" = c.subject_id)),
  cards as (
    update scorecards s set due_at = f."dueAt" from fresh f
      where f."key" = 'scorecard_due' and f."subjectId" = s.id and f."stoppedAt" is null and s.due_at is distinct from f."dueAt"),
  debrief as (
    update debriefs d set due_at = o."dueAt"
      from (select (select f."dueAt" from fresh f where f."key" in ('decision_due', 'committee_backlog') and f."stoppedAt" is null limit 1) as "dueAt") o
      where d.application_id = $1 and d.due_at is distinct from o."dueAt" and not exists (select 1 from fresh f where f."key" = 'decision_due'
        and f."stoppedAt" is not null and o."dueAt" is null))
  insert into application_clocks (application_id, key, subject_id, holder_role, holder_id, zone, started_at, started_by_event, due_at, risk_at, stopped_at,
    stopped_by_event, paused_from, paused_until, skipped, not_known)
  select $1, "key", "subjectId", "holderRole", "holderId", "zone", "startedAt", "startedByEvent", "dueAt", "riskAt", "stoppedAt", "stoppedByEvent",
    "pausedFrom", "pausedUntil", "skipped", nullif("notKnown", 'null'::jsonb) from fresh
  on conflict (application_id, key, subject_id) do update set holder_role = excluded.holder_role, holder_id = excluded.holder_id, zone = excluded.zone,
    started_at = excluded.started_at, started_by_event = excluded.started_by_event, due_at = excluded.due_at, risk_at = excluded.risk_at,
    stopped_at = excluded.stopped_at, stopped_by_event = excluded.stopped_by_event, paused_from = excluded.paused_from,
    paused_until = excluded.paused_until, skipped = excluded.skipped, not_known = excluded.not_known
  where application_clocks.stopped_at is null or application_clocks.stopped_at is distinct from excluded.stopped_at
    or application_clocks.started_at <> excluded.started_at`;

const OPEN = sql`
  select key, subject_id as subject, due_at as "dueAt" from application_clocks where application_id = $1 and stopped_at is null`;

/** Whoever sits in a job's seat now holds its open clocks. */
const RESEAT = sql`
  update application_clocks c set holder_role = h.role, holder_id = h.user_id
  from (select a.id as application_id, k.key, x.kind as role, x.user_id
    from applications a
    cross join (values ('decision_due', '{hiring_manager}'::text[], 'hiring_manager'), ('process', '{recruiter}', 'recruiter'), ('silent_gap', '{recruiter}', 'recruiter'),
      ('notice', '{coordinator,recruiter}', 'recruiter')) k(key, kinds, bare)
    cross join lateral (select coalesce(s.kind, k.bare) as kind, s.user_id from (select 1) one left join lateral (
      select s.kind, s.user_id from seats s join users u on u.id = s.user_id
      where s.job_id = a.job_id and s.kind = any(k.kinds) and s.ended_at is null and s.delegated_from is null
      order by array_position(k.kinds, s.kind), u.status = 'active' desc, s.granted_at, s.id limit 1) s on true) x
    where a.job_id = any($1) and a.status in ('active', 'on_hold', 'offered')) h
  where c.application_id = h.application_id and c.key = h.key and c.stopped_at is null
    and (c.holder_role <> h.role or c.holder_id is distinct from h.user_id)`;

const JOBS_OF = sql`select distinct job_id as id from seats where user_id = $1 and job_id is not null and ended_at is null order by 1`;

/** Every open application has a clock for its whole process. */
const WITHOUT_CLOCKS = sql`
  select a.id from applications a where a.status in ('active', 'on_hold', 'offered')
    and not exists (select 1 from application_clocks c where c.application_id = a.id and c.key = 'process' and c.subject_id = a.id)
  order by a.id limit $1 for update skip locked`;

/** Reads and writes the clocks of applications, inside the caller's transaction and under the application's lock. */
@Injectable()
export class ClocksStore {
  /** Locks the application and reads what its clocks follow from; undefined where there is none. */
  async facts(tx: Transaction, applicationId: string): Promise<StoredFacts | undefined> {
    await tx.query(LOCK_APPLICATION, [applicationId]);
    const [facts] = await tx.query<StoredFacts>(CLOCK_FACTS, [applicationId]);
    return facts;
  }

  /** Due times of the clocks that run, for the record of what a change moved. */
  async open(tx: Transaction, applicationId: string): Promise<(Pick<ClockMove, 'key' | 'subject'> & { dueAt: Date | null })[]> {
    return tx.query(OPEN, [applicationId]);
  }

  async save(tx: Transaction, applicationId: string, clocks: readonly ClockRecord[]): Promise<void> {
    await tx.query(SAVE, [applicationId, JSON.stringify(clocks)]);
  }

  async reseat(tx: Transaction, jobIds: readonly string[]): Promise<void> {
    await tx.query(RESEAT, [jobIds]);
  }

  /** Jobs on which somebody holds a seat. */
  async jobsOf(tx: Transaction, userId: string): Promise<string[]> {
    return (await tx.query<{ id: string }>(JOBS_OF, [userId])).map((row) => row.id);
  }

  /** Open applications whose clocks were never laid, locked. */
  async withoutClocks(tx: Transaction, most: number): Promise<string[]> {
    return (await tx.query<{ id: string }>(WITHOUT_CLOCKS, [most])).map((row) => row.id);
  }
}
