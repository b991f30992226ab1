import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The foundation: people and access, rubrics and plans, jobs to interviews, scorecards with their revisions, the first
 * form of the debrief, and the append-only record. Ids that a blinded viewer can see are UUIDv4 and carry no time.
 */
export class CreateFoundation1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ORGANISATION, ACCESS, RUBRICS, PIPELINE, SEATS, SCORECARDS, DEBRIEFS, RECORD, PLATFORM, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function if exists grant_runtime(text);
      drop table if exists idempotency_keys, event_contents, events, decisions, debriefs, exposures, private_notes,
        scorecard_revisions, scorecards, seats, conflicts, break_glass, interviews, application_rounds, applications,
        candidate_files, candidates, jobs, interview_plans, rubric_versions, rubrics, api_tokens, sessions, sign_in_attempts,
        one_time_links, absences, users, organisation cascade;
      drop function if exists refuse_change();
      drop function if exists refuse_published_change();
    `);
  }
}

const ORGANISATION = `
create table organisation (
  id boolean primary key default true check (id),
  name text not null,
  time_zone text not null default 'UTC',
  country text not null default 'US',
  is_demo boolean not null default false,
  settings jsonb not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null
);`;

const ACCESS = `
create table users (
  id uuid primary key,
  email text not null,
  name text not null,
  site_role text not null check (site_role in ('admin', 'member', 'auditor')),
  status text not null default 'active' check (status in ('active', 'deactivated')),
  password_hash text,
  time_zone text not null default 'UTC',
  country text not null default 'US',
  locale text not null default 'en' check (locale in ('en', 'zh-CN')),
  qualifications text[] not null default '{}',
  languages text[] not null default '{}',
  availability jsonb not null default '[]',
  version integer not null default 1,
  created_at timestamptz not null,
  deactivated_at timestamptz
);
create unique index users_email on users (lower(email));

create table absences (
  id uuid primary key,
  user_id uuid not null references users,
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  reason text not null default ''
);
create index absences_user on absences (user_id, ends_on);

create table one_time_links (
  id uuid primary key,
  kind text not null check (kind in ('invitation', 'password_reset', 'first_admin')),
  token_hash text not null unique,
  user_id uuid references users,
  email text,
  name text,
  site_role text check (site_role in ('admin', 'member', 'auditor')),
  created_by uuid references users,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);

create table sign_in_attempts (
  key text primary key,
  failures integer not null,
  first_failure_at timestamptz not null,
  blocked_until timestamptz
);

create table sessions (
  id uuid primary key,
  user_id uuid not null references users,
  token_hash text not null unique,
  previous_token_hash text,
  rotated_at timestamptz not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text not null default '',
  user_agent text not null default '',
  revoked_at timestamptz
);
create index sessions_user on sessions (user_id) where revoked_at is null;
create index sessions_previous on sessions (previous_token_hash) where previous_token_hash is not null;

create table api_tokens (
  id uuid primary key,
  user_id uuid not null references users,
  name text not null,
  token_hash text not null unique,
  hint text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_tokens_user on api_tokens (user_id);`;

const RUBRICS = `
create table rubrics (
  id uuid primary key,
  name text not null,
  created_by uuid not null references users,
  created_at timestamptz not null,
  archived_at timestamptz
);

create table rubric_versions (
  id uuid primary key,
  rubric_id uuid not null references rubrics,
  number integer not null,
  parent_id uuid references rubric_versions,
  status text not null check (status in ('draft', 'published', 'retired')),
  content jsonb not null,
  content_hash text,
  version integer not null default 1,
  created_by uuid not null references users,
  created_at timestamptz not null,
  published_by uuid references users,
  published_at timestamptz,
  unique (rubric_id, number),
  check ((status = 'draft') = (published_at is null))
);
create unique index rubric_versions_one_draft on rubric_versions (rubric_id) where status = 'draft';

create function refuse_published_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.content is distinct from new.content or old.content_hash is distinct from new.content_hash
     or old.number <> new.number or old.parent_id is distinct from new.parent_id or new.status = 'draft' then
    raise exception 'a published rubric version is immutable' using errcode = 'PB001';
  end if;
  return new;
end $$;
create trigger rubric_versions_immutable before update or delete on rubric_versions
  for each row when (old.status <> 'draft') execute function refuse_published_change();

create table interview_plans (
  id uuid primary key,
  name text not null,
  content jsonb not null,
  kits jsonb not null default '[]',
  template_key text,
  version integer not null default 1,
  created_by uuid not null references users,
  created_at timestamptz not null,
  archived_at timestamptz
);`;

const PIPELINE = `
create table jobs (
  id uuid primary key,
  title text not null,
  summary text not null default '',
  department text not null default '',
  location text not null default '',
  status text not null check (status in ('draft', 'open', 'on_hold', 'closed', 'archived')),
  rubric_version_id uuid references rubric_versions,
  plan_id uuid references interview_plans,
  visibility_policy text not null default 'after_own' check (visibility_policy in ('after_own', 'at_debrief', 'deciders_only')),
  debrief_policy jsonb not null default '{}',
  requirements jsonb not null default '[]',
  band jsonb,
  offer_shape jsonb,
  country text not null default 'US',
  time_zone text not null default 'UTC',
  template_key text,
  version integer not null default 1,
  created_by uuid not null references users,
  created_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz
);
create index jobs_title on jobs (lower(title), id);

create table candidates (
  id uuid primary key,
  -- the person: itself, or the candidate this one was merged into; duties and conflicts follow the person
  person_id uuid not null references candidates,
  name text not null,
  email text,
  phone text not null default '',
  location text not null default '',
  time_zone text not null default 'UTC',
  country text not null default 'US',
  links text[] not null default '{}',
  user_id uuid references users,
  imported_from text,
  source_id text,
  version integer not null default 1,
  created_by uuid references users,
  created_at timestamptz not null,
  archived_at timestamptz
);
create index candidates_person on candidates (person_id);
create index candidates_user on candidates (user_id) where user_id is not null;
create index candidates_email on candidates (lower(email)) where email is not null;
create index candidates_name on candidates (lower(name), id);
create unique index candidates_source on candidates (imported_from, source_id) where source_id is not null;

create table applications (
  id uuid primary key,
  candidate_id uuid not null references candidates,
  person_id uuid not null references candidates,
  job_id uuid not null references jobs,
  status text not null check (status in ('active', 'on_hold', 'offered', 'hired', 'rejected', 'withdrawn')),
  rubric_version_id uuid not null references rubric_versions,
  visibility_policy text not null check (visibility_policy in ('after_own', 'at_debrief', 'deciders_only')),
  debrief_policy jsonb not null default '{}',
  deadlines jsonb not null default '{}',
  source text not null default '',
  current_round_key text,
  reason_code text,
  previous_application_id uuid references applications,
  -- the stored summary, kept true under the row's lock by every change to a scorecard
  cards_due integer not null default 0,
  cards_submitted integer not null default 0,
  cards_waived integer not null default 0,
  outcome text,
  deciding_value numeric,
  last_activity_at timestamptz not null,
  imported_from text,
  source_id text,
  version integer not null default 1,
  started_by uuid references users,
  started_at timestamptz not null,
  ended_at timestamptz
);
create unique index applications_open on applications (person_id, job_id) where status in ('active', 'on_hold', 'offered');
create index applications_job on applications (job_id, last_activity_at desc, id);
create index applications_person on applications (person_id);
create index applications_status on applications (status, last_activity_at desc, id);
create index applications_activity on applications (last_activity_at desc, id);
create unique index applications_source on applications (imported_from, source_id) where source_id is not null;

create table candidate_files (
  id uuid primary key,
  candidate_id uuid not null references candidates,
  kind text not null check (kind in ('resume', 'work_sample', 'other')),
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  content bytea,
  uploaded_by uuid not null references users,
  uploaded_at timestamptz not null,
  removed_at timestamptz
);
create index candidate_files_candidate on candidate_files (candidate_id);

create table application_rounds (
  id uuid primary key,
  application_id uuid not null references applications,
  key text not null,
  position integer not null,
  content jsonb not null,
  kit jsonb,
  status text not null check (status in ('pending', 'current', 'passed', 'skipped', 'not_reached')),
  outcome text check (outcome in ('advance', 'hold', 'reject')),
  reason_code text,
  reason text,
  facts jsonb not null default '{}',
  decided_by uuid references users,
  decided_at timestamptz,
  unique (application_id, key),
  unique (application_id, position) deferrable initially deferred
);

create table interviews (
  id uuid primary key,
  application_id uuid not null references applications,
  round_id uuid not null references application_rounds,
  status text not null check (status in ('planned', 'scheduled', 'held', 'cancelled', 'no_show')),
  starts_at timestamptz,
  ends_at timestamptz,
  time_zone text not null default 'UTC',
  location text not null default '',
  sequence integer not null default 0,
  reason text,
  version integer not null default 1,
  created_by uuid references users,
  created_at timestamptz not null,
  check (status not in ('scheduled', 'held') or starts_at is not null),
  check (ends_at is null or ends_at > starts_at)
);
create index interviews_application on interviews (application_id);
create index interviews_round on interviews (round_id);
create index interviews_start on interviews (starts_at) where status in ('planned', 'scheduled');`;

const SEATS = `
-- Every seat of everybody: of a job, of an interview, of a debrief (by its application). A delegation is a seat of its own
-- for some dates that names the seat it stands in for.
create table seats (
  id uuid primary key,
  user_id uuid not null references users,
  kind text not null check (kind in ('recruiter', 'hiring_manager', 'coordinator', 'offer_approver', 'interviewer',
                                     'facilitator', 'committee_member', 'bar_raiser')),
  job_id uuid references jobs,
  application_id uuid references applications,
  interview_id uuid references interviews,
  training text check (training in ('shadow', 'reverse_shadow')),
  lead boolean not null default false,
  delegated_from uuid references seats,
  starts_at timestamptz,
  ends_at timestamptz,
  reason text,
  granted_by uuid references users,
  granted_at timestamptz not null,
  ended_at timestamptz,
  check (case when kind in ('recruiter', 'hiring_manager', 'coordinator', 'offer_approver')
                then job_id is not null and application_id is null and interview_id is null
              when kind = 'interviewer' then interview_id is not null and application_id is not null and job_id is null
              else application_id is not null and interview_id is null and job_id is null end),
  check (training is null or kind = 'interviewer')
);
create index seats_user_job on seats (user_id, job_id) where job_id is not null and ended_at is null;
create index seats_user_application on seats (user_id, application_id) where application_id is not null and ended_at is null;
create index seats_job on seats (job_id) where job_id is not null;
create index seats_application on seats (application_id) where application_id is not null;
create index seats_interview on seats (interview_id) where interview_id is not null;
create unique index seats_once on seats (user_id, kind, coalesce(job_id, application_id), coalesce(interview_id, '00000000-0000-0000-0000-000000000000'))
  where ended_at is null and delegated_from is null;

create table conflicts (
  id uuid primary key,
  user_id uuid not null references users,
  person_id uuid not null references candidates,
  source text not null check (source in ('declared', 'referrer', 'relation', 'linked_employee')),
  reason text not null default '',
  recorded_by uuid references users,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text
);
create index conflicts_user on conflicts (user_id, person_id) where withdrawn_at is null;
create unique index conflicts_once on conflicts (user_id, person_id, source) where withdrawn_at is null;

create table break_glass (
  id uuid primary key,
  user_id uuid not null references users,
  application_id uuid not null references applications,
  reason text not null,
  granted_by uuid references users,
  granted_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index break_glass_user on break_glass (user_id, application_id);`;

const SCORECARDS = `
create table scorecards (
  id uuid primary key,
  interview_id uuid not null references interviews,
  application_id uuid not null references applications,
  round_id uuid not null references application_rounds,
  round_key text not null,
  interviewer_id uuid not null references users,
  -- false for a card that never counts: a shadow's, a trainee's in a reverse shadow, one that came after the first ballot
  counts boolean not null default true,
  status text not null default 'assigned' check (status in ('assigned', 'draft', 'submitted', 'declined', 'waived')),
  draft jsonb,
  draft_version integer not null default 0,
  draft_saved_at timestamptz,
  revision integer not null default 0,
  -- the current revision's content, so that a packet is one read; the history is in scorecard_revisions
  content jsonb,
  exposed boolean not null default false,
  imported boolean not null default false,
  reason text,
  reason_code text,
  due_at timestamptz,
  created_at timestamptz not null,
  first_submitted_at timestamptz,
  submitted_at timestamptz,
  unique (interview_id, interviewer_id),
  check ((status = 'submitted') = (revision > 0 and content is not null))
);
create index scorecards_application on scorecards (application_id);
create index scorecards_owed on scorecards (interviewer_id, application_id) where status in ('assigned', 'draft');
create index scorecards_interviewer on scorecards (interviewer_id, status, due_at);

create table scorecard_revisions (
  scorecard_id uuid not null references scorecards,
  number integer not null,
  content jsonb not null,
  content_hash text not null,
  salt text not null,
  -- the author had been shown another's card on this candidate before this revision
  exposed boolean not null,
  reason text,
  submitted_by uuid not null references users,
  submitted_at timestamptz not null,
  primary key (scorecard_id, number)
);

create table private_notes (
  scorecard_id uuid primary key references scorecards,
  text text not null,
  shared_with_hiring_team boolean not null default false,
  version integer not null default 1,
  saved_at timestamptz not null
);

create table exposures (
  user_id uuid not null references users,
  scorecard_id uuid not null references scorecards,
  revision integer not null,
  via text not null,
  first_shown_at timestamptz not null,
  primary key (user_id, scorecard_id)
);`;

const DEBRIEFS = `
create table debriefs (
  id uuid primary key,
  application_id uuid not null unique references applications,
  state text not null default 'collecting' check (state in ('collecting', 'ready', 'first_ballot', 'discussing', 'second_ballot',
                                                            'committee_ballot', 'decided', 'closed')),
  round_number integer not null default 1,
  due_at timestamptz,
  ready_at timestamptz,
  decided_at timestamptz,
  closed_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null
);
create index debriefs_state on debriefs (state, due_at);

create table decisions (
  id uuid primary key,
  debrief_id uuid not null references debriefs,
  round_number integer not null,
  outcome text not null check (outcome in ('strong_hire', 'hire', 'no_hire', 'strong_no_hire')),
  rationale text not null,
  explanation text,
  level text not null default '',
  conditions text not null default '',
  dissent jsonb not null default '[]',
  departs boolean not null,
  -- what the decider was shown: the inputs and the recommendation, byte for byte
  input jsonb not null,
  recommendation text not null,
  input_hash text not null,
  engine integer not null,
  decided_by uuid not null references users,
  decided_at timestamptz not null,
  superseded_at timestamptz
);
create unique index decisions_standing on decisions (debrief_id) where superseded_at is null;`;

const RECORD = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'PB002';
end $$;

create table events (
  id bigint generated always as identity primary key,
  -- what readers see: an id that does not tell how many events stand between two
  ref uuid not null unique default gen_random_uuid(),
  at timestamptz not null,
  type text not null,
  actor_id uuid,
  actor jsonb not null,
  subject_kind text not null,
  subject_id uuid not null,
  job_id uuid,
  application_id uuid,
  person_id uuid,
  scorecard_id uuid,
  -- SHA-256 over salt and canonical content: the event can be proven after its personal content is erased
  content_hash text not null
);
create index events_subject on events (subject_kind, subject_id, id);
create index events_application on events (application_id, id) where application_id is not null;
create index events_job on events (job_id, id) where job_id is not null;
create index events_actor on events (actor_id, id);
create index events_type on events (type, id);

create table event_contents (
  event_id bigint primary key references events,
  salt text not null,
  content jsonb not null
);

create trigger events_append_only before update or delete on events for each row execute function refuse_change();
create trigger events_no_truncate before truncate on events for each statement execute function refuse_change();
create trigger event_contents_append_only before update or delete on event_contents for each row execute function refuse_change();
create trigger event_contents_no_truncate before truncate on event_contents for each statement execute function refuse_change();
create trigger scorecard_revisions_append_only before update or delete on scorecard_revisions for each row execute function refuse_change();
create trigger scorecard_revisions_no_truncate before truncate on scorecard_revisions for each statement execute function refuse_change();
create trigger exposures_append_only before update or delete on exposures for each row execute function refuse_change();`;

const PLATFORM = `
create table idempotency_keys (
  user_id uuid not null,
  key text not null,
  request_hash text not null,
  status integer,
  body text,
  headers jsonb,
  created_at timestamptz not null,
  primary key (user_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);`;

const GRANTS = `
-- Called after every migration with the running login: everything but rewriting the record.
create function grant_runtime(runtime text) returns void language plpgsql as $$
begin
  if runtime = current_user then
    return;
  end if;
  execute format('grant usage on schema public to %I', runtime);
  execute format('grant select, insert, update, delete on all tables in schema public to %I', runtime);
  execute format('grant usage, select on all sequences in schema public to %I', runtime);
  execute format('grant execute on all functions in schema public to %I', runtime);
  execute format('revoke update, delete on events, event_contents, scorecard_revisions, exposures from %I', runtime);
  execute format('revoke insert, update, delete on migrations from %I', runtime);
end $$;`;
