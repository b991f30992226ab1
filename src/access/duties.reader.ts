import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** Something that waits for a person: a card they owe, or a seat they hold. */
export interface DutyRow {
  kind: 'scorecard' | 'seat';
  seatId: string | null;
  seat: string | null;
  scorecardId: string | null;
  interviewId: string | null;
  jobId: string;
  jobTitle: string;
  applicationId: string | null;
  candidateName: string | null;
  dueAt: Date | null;
}

/**
 * `$1` the holder, `$2` now, `$3` the viewer: an application the viewer may not know of has no duties for them either.
 */
const DUTIES = sql`
  with visible as materialized (
    select a.id, a.job_id, c.name as candidate from applications a
    join application_sight($3, $2) v on v.application_id = a.id and v.sight <> 'absent'
    join candidates c on c.id = a.candidate_id
    where a.status in ('active', 'on_hold', 'offered')
      and (a.id in (select application_id from scorecards where interviewer_id = $1 and status in ('assigned', 'draft'))
        or a.id in (select application_id from seats where user_id = $1 and ended_at is null)))
  select 'scorecard' as kind, own.id as "seatId", 'interviewer' as seat, s.id as "scorecardId", s.interview_id as "interviewId",
    v.job_id as "jobId", j.title as "jobTitle", v.id as "applicationId", v.candidate as "candidateName", s.due_at as "dueAt"
  from scorecards s
  join interviews i on i.id = s.interview_id and i.status not in ('cancelled', 'no_show')
  join visible v on v.id = s.application_id join jobs j on j.id = v.job_id
  left join lateral (select x.id from seats x where x.interview_id = s.interview_id and x.user_id = $1 and x.ended_at is null limit 1) own on true
  where s.interviewer_id = $1 and s.status in ('assigned', 'draft')
  union all
  select 'seat', s.id, s.kind, null, null, j.id, j.title, v.id, v.candidate, null
  from seats s
  left join visible v on v.id = s.application_id
  join jobs j on j.id = coalesce(s.job_id, v.job_id) and j.status not in ('closed', 'archived')
  where s.user_id = $1 and s.ended_at is null and (s.ends_at is null or s.ends_at > $2) and s.kind <> 'interviewer'
  order by "dueAt" nulls last, "jobTitle", "candidateName", seat, "seatId"`;

/** What a person still has to do or holds: for themselves, and for handing over when they leave. */
@Injectable()
export class DutiesReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  of(userId: string, viewerId: string): Promise<DutyRow[]> {
    return this.database.query<DutyRow>(DUTIES, [userId, this.clock.now(), viewerId]);
  }
}
