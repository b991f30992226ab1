import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { DomainEvent, EventType, Subject } from '../domain/events/events.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { ApplicationsStore, type LockedApplication } from './applications.store.js';

/** Who an application's events are about. */
export function subjectOf(application: Pick<LockedApplication, 'id' | 'jobId' | 'personId'>): Subject {
  const { id, jobId, personId } = application;
  return { kind: 'application', id, applicationId: id, jobId, personId };
}

/** Tells the record what happened to an application, and what followed for its debrief. */
@Injectable()
export class ApplicationRecord {
  constructor(
    private readonly audit: Audit,
    private readonly store: ApplicationsStore,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  tell<Type extends EventType>(tx: Transaction, actor: Actor, event: DomainEvent<Type>): Promise<void> {
    return this.audit.append(tx, actor, this.clock.now(), event);
  }

  /** Brings the stored summary up to date; to be called last, under the application's lock. */
  async settle(tx: Transaction, actor: Actor, application: Pick<LockedApplication, 'id' | 'jobId' | 'personId'>, debriefId: string): Promise<void> {
    const { before, after } = await this.store.refresh(tx, application.id, this.clock.now());
    if (before === after) return;
    const subject = { ...subjectOf(application), kind: 'debrief', id: debriefId } as const;
    await this.tell(tx, actor, { type: 'debrief.state_changed', subject, payload: { before: { state: before }, after: { state: after } } });
  }
}
