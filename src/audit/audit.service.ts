import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import type { DomainEvent, EventType } from '../domain/events/events.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const APPEND = sql`
  with event as (
    insert into events (at, type, actor_id, actor, subject_kind, subject_id, job_id, application_id, person_id, scorecard_id, content_hash)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id)
  insert into event_contents (event_id, salt, content) select id, $12, $13 from event`;

/** What of the actor is kept with the event: enough to know who it was after they are renamed or gone. */
function snapshot(actor: Actor): Record<string, unknown> {
  const { userId, name, email, siteRole, via, sessionId, tokenId, address, requestId } = actor;
  return { userId, name, email, siteRole, via, sessionId, tokenId, address, requestId };
}

/** The values of one event row; also for stores that write it in the same statement as the change itself. */
export function eventValues<Type extends EventType>(actor: Actor, at: Date, event: DomainEvent<Type>): readonly unknown[] {
  const { subject } = event;
  const content = canonicalJson({ payload: event.payload, reason: event.reason, onBehalfOf: event.onBehalfOf });
  const salt = randomBytes(16).toString('base64url');
  const actorId = actor.via === 'session' || actor.via === 'token' ? actor.userId : null;
  const hash = sha256Hex(`${salt}\n${content}`);
  return [
    at,
    event.type,
    actorId,
    JSON.stringify(snapshot(actor)),
    subject.kind,
    subject.id,
    subject.jobId ?? null,
    subject.applicationId ?? null,
    subject.personId ?? null,
    subject.scorecardId ?? null,
    hash,
    salt,
    content,
  ];
}

/** Hears of an event in the transaction of its change. What follows belongs before the commit: `tx.beforeCommit`. */
export type Listener = (tx: Transaction, actor: Actor, at: Date, event: DomainEvent) => void;

/** Append and nothing else: an event is written in the transaction of the change it tells of. */
@Injectable()
export class Audit {
  private readonly listeners: Listener[] = [];

  async append<Type extends EventType>(tx: Transaction, actor: Actor, at: Date, event: DomainEvent<Type>): Promise<void> {
    await tx.query(APPEND, eventValues(actor, at, event));
    for (const listener of this.listeners) listener(tx, actor, at, event);
  }

  /** Tells of every event appended here, whichever room appends it. Called when a module starts. */
  listen(listener: Listener): void {
    this.listeners.push(listener);
  }
}
