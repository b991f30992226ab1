import { Injectable } from '@nestjs/common';
import type { CalendarSpec } from '../domain/timeline/business-calendar.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { followedCalendar } from './followed-calendar.reader.js';

/** So many applications stayed in one stage from one local date to another. */
export interface PassageRow {
  readonly family: string;
  readonly round: string;
  readonly zone: string;
  readonly country: string;
  readonly calendar: Omit<CalendarSpec, 'zone'> | null;
  readonly enteredOn: string;
  /** Null while they stay. */
  readonly leftOn: string | null;
  readonly outcome: 'advanced' | 'ended' | null;
  readonly times: number;
}

/**
 * Every stay in a round, and in the time between the last round and the decision, of the years looked at. A round is entered when the one
 * before it was passed. Where an application was withdrawn, the first round it did not get through is the one that it ended in. A round
 * nobody closed ends with the decision: nobody stays in it for ever. Rounds decided before there was a record of when are left out: their
 * length is not known.
 */
const PASSAGES = sql`
  with stages as (
    select a.id, a.job_id, a.ended_at, r.key, r.status, r.outcome, r.decided_at,
      coalesce(max(r.decided_at) filter (where r.status = 'passed') over earlier, a.started_at) as entered,
      count(*) filter (where r.status = 'not_reached') over earlier as lost,
      count(*) filter (where r.status <> 'passed') over whole as unpassed,
      max(r.decided_at) over whole as last_decided, row_number() over (partition by a.id order by r.position desc) as from_end,
      bool_or(r.status = 'passed' and r.outcome is distinct from 'advance') over whole as rejected
    from applications a join application_rounds r on r.application_id = a.id
    where a.started_at >= $1 and r.status <> 'skipped'
    window earlier as (partition by a.id order by r.position rows between unbounded preceding and 1 preceding), whole as (partition by a.id)),
  stays as (
    select s.job_id, s.key, s.entered, case s.status when 'passed' then s.decided_at when 'not_reached' then s.ended_at else y.decided_at end as left_at,
      case when s.status = 'passed' and s.outcome = 'advance' or s.from_end = 1 and y.decided_at is not null then 'advanced'
        when s.status in ('passed', 'not_reached') or y.decided_at is not null then 'ended' end as outcome
    from stages s
    left join lateral (select min(y.decided_at) as decided_at from debriefs d join decisions y on y.debrief_id = d.id
      where d.application_id = s.id and s.status = 'current') y on true
    where s.status = 'current' or s.status = 'passed' and s.decided_at is not null
      or s.status = 'not_reached' and s.lost = 0 and not s.rejected and s.ended_at is not null
    union all
    select s.job_id, 'decision', s.last_decided, coalesce(x.decided_at, s.ended_at), case when x.decided_at is not null then 'advanced' when s.ended_at is not null then 'ended' end
    from stages s join debriefs d on d.application_id = s.id
    left join lateral (select min(x.decided_at) as decided_at from decisions x where x.debrief_id = d.id) x on true
    where s.from_end = 1 and s.unpassed = 0 and not s.rejected and s.last_decided is not null)
  select j.department as family, t.key as round, j.time_zone as zone, j.country,
    ${followedCalendar('j')} as calendar,
    (t.entered at time zone j.time_zone)::date::text as "enteredOn", (t.left_at at time zone j.time_zone)::date::text as "leftOn", t.outcome, t.times::integer
  from (select job_id, key, entered, left_at, outcome, count(*) as times from stays where left_at is null or left_at >= entered
    group by job_id, key, entered, left_at, outcome) t
  join jobs j on j.id = t.job_id`;

/** Reads how long applications stayed in their rounds; for background work alone. */
@Injectable()
export class PassagesReader {
  since(tx: Transaction, from: Date): Promise<PassageRow[]> {
    return tx.query<PassageRow>(PASSAGES, [from]);
  }
}
