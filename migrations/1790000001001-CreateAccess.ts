import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What access needs beyond the foundation: rotated session secrets, known devices, announcements, and bounds on reading by break-glass. */
export class CreateAccess1790000001001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SESSIONS, DEVICES, LINKS, NOTIFICATIONS, BOUNDS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table seats drop constraint seats_period;
      alter table break_glass drop constraint break_glass_length;
      drop index break_glass_application;
      drop index conflicts_person;
      drop table notifications, known_devices, rotated_session_secrets;
      drop index one_time_links_invited;
      drop index one_time_links_user;
      alter table sessions add column previous_token_hash text;
      create index sessions_previous on sessions (previous_token_hash) where previous_token_hash is not null;
    `);
  }
}

const SESSIONS = `
-- Every secret a session ever had: one shown again after the grace is a stolen copy, however many rotations ago it was taken.
create table rotated_session_secrets (
  token_hash text primary key,
  session_id uuid not null references sessions on delete cascade,
  rotated_at timestamptz not null
);
create index rotated_session_secrets_session on rotated_session_secrets (session_id);
drop index sessions_previous;
alter table sessions drop column previous_token_hash;`;

const DEVICES = `
-- A browser on which this person has signed in: it keeps its own count of failures, apart from what strangers try.
create table known_devices (
  user_id uuid not null references users,
  token_hash text not null,
  last_used_at timestamptz not null,
  primary key (user_id, token_hash)
);`;

const LINKS = `
create unique index one_time_links_invited on one_time_links (lower(email))
  where kind = 'invitation' and used_at is null and revoked_at is null;
create index one_time_links_user on one_time_links (user_id) where user_id is not null;`;

const NOTIFICATIONS = `
create table notifications (
  id uuid primary key,
  user_id uuid not null references users,
  kind text not null,
  params jsonb not null default '{}',
  -- set: shown only to those for whom the application exists
  application_id uuid references applications,
  created_at timestamptz not null,
  read_at timestamptz
);
create index notifications_user on notifications (user_id, created_at desc, id);`;

const BOUNDS = `
create index conflicts_person on conflicts (person_id);
create index break_glass_application on break_glass (application_id);
alter table break_glass add constraint break_glass_length
  check (expires_at > granted_at and expires_at <= granted_at + interval '240 minutes');
alter table seats add constraint seats_period check (ends_at is null or starts_at is null or ends_at > starts_at);`;
