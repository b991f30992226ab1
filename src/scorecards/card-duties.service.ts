import { Injectable } from '@nestjs/common';
import type { Standing } from '../access/standing.reader.js';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import type { DomainEvent } from '../domain/events/events.js';
import { Refusal } from '../domain/refusal.js';
import { type CardMove, type CardState, type DeclineReason, refusalOfMove } from '../domain/scorecard/scorecard-moves.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { CardLocks } from './card-locks.service.js';
import { CardSummaries } from './card-summaries.service.js';
import { CardsStore, type LockedCard, subjectOf } from './cards.store.js';

/** Ends and renews the duty to give a card: declined by its interviewer, waived by who runs the job, asked for again. */
@Injectable()
export class CardDutiesService {
  constructor(
    private readonly database: Database,
    private readonly locks: CardLocks,
    private readonly store: CardsStore,
    private readonly summaries: CardSummaries,
    private readonly audit: Audit,
  ) {}

  decline(actor: Actor, cardId: string, reasonCode: DeclineReason, reason: string): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { card, now } = await this.locked(tx, actor, cardId, 'decline');
      const ofConflict = reasonCode === 'conflict_of_interest';
      // Why somebody is in conflict is kept with the conflict, for those who run the job; a whole panel reads the card and the record.
      const told = ofConflict ? {} : { reason };
      await this.settle(tx, actor, now, card, 'declined', reasonCode, ofConflict ? null : reason);
      const payload = { before: { status: card.status }, after: { status: 'declined' }, reasonCode };
      await this.audit.append(tx, actor, now, { type: 'scorecard.declined', subject: subjectOf(card), payload, ...told });
      if (ofConflict) await this.declareConflict(tx, actor, now, card, reason);
    });
  }

  waive(actor: Actor, cardId: string, reason: string): Promise<void> {
    return this.change(actor, cardId, 'waive', reason, () => 'waived');
  }

  /** A declined or waived card is owed again, with whatever its draft held. */
  restore(actor: Actor, cardId: string, reason: string): Promise<void> {
    return this.change(actor, cardId, 'restore', reason, (card) => (card.draft === null ? 'assigned' : 'draft'));
  }

  private change(actor: Actor, cardId: string, move: 'waive' | 'restore', reason: string, next: (card: LockedCard) => CardState): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { card, now } = await this.locked(tx, actor, cardId, move);
      const status = next(card);
      await this.settle(tx, actor, now, card, status, null, status === 'waived' ? reason : null);
      const type = move === 'waive' ? 'scorecard.waived' : 'scorecard.restored';
      const onBehalfOf = await this.store.actsFor(tx, actor.userId, card.jobId, now);
      await this.audit.append(tx, actor, now, {
        type,
        subject: subjectOf(card),
        payload: { before: { status: card.status }, after: { status } },
        reason,
        ...(onBehalfOf === null ? {} : { onBehalfOf }),
      });
    });
  }

  private async locked(tx: Transaction, actor: Actor, cardId: string, move: CardMove): Promise<{ card: LockedCard; now: Date }> {
    const { card, standing, now } = await this.locks.any(tx, actor, cardId);
    const refusal = refusalOfMove(move, situationOf(card, actor, standing));
    if (refusal) throw refusal;
    if (move === 'restore' && card.authorConflicted) {
      throw new Refusal('conflict_of_interest', 'This interviewer has a conflict of interest here. Ask somebody else to interview.');
    }
    return { card, now };
  }

  private async settle(
    tx: Transaction,
    actor: Actor,
    now: Date,
    card: LockedCard,
    status: CardState,
    reasonCode: string | null,
    reason: string | null,
  ): Promise<void> {
    await this.store.settle(tx, card.id, status, reasonCode, reason);
    const summary = await this.summaries.after(tx, card, { status });
    await this.store.saveSummary(tx, card.applicationId, summary);
    await this.summaries.moveDebrief(tx, actor, now, card, summary);
  }

  /** Who declines for a conflict has declared it: from here on the application does not exist for them. */
  private async declareConflict(tx: Transaction, actor: Actor, now: Date, card: LockedCard, reason: string): Promise<void> {
    const conflictId = newId();
    await this.store.declareConflict(tx, conflictId, actor.userId, card.personId, reason, now);
    const event: DomainEvent<'conflict.recorded'> = {
      type: 'conflict.recorded',
      subject: { kind: 'candidate', id: card.personId, personId: card.personId },
      payload: { conflictId, userId: actor.userId, source: 'declared' },
    };
    await this.audit.append(tx, actor, now, event);
  }
}

function situationOf(card: LockedCard, actor: Actor, standing: Standing) {
  return {
    status: card.status,
    isAuthor: card.authorId === actor.userId,
    isRecruiter: standing.jobSeats.includes('recruiter'),
    isHiringManager: standing.jobSeats.includes('hiring_manager'),
    interview: card.interview,
    started: card.started,
    debrief: card.debrief,
  };
}
