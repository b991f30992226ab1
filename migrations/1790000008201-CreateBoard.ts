import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The board: one line for each application with what it is sorted, filtered and counted by, kept by triggers so that no room can forget
 * it; the stays in rounds that the reports count; and what the board's people write: views, bulk runs, nudges.
 */
export class CreateBoard1790000008201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [LINES, REFRESH, TRIGGERS, STAYS, VIEWS, BULK, NUDGES, FILL]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table nudges, bulk_items, bulk_runs, board_view_defaults, board_views;
      drop trigger applications_stays_started on applications;
      drop trigger applications_stays_moved on applications;
      drop function keep_round_stays();
      drop table round_stays;
      drop trigger application_clocks_board_added on application_clocks;
      drop trigger application_clocks_board_changed on application_clocks;
      drop trigger application_clocks_board_removed on application_clocks;
      drop trigger debriefs_board_started on debriefs;
      drop trigger debriefs_board_moved on debriefs;
      drop trigger applications_board on applications;
      drop function carry_clocks_to_board();
      drop function carry_debrief_to_board();
      drop function carry_application_to_board();
      drop function refresh_board_line(uuid);
      drop table board_lines;
    `);
  }
}

/**
 * Nothing in a line comes from what a card says, or from when it came: its status is enough to say what is waited for, and statuses may
 * be known to whoever may know of the application.
 */
const LINES = `
create table board_lines (
  application_id uuid primary key references applications,
  job_id uuid not null references jobs,
  person_id uuid not null references candidates,
  status text not null,
  -- still to be decided, offered to or hired
  open boolean not null,
  -- where it stands on the board: 'round:<key>', 'debrief', 'decided', 'offered', 'held', or how it ended
  lane text not null,
  round_key text,
  waits_for text check (waits_for in ('schedule', 'interview', 'card', 'advance', 'decision', 'committee', 'outcome', 'candidate', 'hold')),
  -- who has to act on what is waited for
  acts text check (acts in ('interviewer', 'hiring_manager', 'recruiter', 'coordinator', 'committee', 'candidate')),
  candidate_sort text not null,
  changed_at timestamptz not null,
  -- the earliest clock that runs
  clock_key text,
  clock_subject_id uuid,
  due_at timestamptz,
  risk_at timestamptz,
  due_sort timestamptz not null generated always as (coalesce(due_at, 'infinity'::timestamptz)) stored
) with (fillfactor = 80);
create index board_lines_due on board_lines (due_sort, application_id) where open;
create index board_lines_job_due on board_lines (job_id, due_sort, application_id) where open;
create index board_lines_lane_due on board_lines (job_id, lane, due_sort, application_id) where open;
create index board_lines_changed on board_lines (open, changed_at, application_id);
create index board_lines_job_changed on board_lines (job_id, open, changed_at, application_id);
create index board_lines_name on board_lines (open, candidate_sort, application_id);
create index board_lines_job_name on board_lines (job_id, open, candidate_sort, application_id);
create index board_lines_counts on board_lines (job_id, lane) include (due_at, risk_at, person_id, application_id) where open;`;

/**
 * Computes one line anew. The line is locked before anything is read: of two transactions that change an application and its clocks at
 * once, the later one sees what the earlier wrote.
 */
const REFRESH = `
create function refresh_board_line(application uuid) returns void language plpgsql as $$
begin
  perform 1 from board_lines b where b.application_id = application for update;
  insert into board_lines as b (application_id, job_id, person_id, status, open, lane, round_key, waits_for, acts, candidate_sort, changed_at,
      clock_key, clock_subject_id, due_at, risk_at)
  select l.id, l.job_id, l.person_id, l.status, l.open, l.lane, l.round_key, l.waits_for,
    case l.waits_for when 'schedule' then 'coordinator' when 'interview' then 'interviewer' when 'card' then 'interviewer' when 'advance' then 'recruiter'
      when 'decision' then 'hiring_manager' when 'committee' then 'committee' when 'outcome' then 'recruiter' when 'candidate' then 'candidate'
      when 'hold' then 'recruiter' end,
    l.candidate_sort, l.stage_changed_at, k.key, k.subject_id, k.due_at, k.risk_at
  from (
    select a.id, a.job_id, a.person_id, a.status, a.status in ('active', 'on_hold', 'offered') as open, a.candidate_sort, a.stage_changed_at,
      case when a.status in ('active', 'on_hold', 'offered') then a.current_round_key end as round_key,
      case
        when a.status = 'on_hold' then 'held'
        when a.status <> 'active' then a.status
        when d.state in ('decided', 'closed') then 'decided'
        when d.state <> 'collecting' or a.current_round_key is null then 'debrief'
        else 'round:' || a.current_round_key
      end as lane,
      case
        when a.status = 'on_hold' then 'hold'
        when a.status = 'offered' then 'candidate'
        when a.status <> 'active' then null
        when d.state in ('decided', 'closed') then 'outcome'
        when d.state = 'committee_ballot' then 'committee'
        when d.state <> 'collecting' then 'decision'
        when a.current_round_key is null then case when c.owed > 0 then 'card' else 'decision' end
        when coalesce(i.live, 0) = 0 or i.planned then 'schedule'
        when i.ahead or c.owed_ahead > 0 then 'interview'
        when c.owed_held > 0 then 'card'
        else 'advance'
      end as waits_for
    from applications a
    join debriefs d on d.application_id = a.id
    left join application_rounds r on r.application_id = a.id and r.key = a.current_round_key
    left join lateral (
      select count(*) as live, bool_or(x.status = 'planned') as planned,
        bool_or(x.status = 'scheduled' and not exists (select 1 from scorecards s where s.interview_id = x.id)) as ahead
      from interviews x where x.round_id = r.id and x.status not in ('cancelled', 'no_show')) i on true
    cross join lateral (
      select count(*) as owed, count(*) filter (where x.status = 'held') as owed_held, count(*) filter (where x.round_id = r.id and x.status = 'scheduled') as owed_ahead
      from scorecards s join interviews x on x.id = s.interview_id and x.status not in ('cancelled', 'no_show')
      where s.application_id = a.id and s.counts and s.status in ('assigned', 'draft')) c
    where a.id = application) l
  left join lateral (
    select c.key, c.subject_id, c.due_at, c.risk_at from application_clocks c
    where l.open and c.application_id = l.id and c.stopped_at is null
    order by c.due_at nulls last, c.key, c.subject_id limit 1) k on true
  on conflict (application_id) do update set job_id = excluded.job_id, person_id = excluded.person_id, status = excluded.status, open = excluded.open,
    lane = excluded.lane, round_key = excluded.round_key, waits_for = excluded.waits_for, acts = excluded.acts,
    candidate_sort = excluded.candidate_sort, changed_at = excluded.changed_at, clock_key = excluded.clock_key,
    clock_subject_id = excluded.clock_subject_id, due_at = excluded.due_at, risk_at = excluded.risk_at
  where (b.job_id, b.person_id, b.status, b.lane, b.round_key, b.waits_for, b.candidate_sort, b.changed_at, b.clock_key, b.clock_subject_id, b.due_at, b.risk_at)
    is distinct from (excluded.job_id, excluded.person_id, excluded.status, excluded.lane, excluded.round_key, excluded.waits_for,
      excluded.candidate_sort, excluded.changed_at, excluded.clock_key, excluded.clock_subject_id, excluded.due_at, excluded.risk_at);
end $$;`;

/** Every change to a card, a panel, an interview or a round ends in `refresh_application`, which writes the application. */
const TRIGGERS = `
create function carry_application_to_board() returns trigger language plpgsql as $$
begin
  perform refresh_board_line(new.id);
  return null;
end $$;
create trigger applications_board after update of status, current_round_key, stage_changed_at, last_activity_at, candidate_sort, person_id, job_id on applications
  for each row execute function carry_application_to_board();

create function carry_debrief_to_board() returns trigger language plpgsql as $$
begin
  perform refresh_board_line(new.application_id);
  return null;
end $$;
-- an application's line begins with its debrief
create trigger debriefs_board_started after insert on debriefs for each row execute function carry_debrief_to_board();
create trigger debriefs_board_moved after update of state on debriefs for each row when (old.state is distinct from new.state)
  execute function carry_debrief_to_board();

create function carry_clocks_to_board() returns trigger language plpgsql as $$
begin
  perform refresh_board_line(c.application_id) from (select distinct application_id from changed order by application_id) c;
  return null;
end $$;
create trigger application_clocks_board_added after insert on application_clocks referencing new table as changed
  for each statement execute function carry_clocks_to_board();
create trigger application_clocks_board_changed after update on application_clocks referencing new table as changed
  for each statement execute function carry_clocks_to_board();
create trigger application_clocks_board_removed after delete on application_clocks referencing old table as changed
  for each statement execute function carry_clocks_to_board();`;

/** From when to when an application stood in a round, by the times of its stage; a round come back to is a stay of its own. */
const STAYS = `
create table round_stays (
  id bigint generated always as identity primary key,
  application_id uuid not null references applications,
  job_id uuid not null references jobs,
  round_key text not null,
  entered_at timestamptz not null,
  left_at timestamptz check (left_at >= entered_at),
  outcome text check (outcome in ('passed', 'rejected', 'withdrawn', 'skipped')),
  check ((left_at is null) = (outcome is null))
);
create unique index round_stays_open on round_stays (application_id) where left_at is null;
create index round_stays_application on round_stays (application_id);
create index round_stays_job on round_stays (job_id, entered_at) include (round_key, application_id, left_at, outcome);
create index round_stays_entered on round_stays (entered_at) include (job_id, round_key, application_id, left_at, outcome);

create function keep_round_stays() returns trigger language plpgsql as $$
declare
  before text := case when tg_op = 'UPDATE' then case when old.status in ('active', 'on_hold', 'offered') then old.current_round_key end end;
  after text := case when new.status in ('active', 'on_hold', 'offered') then new.current_round_key end;
begin
  if before is not distinct from after then return null; end if;
  update round_stays s set left_at = greatest(s.entered_at, new.stage_changed_at),
      outcome = case when new.status = 'rejected' then 'rejected' when new.status = 'withdrawn' then 'withdrawn'
        when exists (select 1 from application_rounds r where r.application_id = new.id and r.key = before and r.status = 'skipped') then 'skipped' else 'passed' end
    where s.application_id = new.id and s.left_at is null;
  if after is not null then
    insert into round_stays (application_id, job_id, round_key, entered_at)
      values (new.id, new.job_id, after, case when tg_op = 'INSERT' then new.started_at else new.stage_changed_at end);
  end if;
  return null;
end $$;
create trigger applications_stays_started after insert on applications for each row execute function keep_round_stays();
create trigger applications_stays_moved after update of current_round_key, status on applications for each row execute function keep_round_stays();`;

const VIEWS = `
create table board_views (
  id uuid primary key,
  owner_id uuid not null references users,
  name text not null,
  filters jsonb not null default '{}',
  sort text not null check (sort in ('due', 'stage', 'name')),
  -- whose recruiters may use it too
  shared_job_id uuid references jobs,
  position integer not null,
  version integer not null default 1,
  created_at timestamptz not null,
  -- a name somebody is looked for by may be of a person hidden from another
  check (shared_job_id is null or not filters ? 'search')
);
create index board_views_owner on board_views (owner_id, position, id);
create index board_views_shared on board_views (shared_job_id) where shared_job_id is not null;

create table board_view_defaults (
  user_id uuid primary key references users,
  view_id uuid not null references board_views on delete cascade
);
create index board_view_defaults_view on board_view_defaults (view_id);`;

const BULK = `
create table bulk_runs (
  id uuid primary key,
  actor_id uuid not null references users,
  -- who acted and from where, as every event tells it
  actor jsonb not null,
  request jsonb not null,
  state text not null check (state in ('previewed', 'running', 'done')),
  undo_of uuid references bulk_runs,
  created_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz
);
create index bulk_runs_actor on bulk_runs (actor_id, created_at);
create unique index bulk_runs_undone_once on bulk_runs (undo_of) where undo_of is not null;

create table bulk_items (
  run_id uuid not null references bulk_runs on delete cascade,
  position integer not null,
  application_id uuid not null,
  -- what the preview saw; null where it refused
  version integer,
  -- the version the run left behind
  version_after integer,
  state text not null check (state in ('pending', 'changed', 'refused')),
  before jsonb,
  after jsonb,
  refusal jsonb,
  primary key (run_id, position),
  unique (run_id, application_id)
);`;

const NUDGES = `
create table nudges (
  id bigint generated always as identity primary key,
  application_id uuid not null references applications,
  clock_key text not null,
  subject_id uuid not null,
  holder_id uuid not null references users,
  nudged_by uuid not null references users,
  at timestamptz not null
);
create index nudges_holder on nudges (holder_id, at desc);`;

/** What was there before: stays as far as the rounds tell, one after another. */
const FILL = `
insert into round_stays (application_id, job_id, round_key, entered_at, left_at, outcome)
  select s.id, s.job_id, s.key, s.entered_at, case when s.outcome is not null then greatest(s.entered_at, s.left_at) end, s.outcome
  from (
    select a.id, a.job_id, r.key, r.position,
      greatest(a.started_at, coalesce(max(r.decided_at) filter (where r.status = 'passed') over (partition by a.id order by r.position rows between unbounded preceding and 1 preceding), a.started_at)) as entered_at,
      coalesce(r.decided_at, a.ended_at, a.stage_changed_at) as left_at,
      case when r.status = 'current' then null when r.outcome = 'reject' then 'rejected' when r.status = 'passed' then 'passed' end as outcome
    from applications a join application_rounds r on r.application_id = a.id
    where r.status = 'passed' or (r.status = 'current' and a.current_round_key = r.key and a.status in ('active', 'on_hold', 'offered'))) s
  order by s.id, s.position;
select refresh_board_line(id) from applications;`;
