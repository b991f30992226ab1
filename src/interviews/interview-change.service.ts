import { Injectable } from '@nestjs/common';
import { type Standing, StandingReader } from '../access/standing.reader.js';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { DomainEvent, EventType, Subject } from '../domain/events/events.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { InterviewsStore, type LockedInterview } from './interviews.store.js';

/** An interview under change: locked after its application, with what the caller is to it. */
export interface Changing {
  readonly tx: Transaction;
  readonly interview: LockedInterview;
  readonly standing: Standing;
  readonly subject: Subject;
  readonly now: Date;
}

/** The frame of every change to an interview or its panel: lock, ask, change, tell, settle the application's summary. */
@Injectable()
export class InterviewChange {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly store: InterviewsStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Runs a change of one interview, known to the caller or `not_found`. */
  change<T>(actor: Actor, interviewId: string, work: (changing: Changing) => Promise<T>): Promise<T> {
    return this.database.transaction(async (tx) => {
      const applicationId = await this.store.applicationOf(tx, interviewId);
      if (applicationId === undefined) throw notFound('interview');
      await this.store.lockApplication(tx, applicationId);
      const standing = await this.standing.onApplication(actor, applicationId, tx).catch(() => {
        throw notFound('interview');
      });
      const interview = await this.store.lock(tx, interviewId);
      if (!interview) throw notFound('interview');
      const subject: Subject = { kind: 'interview', id: interviewId, applicationId, jobId: standing.jobId, personId: standing.personId };
      const now = this.clock.now();
      const result = await work({ tx, interview, standing, subject, now });
      await this.store.touchApplication(tx, applicationId, now);
      await this.settle(tx, actor, standing);
      return result;
    });
  }

  tell<Type extends EventType>(changing: Pick<Changing, 'tx' | 'now'>, actor: Actor, event: DomainEvent<Type>): Promise<void> {
    return this.audit.append(changing.tx, actor, changing.now, event);
  }

  /** The panel changed: calendars that hold the interview have to learn it. */
  tellCalendars({ tx, interview, now }: Changing): Promise<void> {
    return this.store.tellCalendars(tx, interview.id, now);
  }

  /** Brings the application's summary up to date and tells when its debrief moved. */
  async settle(tx: Transaction, actor: Actor, standing: Standing): Promise<void> {
    const now = this.clock.now();
    const { before, after } = await this.store.refresh(tx, standing.applicationId, now);
    if (before === after) return;
    const { applicationId, jobId, personId, debriefId } = standing;
    const subject: Subject = { kind: 'debrief', id: debriefId, applicationId, jobId, personId };
    await this.audit.append(tx, actor, now, {
      type: 'debrief.state_changed',
      subject,
      payload: { before: { state: before }, after: { state: after } },
    });
  }
}
