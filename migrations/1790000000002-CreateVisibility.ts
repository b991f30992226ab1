import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The one SQL form of the visibility rule. `src/domain/visibility/visibility.ts` is the specification; a test runs every
 * cell of the matrix through both.
 */
export class CreateVisibility1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPLICATION_SIGHT);
    await runner.query(PAIR_QUESTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function application_sight(uuid, timestamptz);
      drop function is_conflicted(uuid, uuid, uuid);
      drop function owes_on(uuid, uuid, timestamptz);
    `);
  }
}

/** A seat in force at the time asked about. */
const LIVE = `s.ended_at is null and (s.starts_at is null or s.starts_at <= at) and (s.ends_at is null or s.ends_at > at)`;
const jobSeat = (kinds?: string) =>
  `exists (select 1 from seats s where s.user_id = viewer and s.job_id = a.job_id and ${LIVE}${kinds ? ` and s.kind in (${kinds})` : ''})`;
const ownSeat = (kinds?: string) =>
  `exists (select 1 from seats s where s.user_id = viewer and s.application_id = a.id and ${LIVE}${kinds ? ` and s.kind in (${kinds})` : ''})`;
const OWN_CARD = `exists (select 1 from scorecards c where c.application_id = a.id and c.interviewer_id = viewer)`;

/** A conflict follows the person through merges; a rival is anybody who applied for a job the viewer applied for. */
const CONFLICTED = `(
          exists (select 1 from conflicts f join candidates p on p.id = f.person_id
                  where f.user_id = viewer and f.withdrawn_at is null and p.person_id = a.person_id)
          or exists (select 1 from candidates p where p.user_id = viewer and p.person_id = a.person_id)
          or exists (select 1 from candidates p join applications mine on mine.person_id = p.person_id
                     where p.user_id = viewer and mine.job_id = a.job_id))`;

/** A card to give on any open application of the person; declined, waived or a stand-in's, it binds until that debrief opens. */
const OWES = `(
          exists (select 1 from scorecards c
                  join interviews i on i.id = c.interview_id
                  join applications o on o.id = c.application_id
                  join debriefs od on od.application_id = o.id
                  where c.interviewer_id = viewer and c.status in ('assigned', 'draft', 'declined', 'waived')
                    and i.status not in ('cancelled', 'no_show')
                    and o.person_id = a.person_id and o.status in ('active', 'on_hold', 'offered')
                    and (c.status in ('assigned', 'draft') or od.state = 'collecting'))
          or exists (select 1 from seats s
                  join interviews i on i.id = s.interview_id
                  join application_rounds r on r.id = i.round_id
                  join applications o on o.id = s.application_id
                  join debriefs od on od.application_id = o.id
                  where s.user_id = viewer and s.delegated_from is not null and ${LIVE}
                    and i.status not in ('cancelled', 'no_show') and coalesce((r.content->>'owesCard')::boolean, true)
                    and o.person_id = a.person_id and o.status in ('active', 'on_hold', 'offered') and od.state = 'collecting'
                    and not exists (select 1 from scorecards c where c.interview_id = i.id and c.interviewer_id = viewer)))`;

/** Declined or waived on this application, with nothing submitted. */
const BARRED = `(
          exists (select 1 from scorecards c join interviews i on i.id = c.interview_id
                  where c.application_id = a.id and c.interviewer_id = viewer and c.status in ('declined', 'waived')
                    and i.status not in ('cancelled', 'no_show'))
          and not exists (select 1 from scorecards c where c.application_id = a.id and c.interviewer_id = viewer and c.status = 'submitted'))`;

/**
 * What the viewer sees of others' cards on each application: 'absent' (it does not exist for them), 'status' or 'content'.
 * One SELECT that the planner takes apart into the query that pages, every question one EXISTS inside the CASE: asked only
 * when the branches above did not decide, by index for one application and by hash for a list.
 */
const APPLICATION_SIGHT = `
create function application_sight(viewer uuid, at timestamptz)
returns table (application_id uuid, sight text) language sql stable as $$
  select a.id,
    case
      when ${CONFLICTED} then 'absent'
      when ${OWES}
        then case when u.site_role <> 'member' or ${jobSeat()} or ${ownSeat()} or ${OWN_CARD} then 'status' else 'absent' end
      when u.site_role = 'admin' and exists (select 1 from break_glass b where b.user_id = viewer and b.application_id = a.id
             and b.ended_at is null and b.granted_at <= at and b.expires_at > at) then 'content'
      when u.site_role = 'auditor' then 'content'
      when not ${jobSeat(`'recruiter', 'hiring_manager'`)} and not ${ownSeat()}
        then case when u.site_role = 'admin' or ${jobSeat()} or ${OWN_CARD} then 'status' else 'absent' end
      when a.visibility_policy = 'deciders_only' and not ${jobSeat(`'hiring_manager'`)}
       and not ${ownSeat(`'facilitator', 'committee_member', 'bar_raiser'`)} then 'status'
      when d.state <> 'collecting' then 'content'
      when a.visibility_policy <> 'after_own' then 'status'
      when ${BARRED} then 'status'
      else 'content'
    end
  from applications a
  join users u on u.id = viewer
  join debriefs d on d.application_id = a.id
$$;`;

/** For questions about one pair: may this person sit on that panel, may they know of this candidate. The job may be null. */
const PAIR_QUESTIONS = `
create function is_conflicted(viewer uuid, person uuid, job uuid) returns boolean language sql stable as $$
  select ${CONFLICTED} from (select person as person_id, job as job_id) a
$$;

create function owes_on(viewer uuid, person uuid, at timestamptz default now()) returns boolean language sql stable as $$
  select ${OWES} from (select person as person_id) a
$$;`;
