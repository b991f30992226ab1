import { Injectable } from '@nestjs/common';
import type { EventIds } from '../domain/webhook/webhook-events.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';

export interface DeliveryToSend {
  readonly id: string;
  readonly endpointId: string;
  readonly body: string;
  readonly status: 'waiting' | 'delivered' | 'failed';
  readonly url: string;
  readonly enabled: boolean;
  readonly secrets: readonly string[];
}

export interface PublicEvent extends EventIds {
  readonly type: string;
  readonly at: Date;
}

export interface Attempt {
  readonly at: Date;
  readonly milliseconds: number;
  readonly statusCode: number | null;
  readonly error: string | null;
}

const EVENT = sql`
  select e.type, e.at, e.ref as "eventId", e.subject_kind as "subjectKind", e.subject_id as "subjectId", coalesce(e.job_id, a.job_id) as "jobId",
    e.application_id as "applicationId", e.person_id as "personId", e.scorecard_id as "scorecardId"
  from events e left join applications a on a.id = e.application_id where e.id = $1`;
const SUBSCRIBERS = sql`select id from webhook_endpoints where status = 'enabled' and $1 = any (event_types)`;
const INSERT = sql`
  insert into webhook_deliveries (id, endpoint_id, event_id, body, created_at) values ($1, $2, $3, $4, $5)
  on conflict (endpoint_id, event_id) do nothing returning id`;
const TO_SEND = sql`
  select d.id, d.endpoint_id as "endpointId", d.body, d.status, w.url, w.status = 'enabled' as enabled,
    array(select s.secret from webhook_secrets s where s.endpoint_id = w.id and (s.ends_at is null or s.ends_at > $2) order by s.created_at desc, s.id) as secrets
  from webhook_deliveries d join webhook_endpoints w on w.id = d.endpoint_id where d.id = $1`;
const ATTEMPT = sql`
  insert into webhook_attempts (delivery_id, number, at, milliseconds, status_code, error)
  select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5 from webhook_attempts where delivery_id = $1`;
const LOCK = sql`select 1 from webhook_deliveries where id = $1 for update`;
const END = sql`update webhook_deliveries set status = $2, ended_at = $3 where id = $1`;
const FIRST_ATTEMPT = sql`select min(at) as at from webhook_attempts where delivery_id = $1`;
const FAILING = sql`update webhook_endpoints set failing_since = coalesce(failing_since, $2) where id = $1`;
const WORKING = sql`update webhook_endpoints set failing_since = null where id = $1 and failing_since is not null`;
const REOPEN = sql`update webhook_deliveries set status = 'waiting', ended_at = null where endpoint_id = $1 and id = $2 and status <> 'waiting' returning id`;
const REOPEN_FAILED = sql`update webhook_deliveries set status = 'waiting', ended_at = null where endpoint_id = $1 and status = 'failed' returning id`;

@Injectable()
export class DeliveriesStore {
  constructor(private readonly database: Database) {}

  async event(tx: Transaction, eventId: string): Promise<PublicEvent | undefined> {
    const [row] = await tx.query<PublicEvent>(EVENT, [eventId]);
    return row;
  }

  async subscribers(tx: Transaction, type: string): Promise<string[]> {
    return (await tx.query<{ id: string }>(SUBSCRIBERS, [type])).map((row) => row.id);
  }

  /** The delivery's id; undefined when this endpoint has this event already. */
  async insert(tx: Transaction, endpointId: string, eventId: string, body: string, now: Date): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(INSERT, [newId(), endpointId, eventId, body, now]);
    return row?.id;
  }

  async toSend(id: string, now: Date, from: Database | Transaction = this.database): Promise<DeliveryToSend | undefined> {
    const [row] = await from.query<DeliveryToSend>(TO_SEND, [id, now]);
    return row;
  }

  async recordAttempt(tx: Transaction, delivery: { id: string; endpointId: string }, attempt: Attempt, ok: boolean): Promise<void> {
    await tx.query(LOCK, [delivery.id]);
    await tx.query(ATTEMPT, [delivery.id, attempt.at, attempt.milliseconds, attempt.statusCode, attempt.error]);
    await (ok ? tx.query(WORKING, [delivery.endpointId]) : tx.query(FAILING, [delivery.endpointId, attempt.at]));
  }

  async end(tx: Transaction, id: string, status: 'delivered' | 'failed', now: Date): Promise<void> {
    await tx.query(END, [id, status, now]);
  }

  async firstAttemptAt(tx: Transaction, id: string): Promise<Date | null> {
    const [row] = await tx.query<{ at: Date | null }>(FIRST_ATTEMPT, [id]);
    return row?.at ?? null;
  }

  /** Empty when it waits already, or is none of this endpoint's. */
  async reopen(tx: Transaction, endpointId: string, id: string): Promise<string[]> {
    return (await tx.query<{ id: string }>(REOPEN, [endpointId, id])).map((row) => row.id);
  }

  async reopenFailed(tx: Transaction, endpointId: string): Promise<string[]> {
    return (await tx.query<{ id: string }>(REOPEN_FAILED, [endpointId])).map((row) => row.id);
  }
}
