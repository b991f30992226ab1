import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which candidates exist for a viewer, in one SELECT that the planner takes apart into the query that pages. */
export class CreateCandidateSight1790000002002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CANDIDATE_SIGHT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function candidate_sight(uuid, timestamptz)');
  }
}

/** A seat in force at the time asked about. */
const LIVE = `s.ended_at is null and (s.starts_at is null or s.starts_at <= at) and (s.ends_at is null or s.ends_at > at)`;

/**
 * Visible are the candidates of applications the viewer has sight of; else those they made, and any for a recruiter of some job, an admin
 * or an auditor, as long as no conflict hides one of the person's applications. `manages`: may see how to reach them and
 * change the record.
 */
const CANDIDATE_SIGHT = `
create function candidate_sight(viewer uuid, at timestamptz)
returns table (candidate_id uuid, visible boolean, manages boolean) language sql stable as $$
  select c.id,
    not exists (select 1 from conflicts f join candidates p on p.id = f.person_id
                where f.user_id = viewer and f.withdrawn_at is null and p.person_id = c.person_id)
      and not exists (select 1 from candidates p where p.user_id = viewer and p.person_id = c.person_id)
      and (((c.created_by = viewer or u.site_role <> 'member'
             or exists (select 1 from seats s where s.user_id = viewer and s.kind = 'recruiter' and ${LIVE}))
            and not exists (select 1 from candidates p join applications mine on mine.person_id = p.person_id
                            join applications a on a.job_id = mine.job_id where p.user_id = viewer and a.person_id = c.person_id))
        or exists (select 1 from applications a join application_sight(viewer, at) v on v.application_id = a.id
                   where a.person_id = c.person_id and v.sight <> 'absent')),
    u.site_role = 'admin' or c.created_by = viewer
      or exists (select 1 from seats s where s.user_id = viewer and s.kind = 'recruiter' and ${LIVE})
      or exists (select 1 from applications a join seats s on s.job_id = a.job_id
                 where a.person_id = c.person_id and s.user_id = viewer and s.kind in ('recruiter', 'hiring_manager', 'coordinator') and ${LIVE})
  from candidates c
  join users u on u.id = viewer
$$;`;
