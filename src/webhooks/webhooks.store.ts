import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';

export interface EndpointContent {
  readonly url: string;
  readonly description: string;
  readonly eventTypes: readonly string[];
}

export interface EndpointRow extends EndpointContent {
  readonly id: string;
  readonly status: 'enabled' | 'disabled' | 'removed';
  readonly failingSince: Date | null;
  readonly version: number;
}

const LOCK = sql`
  select id, url, description, event_types as "eventTypes", status, failing_since as "failingSince", version
  from webhook_endpoints where id = $1 and status <> 'removed' for update`;
const INSERT = sql`insert into webhook_endpoints (id, url, description, event_types, created_by, created_at) values ($1, $2, $3, $4, $5, $6)`;
const SAVE = sql`update webhook_endpoints set url = $2, description = $3, event_types = $4, version = version + 1 where id = $1`;
const SET_STATUS = sql`
  update webhook_endpoints set status = $2, disabled_because = $3, failing_since = case when $2 = 'enabled' then null else failing_since end, version = version + 1 where id = $1`;
const ADD_SECRET = sql`insert into webhook_secrets (id, endpoint_id, secret, created_at) values ($1, $2, $3, $4)`;
const END_SECRETS = sql`update webhook_secrets set ends_at = least(coalesce(ends_at, $2), $2) where endpoint_id = $1`;
const FORGET_SECRETS = sql`delete from webhook_secrets where endpoint_id = $1 and ends_at <= $2`;

/** Events of a type nobody subscribes to set nothing going. */
const LOCK_ROUTES = sql`lock table event_routes in share row exclusive mode`;
const SUBSCRIBED = { fragment: true, text: `select distinct unnest(event_types) from webhook_endpoints where status = 'enabled'` } as const;
const UNROUTE = sql`delete from event_routes where kind = $1 and type not in (${SUBSCRIBED})`;
const ROUTE = sql`insert into event_routes (type, kind) select t, $1 from (${SUBSCRIBED}) s(t) on conflict do nothing`;

/** Writes subscriptions. The table of routes follows in the same transaction. */
@Injectable()
export class WebhooksStore {
  async lock(tx: Transaction, id: string): Promise<EndpointRow | undefined> {
    const [row] = await tx.query<EndpointRow>(LOCK, [id]);
    return row;
  }

  async insert(tx: Transaction, endpoint: EndpointContent, createdBy: string, now: Date): Promise<string> {
    const id = newId();
    await tx.query(INSERT, [id, endpoint.url, endpoint.description, endpoint.eventTypes, createdBy, now]);
    return id;
  }

  async save(tx: Transaction, id: string, endpoint: EndpointContent): Promise<void> {
    await tx.query(SAVE, [id, endpoint.url, endpoint.description, endpoint.eventTypes]);
  }

  async setStatus(tx: Transaction, id: string, status: EndpointRow['status'], because: 'failed_repeatedly' | 'gone' | null): Promise<void> {
    await tx.query(SET_STATUS, [id, status, because]);
  }

  async addSecret(tx: Transaction, endpointId: string, secret: string, now: Date): Promise<void> {
    await tx.query(ADD_SECRET, [newId(), endpointId, secret, now]);
  }

  /** Those there are sign until then; those whose time is over are forgotten. */
  async endSecrets(tx: Transaction, endpointId: string, at: Date, now: Date): Promise<void> {
    await tx.query(FORGET_SECRETS, [endpointId, now]);
    await tx.query(END_SECRETS, [endpointId, at]);
  }

  async route(tx: Transaction, jobKind: string): Promise<void> {
    await tx.query(LOCK_ROUTES);
    await tx.query(UNROUTE, [jobKind]);
    await tx.query(ROUTE, [jobKind]);
  }
}
