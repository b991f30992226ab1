import { Injectable } from '@nestjs/common';
import type { CalendarInterview } from '../domain/calendar/calendar-entry.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { fragment, sql } from '../platform/statement.js';

/** How long an interview stays in a feed after it was. */
const KEPT_DAYS = 90;
const DAY = 86_400_000;

/** Stand-ins of delegated seats included, everybody once. */
const COLUMNS = fragment`
  i.id, i.status, i.starts_at as "startsAt", i.ends_at as "endsAt", i.time_zone as "timeZone", i.location, i.sequence,
  coalesce(i.told_at, i.created_at) as "toldAt", c.name as "candidateName", j.title as "jobTitle", coalesce(r.content->>'name', r.key) as "roundName",
  array(select u.name from users u where u.id in (select s.user_id from seats s where s.interview_id = i.id and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)) order by u.name, u.id) as panel`;
const FROM = fragment`
  from interviews i
  join application_rounds r on r.id = i.round_id
  join applications a on a.id = i.application_id
  join application_sight($1, $2) v on v.application_id = a.id and v.sight <> 'absent'
  join candidates c on c.id = a.candidate_id
  join jobs j on j.id = a.job_id`;

/** $1 the person, $2 now. An interview nobody was told a time of stands in no calendar. */
const MINE = sql`
  select ${COLUMNS} ${FROM}
  where i.id in (select s.interview_id from seats s where s.user_id = $1 and s.kind = 'interviewer' and s.ended_at is null
      and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2))
    and i.status <> 'planned' and i.starts_at is not null and i.ends_at > $3
  order by i.starts_at, i.id`;
const ONE = sql`select ${COLUMNS} ${FROM} where i.id = $3 and i.starts_at is not null`;

/** Reads interviews for calendars; those that do not exist for the person are not there. */
@Injectable()
export class CalendarInterviewsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The person's own interviews, from 90 days back on. */
  mine(userId: string): Promise<CalendarInterview[]> {
    const now = this.clock.now();
    return this.database.query<CalendarInterview>(MINE, [userId, now, new Date(now.getTime() - KEPT_DAYS * DAY)]);
  }

  /** Undefined where it has no time, or does not exist for the viewer. */
  async one(viewerId: string, interviewId: string): Promise<CalendarInterview | undefined> {
    const [row] = await this.database.query<CalendarInterview>(ONE, [viewerId, this.clock.now(), interviewId]);
    return row;
  }
}
