import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';

export interface WebhookRow {
  id: string;
  url: string;
  description: string;
  eventTypes: string[];
  status: 'enabled' | 'disabled';
  disabledBecause: 'failed_repeatedly' | 'gone' | null;
  /** More than one while a secret is being replaced. */
  secrets: number;
  version: number;
  createdAt: Date;
  sortKey: string;
}

export interface DeliveryRow {
  id: string;
  eventType: string;
  eventId: string;
  applicationId: string | null;
  status: 'waiting' | 'delivered' | 'failed';
  body: string;
  createdAt: Date;
  endedAt: Date | null;
  attempts: { number: number; at: string; milliseconds: number; statusCode: number | null; error: string | null }[];
  sortKey: string;
}

const ROWS = {
  fragment: true,
  text: `select w.id, w.url, w.description, w.event_types as "eventTypes", w.status, w.disabled_because as "disabledBecause", w.version, w.created_at as "createdAt",
      w.created_at::text as "sortKey", (select count(*)::int from webhook_secrets s where s.endpoint_id = w.id and (s.ends_at is null or s.ends_at > $1)) as secrets
    from webhook_endpoints w where w.status <> 'removed'`,
} as const;
const LIST = sql`${ROWS} and ($2::timestamptz is null or (w.created_at, w.id) < ($2, $3::uuid)) order by w.created_at desc, w.id desc limit $4`;
const ONE = sql`${ROWS} and w.id = $2`;

/**
 * The log obeys the visibility rule: that a card came in, and when, is told to nobody who may not see it, admin or not. What is hidden is still
 * sent, and sent again with the rest.
 */
const DELIVERIES = sql`
  select d.id, e.type as "eventType", e.ref as "eventId", e.application_id as "applicationId", d.status, d.body, d.created_at as "createdAt", d.ended_at as "endedAt",
    d.created_at::text as "sortKey",
    coalesce((select jsonb_agg(jsonb_build_object('number', a.number, 'at', a.at, 'milliseconds', a.milliseconds, 'statusCode', a.status_code, 'error', a.error) order by a.number)
      from webhook_attempts a where a.delivery_id = d.id), '[]') as attempts
  from webhook_deliveries d join events e on e.id = d.event_id
  where d.endpoint_id = $1 and ($4::text is null or d.status = $4) and ($5::uuid is null or d.id = $5)
    and case
      when e.subject_kind = 'offer' then sees_offers($2, e.application_id, $3)
      when e.application_id is not null then exists (select 1 from application_sight($2, $3) v where v.application_id = e.application_id
        and (v.sight = 'content' or v.sight = 'status' and e.scorecard_id is null and e.subject_kind not in ('scorecard', 'debrief', 'offer')))
      when e.person_id is not null then not is_conflicted($2, e.person_id, null)
      else true end
    and ($6::timestamptz is null or (d.created_at, d.id) < ($6, $7::uuid))
  order by d.created_at desc, d.id desc limit $8`;

@Injectable()
export class WebhooksReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(query: PageQuery): Promise<Page<WebhookRow>> {
    const [createdAt, id] = readSortCursor(query.cursor, ['time', 'id']);
    const rows = await this.database.query<WebhookRow>(LIST, [this.clock.now(), createdAt, id, query.limit + 1]);
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  async one(id: string): Promise<WebhookRow | undefined> {
    const [row] = await this.database.query<WebhookRow>(ONE, [this.clock.now(), id]);
    return row;
  }

  async deliveries(viewerId: string, endpointId: string, query: PageQuery & { status?: string; id?: string }): Promise<Page<DeliveryRow>> {
    const [createdAt, id] = readSortCursor(query.cursor, ['time', 'id']);
    const values = [endpointId, viewerId, this.clock.now(), query.status ?? null, query.id ?? null, createdAt, id, query.limit + 1];
    const rows = await this.database.query<DeliveryRow>(DELIVERIES, values);
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.sortKey, row.id],
    );
  }
}
