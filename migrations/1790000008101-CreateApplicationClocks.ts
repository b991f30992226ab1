import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The clocks of every application as they were last laid: what is due when and by whom, so that lists can sort by it. The state
 * follows from the stored times and the time it is asked at (`clock_state`), so no row goes stale by waiting.
 */
export class CreateApplicationClocks1790000008101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PAUSES, CLOCKS, STATE, SUBMISSION]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger events_stop_card_clock on events;
      drop function stop_card_clock();
      drop function clock_state(application_clocks, timestamptz);
      drop table application_clocks, application_pauses;
    `);
  }
}

const PAUSES = `
create table application_pauses (
  id uuid primary key,
  application_id uuid not null references applications,
  reason_code text not null check (reason_code in ('candidate_asked', 'holiday', 'hiring_freeze', 'other')),
  words text not null,
  from_at timestamptz not null,
  -- null while nobody knows when it ends
  until_at timestamptz check (until_at >= from_at),
  set_by uuid not null references users,
  set_at timestamptz not null,
  ended_by uuid references users,
  ended_at timestamptz,
  ended_reason text,
  turn bigint generated always as identity,
  check ((ended_by is null) = (ended_at is null)),
  check (ended_at is null or until_at is not null)
);
create index application_pauses_application on application_pauses (application_id, from_at);
create unique index application_pauses_endless on application_pauses (application_id) where until_at is null;`;

const CLOCKS = `
create table application_clocks (
  application_id uuid not null references applications,
  key text not null check (key in ('scorecard_due', 'decision_due', 'process', 'silent_gap', 'notice', 'committee_backlog')),
  -- the scorecard, the interview or the application it is about
  subject_id uuid not null,
  holder_role text not null check (holder_role in ('interviewer', 'hiring_manager', 'recruiter', 'coordinator', 'committee')),
  -- null while the seat is empty or belongs to a group
  holder_id uuid references users,
  zone text not null,
  -- may lie ahead: a card's clock starts at the end of its interview
  started_at timestamptz not null,
  -- events.ref; null for what was there before the record
  started_by_event uuid,
  -- null: the calendar does not reach that far (not_known says why), or an endless pause holds the clock
  due_at timestamptz,
  risk_at timestamptz,
  stopped_at timestamptz,
  stopped_by_event uuid,
  -- the pause that is not over yet, running or to come
  paused_from timestamptz,
  paused_until timestamptz,
  skipped jsonb not null default '[]',
  not_known jsonb,
  primary key (application_id, key, subject_id),
  check ((due_at is null) = (risk_at is null)),
  check (paused_until is null or paused_from is not null)
) with (fillfactor = 85);
create index application_clocks_open on application_clocks (due_at, application_id) where stopped_at is null;
create index application_clocks_holder on application_clocks (holder_id, due_at) where stopped_at is null;`;

/** The SQL form of `clockRecordState` in src/domain/timeline/clock-record.ts; a test runs both over the same rows. */
const STATE = `
create function clock_state(clock application_clocks, at timestamptz) returns text language sql immutable as $$
  select case
    when clock.stopped_at is not null then
      case when clock.due_at is null then 'not_known' when clock.stopped_at <= clock.due_at then 'met' else 'met_late' end
    when at > clock.due_at then 'late'
    when clock.paused_from <= at and (clock.paused_until is null or at < clock.paused_until) then 'paused'
    when clock.due_at is null then 'not_known'
    when at > clock.risk_at then 'at_risk'
    else 'on_time'
  end
$$;`;

/** A submitted card stops its clock inside the statement that writes it, whoever writes it: submitting pays for no round trip more. */
const SUBMISSION = `
create function stop_card_clock() returns trigger language plpgsql as $$
begin
  update application_clocks c set stopped_at = new.at, stopped_by_event = new.ref
    where c.application_id = new.application_id and c.key = 'scorecard_due' and c.subject_id = new.scorecard_id and c.stopped_at is null;
  return null;
end $$;
create trigger events_stop_card_clock after insert on events for each row
  when (new.type = 'scorecard.submitted') execute function stop_card_clock();`;
