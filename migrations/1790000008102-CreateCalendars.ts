import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An organisation's own calendars, who follows which, what moves open clocks when many are to move, and the laws of how long
 * rounds take, learned in the background.
 */
export class CreateCalendars1790000008102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [CALENDARS, MOVES, LAWS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table stage_laws, clock_move_items, clock_moves;
      alter table users drop column calendar_id;
      alter table jobs drop column calendar_id;
      drop table calendars;
    `);
  }
}

const CALENDARS = `
create table calendars (
  id uuid primary key,
  name text not null,
  -- the country or subdivision whose holidays it starts from; null for a plain week
  country text,
  -- ISO weekdays at rest; null for the country's
  weekend integer[],
  closing_days jsonb not null default '[]',
  working_days jsonb not null default '[]',
  -- years beyond the country's coverage for which the days above are the whole truth
  supplied_years integer[] not null default '{}',
  -- followed by everybody and every job of its country that names no calendar
  for_country boolean not null default false check (not for_country or country is not null),
  version integer not null default 1,
  created_by uuid not null references users,
  created_at timestamptz not null,
  archived_at timestamptz
);
create unique index calendars_name on calendars (lower(name)) where archived_at is null;
create unique index calendars_for_country on calendars (country) where for_country and archived_at is null;
alter table users add column calendar_id uuid references calendars;
alter table jobs add column calendar_id uuid references calendars;
create index jobs_calendar on jobs (calendar_id) where calendar_id is not null;
create index users_calendar on users (calendar_id) where calendar_id is not null;
create index jobs_plan on jobs (plan_id);`;

const MOVES = `
-- One change that moves the clocks of many applications: a few at once with the change, the rest by a job that says how far it is.
create table clock_moves (
  id uuid primary key,
  cause text not null check (cause in ('plan', 'calendar', 'job', 'user', 'pause')),
  cause_id uuid not null,
  actor jsonb not null,
  total integer not null,
  moved integer not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz,
  turn bigint generated always as identity
);
create index clock_moves_cause on clock_moves (cause_id, turn desc);
create table clock_move_items (
  move_id uuid not null references clock_moves,
  application_id uuid not null references applications,
  primary key (move_id, application_id)
);`;

const LAWS = `
-- How long a stage takes, by kind of round and family of jobs (their department; null: the whole organisation).
create table stage_laws (
  family text,
  round_key text not null,
  unit text not null check (unit in ('business_days', 'calendar_days')),
  law float8[] not null,
  advanced integer not null,
  ended integer not null,
  open integer not null,
  longest integer not null,
  learned_at timestamptz not null,
  unique nulls not distinct (round_key, unit, family)
);`;
