import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the pipeline rooms need beside the foundation: a sort column that no scorecard moves, the candidate's name beside the
 * application so that a board sorted by name stays one index walk at any size, and the place a person fills on a panel.
 */
export class CreatePipeline1790000002001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [COLUMNS, SORTING, INDEXES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger candidates_name_sort on candidates;
      drop trigger applications_sort on applications;
      drop function carry_candidate_name();
      drop function fill_application_sort();
      drop index applications_by_change, applications_by_job_change, applications_by_job_status, applications_by_status,
        applications_by_job_round, applications_by_start, applications_by_job_start, applications_by_name, applications_by_job_name;
      create index applications_job on applications (job_id, last_activity_at desc, id);
      create index applications_status on applications (status, last_activity_at desc, id);
      create index applications_activity on applications (last_activity_at desc, id);
      alter table applications drop column stage_changed_at, drop column candidate_sort, drop column reason;
      alter table applications reset (fillfactor);
      alter table jobs drop column responsibilities;
      alter table seats drop column place;
      alter table candidate_files drop column removed_by, drop column removed_reason;
      drop index interview_plans_name;
    `);
  }
}

const COLUMNS = `
alter table jobs add column responsibilities jsonb not null default '[]';
alter table seats add column place text check (place is null or kind = 'interviewer');
alter table candidate_files add column removed_by uuid references users, add column removed_reason text;
alter table applications add column stage_changed_at timestamptz, add column candidate_sort text, add column reason text;
create index interview_plans_name on interview_plans (lower(name), id);`;

/**
 * last_activity_at moves when a card is submitted: ordered by it, a list would tell a blinded viewer when. stage_changed_at
 * moves only with what they may know. Both columns are kept by triggers, so that imports and bulk loads cannot forget them.
 */
const SORTING = `
update applications a set stage_changed_at = a.started_at, candidate_sort = (select lower(c.name) from candidates c where c.id = a.candidate_id);
alter table applications alter column stage_changed_at set not null, alter column candidate_sort set not null;

create function fill_application_sort() returns trigger language plpgsql as $$
begin
  new.stage_changed_at := coalesce(new.stage_changed_at, new.started_at);
  new.candidate_sort := (select lower(c.name) from candidates c where c.id = new.candidate_id);
  return new;
end $$;
create trigger applications_sort before insert on applications for each row execute function fill_application_sort();

create function carry_candidate_name() returns trigger language plpgsql as $$
begin
  update applications set candidate_sort = lower(new.name) where candidate_id = new.id;
  return null;
end $$;
create trigger candidates_name_sort after update of name on candidates for each row when (old.name is distinct from new.name)
  execute function carry_candidate_name();`;

/** No index holds a column that a submitted card changes: storing the summary stays an update in place (HOT). */
const INDEXES = `
drop index applications_job;
drop index applications_status;
drop index applications_activity;
create index applications_by_change on applications (stage_changed_at desc, id desc);
create index applications_by_job_change on applications (job_id, stage_changed_at desc, id desc);
create index applications_by_status on applications (status, stage_changed_at desc, id desc);
create index applications_by_job_status on applications (job_id, status, stage_changed_at desc, id desc);
create index applications_by_job_round on applications (job_id, current_round_key, stage_changed_at desc, id desc);
create index applications_by_start on applications (started_at desc, id desc);
create index applications_by_job_start on applications (job_id, started_at desc, id desc);
create index applications_by_name on applications (candidate_sort, id);
create index applications_by_job_name on applications (job_id, candidate_sort, id);
alter table applications set (fillfactor = 85);`;
