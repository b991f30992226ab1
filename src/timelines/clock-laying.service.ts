import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { DomainEvent } from '../domain/events/events.js';
import type { ClockMoveCause } from '../domain/events/timeline-events.js';
import { applicationClocks } from '../domain/timeline/application-clocks.js';
import { type ClockRecord, clockRecord } from '../domain/timeline/clock-record.js';
import { dueMoves } from '../domain/timeline/move-clocks.js';
import type { Transaction } from '../platform/database.js';
import { applicationFacts, type StoredFacts } from './application-facts.js';
import { ClocksStore } from './clocks.store.js';

export interface MoveCause {
  readonly cause: ClockMoveCause;
  readonly causeId: string;
}

/** Lays the clocks of one application anew from what is stored, always whole: no change has a way of its own to a due time. */
@Injectable()
export class ClockLaying {
  constructor(
    private readonly store: ClocksStore,
    private readonly audit: Audit,
  ) {}

  async lay(tx: Transaction, applicationId: string, now: Date): Promise<void> {
    const stored = await this.store.facts(tx, applicationId);
    if (stored) await this.save(tx, stored, now);
  }

  /** Lays the clocks after a change that moves those that run, and puts on the record which moved from when to when. */
  async move(tx: Transaction, actor: Actor, now: Date, applicationId: string, { cause, causeId }: MoveCause): Promise<void> {
    const stored = await this.store.facts(tx, applicationId);
    if (!stored) return;
    const before = (await this.store.open(tx, applicationId)).map((clock) => ({ ...clock, dueAt: clock.dueAt?.toISOString() ?? null }));
    const after = (await this.save(tx, stored, now)).filter((clock) => clock.stoppedAt === null);
    const moves = dueMoves(
      before,
      after.map(({ key, subjectId, dueAt }) => ({ key, subject: subjectId, dueAt })),
    );
    if (moves.length === 0) return;
    const subject = { kind: 'application', id: applicationId, applicationId, jobId: stored.jobId, personId: stored.personId } as const;
    await this.audit.append(tx, actor, now, { type: 'timeline.clocks_moved', subject, payload: { cause, causeId, moves } });
  }

  /** Tells what moves the clocks of one application, and then what it moved. */
  async tellAndMove(tx: Transaction, actor: Actor, now: Date, event: DomainEvent<'timeline.paused' | 'timeline.pause_ended'>): Promise<void> {
    await this.audit.append(tx, actor, now, event);
    await this.move(tx, actor, now, event.subject.id, { cause: 'pause', causeId: event.payload.pauseId });
  }

  /** Whoever sits in the job's seats now holds its open clocks. */
  reseatJob(tx: Transaction, jobId: string): Promise<void> {
    return this.store.reseat(tx, [jobId]);
  }

  async reseatUser(tx: Transaction, userId: string): Promise<void> {
    await this.store.reseat(tx, await this.store.jobsOf(tx, userId));
  }

  private async save(tx: Transaction, stored: StoredFacts, now: Date): Promise<readonly ClockRecord[]> {
    const facts = applicationFacts(stored);
    const at = now.toISOString();
    const clocks = applicationClocks(facts, at).map((clock) => clockRecord(clock, facts.pauses, at));
    await this.store.save(tx, stored.id, clocks);
    return clocks;
  }
}
