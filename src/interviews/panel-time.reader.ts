import { Injectable } from '@nestjs/common';
import type { Interval } from '../domain/interview/intervals.js';
import type { CandidateTime } from '../domain/interview/slot-warnings.js';
import type { PersonTime } from '../domain/interview/working-time.js';
import type { PlanRound } from '../domain/interview-plan.js';
import { roundPromises } from '../domain/timeline/plan-defaults.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { followedCalendar } from '../timelines/followed-calendar.reader.js';

export interface PanelPersonTime extends PersonTime {
  readonly name: string;
}

export interface PanelTime {
  readonly people: readonly PanelPersonTime[];
  readonly candidate: CandidateTime;
  readonly round: PlanRound;
}

/** $1 the interview, $2 and $3 the window. Whom a person meets elsewhere is not read at all. */
const PEOPLE = sql`
  select u.id as "userId", u.name, u.time_zone as zone, u.country, ${followedCalendar('u')} as calendar, u.availability as hours,
    coalesce((select jsonb_agg(jsonb_build_object('from', b.starts_on, 'to', b.ends_on) order by b.starts_on, b.ends_on) from absences b
      where b.user_id = u.id and b.ends_on >= $2::timestamptz::date - 2 and b.starts_on <= $3::timestamptz::date + 2), '[]') as absences,
    coalesce((select jsonb_agg(jsonb_build_object('from', extract(epoch from o.starts_at) * 1000, 'to', extract(epoch from o.ends_at) * 1000) order by o.starts_at, o.id)
      from (select distinct i.id, i.starts_at, i.ends_at from seats s join interviews i on i.id = s.interview_id
            where s.user_id = u.id and s.ended_at is null and i.id <> $1 and i.status = 'scheduled'
              and i.starts_at < $3::timestamptz and i.ends_at > $2::timestamptz) o), '[]') as busy
  from seats p join users u on u.id = p.user_id
  where p.interview_id = $1 and p.ended_at is null and p.delegated_from is null
  order by u.name, u.id`;

/** $4 the viewer, $5 now: interviews on applications the viewer may not know of are not there. */
const CANDIDATE = sql`
  select c.time_zone as zone, r.content as round,
    coalesce((select jsonb_agg(jsonb_build_object('from', extract(epoch from o.starts_at) * 1000, 'to', extract(epoch from o.ends_at) * 1000) order by o.starts_at, o.id)
      from interviews o join applications b on b.id = o.application_id join known_applications($4, $5) k on k.application_id = b.id
      where b.person_id = a.person_id and o.id <> i.id and o.status = 'scheduled' and o.starts_at < $3::timestamptz and o.ends_at > $2::timestamptz), '[]') as busy
  from interviews i join application_rounds r on r.id = i.round_id join applications a on a.id = i.application_id join candidates c on c.id = a.candidate_id
  where i.id = $1`;

/** Reads when the panel of an interview and its candidate have time, for whoever plans it. */
@Injectable()
export class PanelTimeReader {
  constructor(private readonly database: Database) {}

  /** Undefined where there is no such interview. The window is in epoch milliseconds. */
  async of(
    interviewId: string,
    window: Interval,
    viewer: { readonly userId: string; readonly now: Date },
    from: Database | Transaction = this.database,
  ): Promise<PanelTime | undefined> {
    const values = [interviewId, new Date(window.from), new Date(window.to)];
    const [candidate] = await from.query<{ zone: string; round: PlanRound; busy: Interval[] }>(CANDIDATE, [...values, viewer.userId, viewer.now]);
    if (!candidate) return undefined;
    const people = await from.query<PanelPersonTime>(PEOPLE, values);
    const { zone, busy, round } = candidate;
    return { people, round, candidate: { zone, busy, noticeHours: roundPromises(round).noticeHours } };
  }
}
