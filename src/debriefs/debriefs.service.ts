import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { isOwed } from '../domain/debrief/debrief-moves.js';
import { checkMove } from '../domain/debrief/debrief-moves.js';
import { DebriefSittings, type Sitting, refuse } from './debrief-sittings.service.js';
import { DebriefsStore } from './debriefs.store.js';

/** Starts the discussion without a first ballot, closes a debrief and opens it again. */
@Injectable()
export class DebriefsService {
  constructor(
    private readonly sittings: DebriefSittings,
    private readonly store: DebriefsStore,
  ) {}

  startDiscussing(actor: Actor, debriefId: string): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      const why = sitting.facts.policy.firstBallot ? 'first_ballot:one_seat' : 'first_ballot:policy';
      await this.sittings.move(sitting, 'start_discussing', { skipped: isOwed('first', sitting.facts) ? [] : [why] });
    });
  }

  close(actor: Actor, debriefId: string): Promise<void> {
    return this.sittings.run(actor, debriefId, (sitting) => this.sittings.move(sitting, 'close'));
  }

  /** Keeps the old ballots and the old decision, halts an offer nobody accepted yet, and begins a new round of ballots. */
  reopen(actor: Actor, debriefId: string, reason: string): Promise<void> {
    return this.sittings.run(actor, debriefId, async (sitting) => {
      refuse(checkMove('reopen', sitting.facts));
      const { tx, now, head } = sitting;
      const supersededDecisionId = await this.store.supersedeDecision(tx, head.id, now);
      const roundNumber = await this.store.reopen(tx, head.id, now);
      const offerHalted = await this.haltOffer(sitting);
      await this.store.recordReopening(tx, {
        debriefId: head.id,
        roundNumber,
        fromState: head.state,
        reason,
        offerHalted,
        by: actor.userId,
        at: now,
      });
      await this.sittings.tell(sitting, 'debrief.reopened', { roundNumber, supersededDecisionId }, { reason });
      if (supersededDecisionId)
        await this.sittings.tell(sitting, 'decision.superseded', { decisionId: supersededDecisionId, roundNumber: head.roundNumber }, { reason });
      // A card that came to be owed in the meantime sends the debrief back to collecting.
      const { after } = await this.store.refresh(tx, head.applicationId, now);
      await this.sittings.tell(sitting, 'debrief.state_changed', { before: { state: head.state }, after: { state: after }, roundNumber });
    });
  }

  /**
   * Every offer on the way is halted. That the candidate had been offered to is the application's stage and stands in its own history; why is for those who may
   * read the debrief. What became of the offer itself is for those with a seat for offers.
   */
  private async haltOffer(sitting: Sitting): Promise<boolean> {
    const { tx, head, standing, now } = sitting;
    const { jobId, applicationId, personId } = standing;
    for (const { id, status, ...revision } of await this.store.haltOffers(tx, applicationId, now)) {
      const subject = { kind: 'offer', id, jobId, applicationId, personId } as const;
      const payload = { ...revision, before: { status }, after: { status: 'halted' } };
      await this.sittings.tell(sitting, 'offer.stopped', payload, { subject });
    }
    if (!(await this.store.haltOffer(tx, head.applicationId))) return false;
    const subject = { kind: 'application', id: applicationId, jobId, applicationId, personId } as const;
    await this.sittings.tell(sitting, 'offer.halted', { before: { status: 'offered' }, after: { status: 'active' } }, { subject });
    return true;
  }
}
