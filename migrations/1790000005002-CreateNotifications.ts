import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The inbox and the mail that follows from it. Whatever room writes a notification, a trigger asks for its mail in the same
 * transaction. A mail belongs to one person and keeps its Message-ID however often it is tried.
 */
export class CreateNotifications1790000005002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [MAILS, NOTIFICATIONS, SETTINGS, REMINDERS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index debriefs_due;
      drop index scorecards_due;
      drop table reminder_steps, signing_keys, mail_settings;
      drop trigger notifications_mailed on notifications;
      drop trigger notifications_raised on notifications;
      drop function ask_for_mail();
      drop function fill_raised_at();
      drop index notifications_once;
      drop index notifications_by_raise;
      drop index notifications_mail;
      alter table notifications drop column raised_at, drop column dedupe_key, drop column duty_kind, drop column duty_id, drop column mail_id;
      create index notifications_user on notifications (user_id, created_at desc, id);
      drop table mails;
    `);
  }
}

const MAILS = `
create table mails (
  id uuid primary key,
  user_id uuid not null references users,
  kind text not null check (kind in ('single', 'digest')),
  -- the same at every attempt: who gets a mail twice, because a process died after handing it over, can tell
  message_id text not null unique,
  -- open: more may be added to a digest; sealed: handed to the mail server, maybe already there
  status text not null default 'open' check (status in ('open', 'sealed', 'sent', 'dropped', 'failed')),
  send_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  -- why it was dropped or failed
  reason text,
  check ((status in ('sent', 'dropped', 'failed')) = (ended_at is not null))
);
create unique index mails_open_digest on mails (user_id) where kind = 'digest' and status = 'open';`;

const NOTIFICATIONS = `
alter table notifications
  -- when it stands in the inbox: when it happened, or when its snooze ends
  add column raised_at timestamptz,
  add column dedupe_key text,
  add column duty_kind text,
  add column duty_id uuid,
  add column mail_id uuid references mails;
update notifications set raised_at = created_at;
alter table notifications alter column raised_at set not null;
create unique index notifications_once on notifications (dedupe_key) where dedupe_key is not null;
drop index notifications_user;
create index notifications_by_raise on notifications (user_id, raised_at desc, id desc);
create index notifications_mail on notifications (mail_id) where mail_id is not null;

create function fill_raised_at() returns trigger language plpgsql as $$
begin
  new.raised_at := coalesce(new.raised_at, new.created_at);
  return new;
end $$;
create trigger notifications_raised before insert on notifications for each row execute function fill_raised_at();

create function ask_for_mail() returns trigger language plpgsql as $$
begin
  insert into outbox_jobs (kind, payload, run_at, created_at)
    values ('mail.route', jsonb_build_object('notificationId', new.id), new.created_at, new.created_at);
  return null;
end $$;
create trigger notifications_mailed after insert on notifications for each row execute function ask_for_mail();`;

const SETTINGS = `
create table mail_settings (
  user_id uuid primary key references users,
  kinds jsonb not null default '{}',
  digest_at text not null check (digest_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  working_hours jsonb not null default '[]',
  quiet_days jsonb not null default '[]',
  quiet_on_holidays boolean not null default true,
  version integer not null default 1
);

-- Made by the first process that needs one; the same for all.
create table signing_keys (
  name text primary key,
  key text not null,
  created_at timestamptz not null
);`;

const REMINDERS = `
-- Each step of reminding somebody of a duty, once for each due time.
create table reminder_steps (
  duty_kind text not null,
  duty_id uuid not null,
  due_at timestamptz not null,
  step text not null,
  sent boolean not null,
  at timestamptz not null,
  primary key (duty_kind, duty_id, due_at, step)
);
create index scorecards_due on scorecards (due_at) where status in ('assigned', 'draft') and due_at is not null;
create index debriefs_due on debriefs (due_at) where state not in ('decided', 'closed') and due_at is not null;`;
