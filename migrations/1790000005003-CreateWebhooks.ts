import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is told of events over HTTP, with which secrets, and what became of each delivery. */
export class CreateWebhooks1790000005003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table webhook_attempts, webhook_deliveries, webhook_secrets, webhook_endpoints;
      delete from event_routes where kind = 'webhooks.fan_out';
    `);
  }
}

const TABLES = `
create table webhook_endpoints (
  id uuid primary key,
  url text not null,
  description text not null default '',
  event_types text[] not null check (cardinality(event_types) > 0),
  status text not null default 'enabled' check (status in ('enabled', 'disabled', 'removed')),
  -- null where an admin did it
  disabled_because text check (disabled_because in ('failed_repeatedly', 'gone')),
  -- since when it took nothing; null while it takes what it gets
  failing_since timestamptz,
  version integer not null default 1,
  created_by uuid references users,
  created_at timestamptz not null
);

-- Secrets sign, so they are kept as they are; no answer but the one that made them shows them.
create table webhook_secrets (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints,
  secret text not null,
  created_at timestamptz not null,
  ends_at timestamptz
);
create index webhook_secrets_endpoint on webhook_secrets (endpoint_id);

create table webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints,
  event_id bigint not null references events,
  -- signed and sent byte for byte at every attempt
  body text not null,
  status text not null default 'waiting' check (status in ('waiting', 'delivered', 'failed')),
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (endpoint_id, event_id),
  check ((status = 'waiting') = (ended_at is null))
);
create index webhook_deliveries_log on webhook_deliveries (endpoint_id, created_at desc, id desc);
create index webhook_deliveries_failed on webhook_deliveries (endpoint_id) where status = 'failed';

create table webhook_attempts (
  delivery_id uuid not null references webhook_deliveries,
  number integer not null,
  at timestamptz not null,
  milliseconds integer not null,
  -- what the receiver answered; null when it did not
  status_code integer,
  error text,
  primary key (delivery_id, number)
);
create trigger webhook_attempts_append_only before update or delete on webhook_attempts for each row execute function refuse_change();`;
