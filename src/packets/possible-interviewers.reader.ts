import { Injectable } from '@nestjs/common';
import type { RoundOnPlan } from '../domain/next-signal/choose-round.js';
import { HORIZON_DAYS, type PossibleInterviewer } from '../domain/next-signal/rank-interviewers.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** A panel is planned from those who have least to do; nobody reads more names than this. */
const MOST = 300;
const DAY = 86_400_000;

/**
 * Who runs the job or the debrief judges by other means and is left out, like everybody who has a card on the application or was shown one
 * on the person. Whoever is in conflict of interest is simply not there.
 */
const POSSIBLE = sql`
  select u.id as "userId", u.name, u.qualifications, u.availability, ($2::timestamptz at time zone u.time_zone)::date::text as today,
    coalesce((select jsonb_agg(jsonb_build_object('startsOn', off.starts_on, 'endsOn', off.ends_on)) from absences off
      where off.user_id = u.id and off.ends_on >= ($2::timestamptz at time zone u.time_zone)::date), '[]') as absences,
    (select count(distinct i.id)::integer from seats s join interviews i on i.id = s.interview_id
      where s.user_id = u.id and s.ended_at is null and i.status in ('planned', 'scheduled') and i.starts_at between $2 and $3) as interviews
  from applications a cross join users u
  where a.id = $1 and u.status = 'active' and u.site_role <> 'auditor'
    and (u.qualifications && $4::text[] or ($5 and (cardinality(u.qualifications) > 0
      or exists (select 1 from seats s where s.user_id = u.id and s.kind = 'interviewer'))))
    and not exists (select 1 from scorecards c where c.application_id = a.id and c.interviewer_id = u.id)
    and not exists (select 1 from exposures x join scorecards c on c.id = x.scorecard_id join applications o on o.id = c.application_id
      where x.user_id = u.id and o.person_id = a.person_id)
    and not exists (select 1 from seats s where s.user_id = u.id and s.ended_at is null and (s.job_id = a.job_id or s.application_id = a.id))
    and not is_conflicted(u.id, a.person_id, a.job_id)
  order by interviews, u.name, u.id limit $6`;

const PLAN = sql`
  select rv.content->'criteria' as criteria,
    (select coalesce(jsonb_agg(jsonb_build_object('key', r.key, 'name', coalesce(r.content->>'name', r.key), 'position', r.position, 'status', r.status,
        'owesCard', coalesce((r.content->>'owesCard')::boolean, true), 'panel', coalesce(r.content->'panel', '[]')) order by r.position), '[]')
      from application_rounds r where r.application_id = a.id) as rounds
  from applications a join rubric_versions rv on rv.id = a.rubric_version_id where a.id = $1`;

export interface PlanOfApplication {
  readonly criteria: readonly { readonly key: string; readonly rounds: readonly string[] }[];
  readonly rounds: readonly RoundOnPlan[];
}

/** Reads who could be asked for another interview. Only for those who see the content of the debrief. */
@Injectable()
export class PossibleInterviewersReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  people(applicationId: string, wanted: { readonly qualifications: readonly string[]; readonly anybody: boolean }): Promise<PossibleInterviewer[]> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + HORIZON_DAYS * DAY);
    return this.database.query<PossibleInterviewer>(POSSIBLE, [applicationId, now, until, wanted.qualifications, wanted.anybody, MOST]);
  }

  async plan(applicationId: string): Promise<PlanOfApplication> {
    const [plan] = await this.database.query<PlanOfApplication>(PLAN, [applicationId]);
    if (!plan) throw new Error('a debrief without its application');
    return plan;
  }
}
