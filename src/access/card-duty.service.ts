import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import type { Actor } from '../domain/actor.js';
import { isLive } from '../domain/interview/interview-life.js';
import { placeFor } from '../domain/interview/panel-place.js';
import { Refusal } from '../domain/refusal.js';
import type { Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { CardDutyStore, type HeldInterview } from './card-duty.store.js';
import type { LockedSeat, Person } from './seats.store.js';

export interface DutyMove {
  readonly seat: LockedSeat & { readonly interviewId: string; readonly applicationId: string };
  readonly to: Person;
  readonly reason: string;
  readonly personId: string;
  readonly jobId: string;
}

/**
 * Moves the duty to give a card from one interviewer to another. Whoever leaves keeps what they drafted, in private, under a
 * card that reads "declined (handed over)": leaving a panel shows them no more than declining would.
 */
@Injectable()
export class CardDuty {
  constructor(
    private readonly store: CardDutyStore,
    private readonly audit: Audit,
  ) {}

  /** The interview of the seat, or why its seat cannot be passed on to this person. */
  async interviewOf(tx: Transaction, seat: DutyMove['seat'], to: Person): Promise<HeldInterview> {
    const interview = await this.store.lockInterview(tx, seat.interviewId);
    if (!interview || !isLive(interview.status)) throw new Refusal('wrong_state', 'This interview was called off; there is nothing to pass on.');
    if (interview.round.panel.length > 0)
      placeFor(interview.round.panel, [], { qualifications: to.qualifications, training: seat.training, place: seat.place });
    return interview;
  }

  async move(tx: Transaction, actor: Actor, now: Date, interview: HeldInterview, move: DutyMove): Promise<void> {
    const { seat, to } = move;
    const own = await this.store.lockCard(tx, seat.interviewId, seat.userId);
    if (own?.status === 'submitted') throw new Refusal('wrong_state', 'The scorecard is in: it stays with its author, and so does the seat.');
    if (!own || own.status === 'waived') return;
    const theirs = await this.store.lockCard(tx, seat.interviewId, to.id);
    if (theirs && theirs.reasonCode !== 'handed_over')
      throw new Refusal('wrong_state', 'This person has a scorecard of this interview already, or declined it. Choose somebody else.');
    const newScorecardId = theirs?.id ?? newId();
    if (own.status !== 'declined') await this.store.leave(tx, own.id, move.reason);
    if (theirs) await this.store.takeBack(tx, theirs.id, own.counts);
    else await this.store.take(tx, { id: newScorecardId, interview, applicationId: seat.applicationId, userId: to.id, counts: own.counts, now });
    const subject = {
      kind: 'scorecard',
      id: own.id,
      scorecardId: own.id,
      applicationId: seat.applicationId,
      jobId: move.jobId,
      personId: move.personId,
    } as const;
    await this.audit.append(tx, actor, now, {
      type: 'scorecard.duty_moved',
      subject,
      payload: { from: seat.userId, to: to.id, newScorecardId },
      reason: move.reason,
    });
    await this.settle(tx, actor, now, seat.applicationId);
  }

  /** Somebody with a conflict of interest gives no card: what they owe on the person is declined. Applications are locked first. */
  async declineOwed(tx: Transaction, actor: Actor, now: Date, userId: string, personId: string): Promise<void> {
    const cards = await this.store.declineOwed(tx, userId, personId);
    for (const card of cards) {
      const subject = {
        kind: 'scorecard',
        id: card.id,
        scorecardId: card.id,
        applicationId: card.applicationId,
        jobId: card.jobId,
        personId,
      } as const;
      const payload = { before: { status: card.status }, after: { status: 'declined' }, reasonCode: 'conflict_of_interest' };
      await this.audit.append(tx, actor, now, { type: 'scorecard.declined', subject, payload });
    }
    for (const applicationId of new Set(cards.map((card) => card.applicationId))) await this.settle(tx, actor, now, applicationId);
  }

  private async settle(tx: Transaction, actor: Actor, now: Date, applicationId: string): Promise<void> {
    const { before, after, debriefId, jobId, personId } = await this.store.refresh(tx, applicationId, now);
    if (before === after) return;
    const subject = { kind: 'debrief', id: debriefId, applicationId, jobId, personId } as const;
    await this.audit.append(tx, actor, now, {
      type: 'debrief.state_changed',
      subject,
      payload: { before: { state: before }, after: { state: after } },
    });
  }
}
