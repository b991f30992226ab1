import { Injectable } from '@nestjs/common';
import { Audit, eventValues } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { DomainEvent } from '../domain/events/events.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** The ids are taken first, so that each content finds its event however the rows are written. */
const APPEND_MANY = sql`
  with told as materialized (
    select nextval(pg_get_serial_sequence('events', 'id')) as id, t.* from unnest($1::timestamptz[], $2::text[], $3::uuid[], $4::jsonb[], $5::text[], $6::uuid[], $7::uuid[],
      $8::uuid[], $9::uuid[], $10::uuid[], $11::text[], $12::text[], $13::jsonb[])
      as t (at, type, actor_id, actor, subject_kind, subject_id, job_id, application_id, person_id, scorecard_id, content_hash, salt, content)),
  written as (
    insert into events (id, at, type, actor_id, actor, subject_kind, subject_id, job_id, application_id, person_id, scorecard_id, content_hash)
    overriding system value
    select id, at, type, actor_id, actor, subject_kind, subject_id, job_id, application_id, person_id, scorecard_id, content_hash from told order by id
    returning id)
  insert into event_contents (event_id, salt, content) select told.id, told.salt, told.content from told join written on written.id = told.id`;
const COLUMNS = 13;

/** An event, with the import that it came in with. */
export function inImport<Payload extends object>(importId: string, payload: Payload): Payload & { readonly importId: string } {
  return { ...payload, importId };
}

/** Tells the record of many changes at once: the same events, in one statement. */
@Injectable()
export class ImportEventsStore {
  constructor(private readonly audit: Audit) {}

  async appendMany(tx: Transaction, actor: Actor, at: Date, events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    const rows = events.map((event) => eventValues(actor, at, event));
    await tx.query(
      APPEND_MANY,
      Array.from({ length: COLUMNS }, (_, column) => rows.map((row) => row[column])),
    );
  }

  /** One at a time: whoever listens in the same transaction (clocks and such) hears of it. */
  async append(tx: Transaction, actor: Actor, at: Date, events: readonly DomainEvent[]): Promise<void> {
    for (const event of events) await this.audit.append(tx, actor, at, event);
  }
}
