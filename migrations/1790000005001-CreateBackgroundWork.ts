import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Background work: a row is written in the transaction of the change that asks for it, and taken by any server process.
 * Rooms need no code of their own to be heard: a trigger on the record enqueues what an event sets going.
 */
export class CreateBackgroundWork1790000005001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [JOBS, PERIODIC, ROUTES]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger events_routed on events;
      drop function route_event();
      drop table event_routes, periodic_runs, outbox_jobs;
    `);
  }
}

const JOBS = `
create table outbox_jobs (
  id bigint generated always as identity primary key,
  -- what an admin sees and names: the number would tell how much happens in between
  ref uuid not null unique default gen_random_uuid(),
  kind text not null,
  payload jsonb not null default '{}',
  status text not null default 'waiting' check (status in ('waiting', 'running', 'dead')),
  -- by the product's clock
  run_at timestamptz not null,
  -- at most one job with this key waits for its first start
  unique_key text,
  attempts integer not null default 0,
  -- a process that dies stops renewing its lease; leases run on the database's clock, the same for every process
  lease_token uuid,
  lease_until timestamptz,
  last_error text,
  created_at timestamptz not null,
  died_at timestamptz,
  check ((status = 'running') = (lease_token is not null)),
  check ((status = 'running') = (lease_until is not null)),
  check ((status = 'dead') = (died_at is not null))
) with (fillfactor = 70);
create index outbox_jobs_due on outbox_jobs (run_at, id) where status = 'waiting';
create index outbox_jobs_leased on outbox_jobs (lease_until) where status = 'running';
create index outbox_jobs_dead on outbox_jobs (died_at desc, ref) where status = 'dead';
create unique index outbox_jobs_key on outbox_jobs (unique_key) where unique_key is not null;`;

const PERIODIC = `
-- The last turn of each periodic job that some process has enqueued: of two that come at once, one moves it.
create table periodic_runs (
  kind text primary key,
  turn timestamptz not null
);`;

const ROUTES = `
-- Which jobs an event of a type sets going. The list is kept in code and filled when a server starts.
create table event_routes (
  type text not null,
  kind text not null,
  primary key (type, kind)
);

create function route_event() returns trigger language plpgsql as $$
begin
  insert into outbox_jobs (kind, payload, run_at, created_at)
    select r.kind, jsonb_build_object('eventId', new.id::text), new.at, new.at from event_routes r where r.type = new.type;
  return null;
end $$;
create trigger events_routed after insert on events for each row execute function route_event();`;
