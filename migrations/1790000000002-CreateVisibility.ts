import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one SQL form of the visibility rule. `src/domain/visibility/visibility.ts` is the specification; a test runs every
 * cell of the matrix through both. Plain SQL functions, so that the planner inlines them into the query that pages.
 */
export class CreateVisibility1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function application_sight(uuid, timestamptz);
      drop function is_conflicted(uuid, uuid, uuid);
      drop function owes_on(uuid, uuid);
    `);
  }
}

const FUNCTIONS = `
-- The viewer may not know of this person's application to this job.
create function is_conflicted(viewer uuid, person uuid, job uuid) returns boolean language sql stable as $$
  select exists (select 1 from conflicts f where f.user_id = viewer and f.person_id = person and f.withdrawn_at is null)
      or exists (select 1 from candidates c where c.user_id = viewer and c.person_id = person)
      or exists (select 1 from candidates c join applications mine on mine.person_id = c.person_id
                 where c.user_id = viewer and mine.job_id = job)
$$;

-- The viewer still has to give a judgement of this person, on any open application of theirs.
create function owes_on(viewer uuid, person uuid) returns boolean language sql stable as $$
  select exists (select 1
    from scorecards s
    join interviews i on i.id = s.interview_id
    join applications a on a.id = s.application_id
    where s.interviewer_id = viewer and s.status in ('assigned', 'draft')
      and i.status not in ('cancelled', 'no_show')
      and a.person_id = person and a.status in ('active', 'on_hold', 'offered'))
$$;

-- What the viewer sees of others' cards on each application: 'absent' (it does not exist for them), 'status' or 'content'.
create function application_sight(viewer uuid, at timestamptz)
returns table (application_id uuid, sight text) language sql stable as $$
  select a.id,
    case
      when is_conflicted(viewer, a.person_id, a.job_id) then 'absent'
      when owes_on(viewer, a.person_id) then
        case when u.site_role in ('admin', 'auditor') or jobs.kinds is not null or own.kinds is not null then 'status' else 'absent' end
      when u.site_role = 'admin' and exists (select 1 from break_glass b where b.user_id = viewer and b.application_id = a.id
             and b.ended_at is null and b.expires_at > at) then 'content'
      when u.site_role = 'auditor' then 'content'
      when jobs.kinds is null and own.kinds is null then case when u.site_role = 'admin' then 'status' else 'absent' end
      when not (coalesce(jobs.kinds, '{}') && '{recruiter,hiring_manager}'::text[])
       and not (coalesce(own.kinds, '{}') && '{interviewer,facilitator,committee_member,bar_raiser}'::text[]) then 'status'
      when a.visibility_policy <> 'after_own' and d.state = 'collecting' then 'status'
      when a.visibility_policy = 'deciders_only'
       and not (coalesce(jobs.kinds, '{}') && '{hiring_manager}'::text[])
       and not (coalesce(own.kinds, '{}') && '{facilitator,committee_member,bar_raiser}'::text[]) then 'status'
      when d.state <> 'collecting' then 'content'
      when coalesce(jobs.kinds, '{}') && '{recruiter,hiring_manager}'::text[]
        or coalesce(own.kinds, '{}') && '{facilitator,committee_member,bar_raiser}'::text[] then
        case when unlocked.barred then 'status' else 'content' end
      when unlocked.submitted then 'content'
      else 'status'
    end
  from applications a
  join users u on u.id = viewer
  join debriefs d on d.application_id = a.id
  cross join lateral (select array_agg(s.kind) as kinds from seats s where s.user_id = viewer and s.job_id = a.job_id and s.ended_at is null
     and (s.starts_at is null or s.starts_at <= at) and (s.ends_at is null or s.ends_at > at)) jobs
  cross join lateral (select array_agg(s.kind) as kinds from seats s where s.user_id = viewer and s.application_id = a.id and s.ended_at is null
     and (s.starts_at is null or s.starts_at <= at) and (s.ends_at is null or s.ends_at > at)) own
  cross join lateral (select
       coalesce(bool_or(c.status = 'submitted'), false) as submitted,
       coalesce(bool_or(c.status in ('declined', 'waived')), false) and not coalesce(bool_or(c.status = 'submitted'), false) as barred
     from scorecards c where c.application_id = a.id and c.interviewer_id = viewer) unlocked
$$;`;
