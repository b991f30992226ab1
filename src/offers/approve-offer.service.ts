import { Injectable } from '@nestjs/common';
import { approvalSeat } from '../domain/abilities/offer-abilities.js';
import type { Actor } from '../domain/actor.js';
import { missingApprovals, requirementOf } from '../domain/offer/approval-rules.js';
import { checkBand } from '../domain/offer/band-check.js';
import { checkWords } from '../domain/offer/offer-words.js';
import { type Fault, invalid, Refusal } from '../domain/refusal.js';
import { refuseUndecided } from './draft-offer.service.js';
import { JobPayReader } from './job-pay.reader.js';
import { type OfferSitting, OfferSittings } from './offer-sittings.service.js';
import { OffersStore } from './offers.store.js';

/** Approvers have two days, unless told otherwise. */
const TIME_TO_APPROVE = 48 * 3_600_000;

/** Submits an offer with what it was checked by and what it needs, both pinned; approves it, or sends it back. */
@Injectable()
export class ApproveOfferService {
  constructor(
    private readonly sittings: OfferSittings,
    private readonly store: OffersStore,
    private readonly pay: JobPayReader,
  ) {}

  submitOffer(actor: Actor, offerId: string, expected: number, input: { readonly reason: string; readonly approveBy?: Date }): Promise<void> {
    return this.sittings.run(actor, offerId, expected, 'submit', async (sitting) => {
      const { tx, now, application, offer } = sitting;
      refuseUndecided(application);
      refuseIncomplete(sitting);
      const approveBy = input.approveBy ?? new Date(now.getTime() + TIME_TO_APPROVE);
      if (approveBy <= now) throw invalid([{ pointer: '/approveBy', code: 'past', detail: 'is over already' }]);
      const { bands, rules } = await this.pay.current(application.jobId, tx);
      const check = checkBand(offer.package, bands);
      const requirement = requirementOf(rules, check);
      if (requirement.reasonRequired && input.reason.trim() === '')
        throw new Refusal(
          'reason_required',
          `Say in words why the offer leaves the band. ${checkWords(check).join(' ')}`,
          [{ pointer: '/reason', code: 'required', detail: 'say why the offer leaves the band' }],
          { standing: check.standing, needs: requirement.needs },
        );
      const outsideReason = requirement.side === 'outside' && input.reason !== '' ? input.reason : null;
      const submission = { check, requirement, outsideReason, by: actor.userId, at: now, approveBy };
      await this.store.save(tx, offerId, { status: 'awaiting_approval', submission });
      const { roundNumber, revision, status } = offer;
      const change = { before: { status }, after: { status: 'awaiting_approval' } };
      const payload = { roundNumber, revision, standing: check.standing, needs: requirement.needs, ...change };
      await this.sittings.tell(sitting, offerId, 'offer.submitted', payload, { reason: input.reason });
    });
  }

  approveOffer(actor: Actor, offerId: string, expected: number, words: string): Promise<void> {
    return this.sittings.run(actor, offerId, expected, 'approve', async (sitting) => {
      const { tx, offer, viewer } = sitting;
      const needs = offer.requirement?.needs ?? [];
      const seat = approvalSeat(viewer, { ...offer, needs });
      if (!seat) throw new Refusal('wrong_state', 'Nobody of your seat is missing: others must approve now.');
      const onBehalfOf = await this.record(sitting, seat, 'approved', words);
      const complete = missingApprovals({ needs }, [...offer.approvals, { userId: actor.userId, seat }]).length === 0;
      const status = complete ? 'approved' : 'awaiting_approval';
      await this.store.save(tx, offerId, { status });
      const { roundNumber, revision } = offer;
      const payload = { roundNumber, revision, seat, complete, before: { status: offer.status }, after: { status } };
      await this.sittings.tell(sitting, offerId, 'offer.approved', payload, { reason: words, onBehalfOf });
    });
  }

  /** Back to a draft, with the reason; approvals given so far fall. */
  refuseOffer(actor: Actor, offerId: string, expected: number, reason: string): Promise<void> {
    return this.sittings.run(actor, offerId, expected, 'refuse', async (sitting) => {
      const { tx, now, offer, viewer } = sitting;
      const seat = viewer.jobSeats.includes('offer_approver') ? 'offer_approver' : 'hiring_manager';
      const onBehalfOf = await this.record(sitting, seat, 'refused', reason);
      const voidedApprovals = await this.store.voidApprovals(tx, offerId, now, 'The offer was refused.');
      await this.store.save(tx, offerId, { status: 'draft', submission: null });
      const { roundNumber, revision } = offer;
      const payload = { roundNumber, revision, voidedApprovals, before: { status: offer.status }, after: { status: 'draft' } };
      await this.sittings.tell(sitting, offerId, 'offer.refused', payload, { reason, onBehalfOf });
    });
  }

  private async record(
    { tx, now, actor, application, offer }: OfferSitting,
    seat: 'offer_approver' | 'hiring_manager',
    verdict: 'approved' | 'refused',
    words: string,
  ): Promise<string | null> {
    const onBehalfOf = await this.store.principal(tx, actor.userId, application.jobId, seat, now);
    const { id: offerId, revision } = offer;
    await this.store.insertApproval(tx, { offerId, revision, seat, verdict, words, by: actor.userId, onBehalfOf, at: now });
    return onBehalfOf;
  }
}

/** Nobody approves what could not go out as it stands. */
function refuseIncomplete({ offer, now }: OfferSitting): void {
  const { startsOn, expiresAt } = offer.package;
  const faults: Fault[] = [];
  if (startsOn === null) faults.push({ pointer: '/package/startsOn', code: 'required', detail: 'say when the work starts' });
  if (expiresAt === null) faults.push({ pointer: '/package/expiresAt', code: 'required', detail: 'say until when it can be accepted' });
  else if (new Date(expiresAt) <= now) faults.push({ pointer: '/package/expiresAt', code: 'past', detail: 'is over already' });
  if (faults.length > 0) throw new Refusal('incomplete', 'The offer cannot be submitted yet; mend what is named.', faults);
}
