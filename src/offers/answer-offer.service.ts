import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { moveOffer } from '../domain/offer/offer-life.js';
import { Refusal } from '../domain/refusal.js';
import { refuseUndecided } from './draft-offer.service.js';
import { type OfferSitting, OfferSittings } from './offer-sittings.service.js';
import { OffersStore } from './offers.store.js';

/** What happens between the organisation and the candidate: the offer goes out, is accepted, declined, taken back or runs out. */
@Injectable()
export class AnswerOfferService {
  constructor(
    private readonly sittings: OfferSittings,
    private readonly store: OffersStore,
  ) {}

  /** Also after a counter-offer, as it stood: what was approved is still what goes out. */
  extendOffer(actor: Actor, offerId: string, expected: number): Promise<void> {
    return this.sittings.run(actor, offerId, expected, 'extend', async (sitting) => {
      const { tx, now, application, offer } = sitting;
      refuseUndecided(application);
      const expiresAt = new Date(offer.package.expiresAt ?? 0);
      if (expiresAt <= now) throw new Refusal('expired', 'The time until which it could be accepted is over: revise the offer.');
      if (application.status !== 'offered') await this.sittings.moveStage(sitting, 'offer', 'decided');
      const status = moveOffer(offer.status, 'extend');
      await this.store.save(tx, offerId, { status, extended: { at: now, expiresAt } });
      const payload = { ...ofRevision(sitting), expiresAt: expiresAt.toISOString(), before: { status: offer.status }, after: { status } };
      await this.sittings.tell(sitting, offerId, 'offer.extended', payload);
    });
  }

  /** The application ends as hired. */
  acceptOffer(actor: Actor, offerId: string, expected: number, words: string): Promise<void> {
    return this.sittings.run(actor, offerId, expected, 'accept', async (sitting) => {
      const { now, application, offer } = sitting;
      refuseUndecided(application);
      if (offer.expiresAt && offer.expiresAt <= now) throw new Refusal('expired', 'The offer has run out: revise it and extend it again.');
      await this.end(sitting, 'accept', 'offer.accepted', words);
      await this.sittings.moveStage(sitting, 'hire', 'accepted');
    });
  }

  declineOffer(actor: Actor, offerId: string, expected: number, reason: string): Promise<void> {
    return this.sittings.run(actor, offerId, expected, 'decline', async (sitting) => {
      await this.end(sitting, 'decline', 'offer.declined', reason);
      await this.retract(sitting, 'candidate_declined');
    });
  }

  rescindOffer(actor: Actor, offerId: string, expected: number, reason: string): Promise<void> {
    return this.sittings.run(actor, offerId, expected, 'rescind', async (sitting) => {
      await this.end(sitting, 'rescind', 'offer.rescinded', reason);
      await this.retract(sitting, 'other');
    });
  }

  /** By the clock: what is out and past its time ends; an offer answered in the meantime is left alone. */
  async expire(sitting: OfferSitting): Promise<void> {
    const { now, offer } = sitting;
    if ((offer.status !== 'extended' && offer.status !== 'countered') || !offer.expiresAt || offer.expiresAt > now) return;
    await this.end(sitting, 'expire', 'offer.expired', '');
    await this.retract(sitting, 'other');
  }

  private async end(
    sitting: OfferSitting,
    move: 'accept' | 'decline' | 'rescind' | 'expire',
    type: 'offer.accepted' | 'offer.declined' | 'offer.rescinded' | 'offer.expired',
    reason: string,
  ): Promise<void> {
    const { tx, now, offer } = sitting;
    const status = moveOffer(offer.status, move);
    await this.store.save(tx, offer.id, { status, ended: { at: now, because: reason } });
    const payload = { ...ofRevision(sitting), before: { status: offer.status }, after: { status } };
    await this.sittings.tell(sitting, offer.id, type, payload, { reason });
  }

  private async retract(sitting: OfferSitting, reasonCode: string): Promise<void> {
    if (sitting.application.status === 'offered') await this.sittings.moveStage(sitting, 'retract_offer', reasonCode);
  }
}

function ofRevision({ offer }: OfferSitting): { roundNumber: number; revision: number } {
  return { roundNumber: offer.roundNumber, revision: offer.revision };
}
