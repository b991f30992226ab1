import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What exists for a viewer, in a form that lists can walk through: `application_sight` answers more, and planning its every branch
 * into a list costs more than the list. A test proves that an application is known exactly where its sight is not 'absent'.
 */
export class CreateCandidateSight1790000002002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [KNOWN_APPLICATIONS, SIGHT_OF_PAGE, CANDIDATE_SIGHT]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function candidate_sight(uuid, timestamptz)');
    await runner.query('drop function application_sight_of(uuid, timestamptz, uuid[])');
    await runner.query('drop function known_applications(uuid, timestamptz)');
  }
}

/** A seat in force at the time asked about. */
const LIVE = `s.ended_at is null and (s.starts_at is null or s.starts_at <= at) and (s.ends_at is null or s.ends_at > at)`;

/** The person is the viewer, or close to them; it follows the person through merges. */
const conflictWith = (person: string) => `(
      exists (select 1 from conflicts f join candidates p on p.id = f.person_id
              where f.user_id = viewer and f.withdrawn_at is null and p.person_id = ${person})
      or exists (select 1 from candidates p where p.user_id = viewer and p.person_id = ${person}))`;

/** The viewer applied for this job too. */
const rivalFor = (job: string) => `
      exists (select 1 from candidates p join applications mine on mine.person_id = p.person_id where p.user_id = viewer and mine.job_id = ${job})`;

const SEATED = `(
      exists (select 1 from seats s where s.user_id = viewer and s.job_id = a.job_id and ${LIVE})
      or exists (select 1 from seats s where s.user_id = viewer and s.application_id = a.id and ${LIVE})
      or exists (select 1 from scorecards c where c.application_id = a.id and c.interviewer_id = viewer))`;

/** The applications that exist for the viewer: where `application_sight` says 'status' or 'content'. */
const KNOWN_APPLICATIONS = `
create function known_applications(viewer uuid, at timestamptz) returns table (application_id uuid) language sql stable as $$
  select a.id from applications a join users u on u.id = viewer
  where not ${conflictWith('a.person_id')} and not ${rivalFor('a.job_id')} and (u.site_role <> 'member' or ${SEATED})
$$;`;

/** The sight of a page of applications. Planned once a connection, whatever is asked: planning it takes longer than answering. */
const SIGHT_OF_PAGE = `
create function application_sight_of(viewer uuid, at timestamptz, page uuid[])
returns table (application_id uuid, sight text) language plpgsql stable rows 50 set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query select v.application_id, v.sight from application_sight(viewer, at) v where v.application_id = any(page);
end $$;`;

/** Whom an admin made recruiter of some job: who makes a job of their own does not open everybody's record by it. */
const TRUSTED_RECRUITER = `exists (select 1 from seats s join users g on g.id = s.granted_by
                       where s.user_id = viewer and s.kind = 'recruiter' and g.site_role = 'admin' and ${LIVE})`;

/**
 * Visible are the candidates of applications the viewer knows of; else those they made, and any for a trusted recruiter, an admin or
 * an auditor, as long as no conflict hides one of the person's applications. `manages`: may see how to reach them and
 * change the record.
 */
const CANDIDATE_SIGHT = `
create function candidate_sight(viewer uuid, at timestamptz)
returns table (candidate_id uuid, visible boolean, manages boolean) language sql stable as $$
  select c.id,
    not ${conflictWith('c.person_id')}
      and (((c.created_by = viewer or u.site_role <> 'member'
             or ${TRUSTED_RECRUITER})
            and not exists (select 1 from candidates p join applications mine on mine.person_id = p.person_id
                            join applications a on a.job_id = mine.job_id where p.user_id = viewer and a.person_id = c.person_id))
        or exists (select 1 from applications a join known_applications(viewer, at) k on k.application_id = a.id
                   where a.person_id = c.person_id)),
    u.site_role = 'admin' or c.created_by = viewer
      or ${TRUSTED_RECRUITER}
      or exists (select 1 from applications a join seats s on s.job_id = a.job_id
                 where a.person_id = c.person_id and s.user_id = viewer and s.kind in ('recruiter', 'hiring_manager', 'coordinator') and ${LIVE})
  from candidates c
  join users u on u.id = viewer
$$;`;
