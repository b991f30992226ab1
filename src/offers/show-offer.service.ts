import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { makesOffers } from '../domain/abilities/offer-abilities.js';
import type { Actor } from '../domain/actor.js';
import { LIVE_OFFER } from '../domain/offer/offer-life.js';
import { notFound, Refusal } from '../domain/refusal.js';
import { JobPayReader } from './job-pay.reader.js';
import type { OfferComparisonDto } from './offer-comparison.dto.js';
import type { ApplicationOffersDto, OfferDto } from './offers.dto.js';
import { presentComparison, presentOffer } from './offers.presenter.js';
import { type OfferRow, OffersReader } from './offers.reader.js';

/** Shows offers, their comparison, and what an application has of them. */
@Injectable()
export class ShowOfferService {
  constructor(
    private readonly reader: OffersReader,
    private readonly standings: StandingReader,
    private readonly pay: JobPayReader,
  ) {}

  async offer(actor: Actor, offerId: string): Promise<OfferDto> {
    const row = await this.find(actor, offerId);
    return presentOffer(actor, row, await this.pay.current(row.jobId));
  }

  async comparison(actor: Actor, offerId: string): Promise<OfferComparisonDto> {
    return presentComparison(await this.find(actor, offerId));
  }

  /** Whoever may know of the application but not of its offers is refused the same, whether or not there are any. */
  async ofApplication(actor: Actor, applicationId: string): Promise<ApplicationOffersDto> {
    const standing = await this.standings.onApplication(actor, applicationId);
    if (!(await this.reader.sees(actor.userId, applicationId)))
      throw new Refusal('forbidden', 'Offers are for the recruiter, the hiring manager and the offer approvers of the job.');
    const rows = await this.reader.ofApplication(actor.userId, applicationId);
    const busy = rows.some((row) => LIVE_OFFER.includes(row.status));
    const makes = makesOffers({ userId: actor.userId, siteRole: actor.siteRole, jobSeats: standing.jobSeats });
    return { items: rows, abilities: { draft: makes && !busy && (await this.reader.ready(applicationId)) } };
  }

  private async find(actor: Actor, offerId: string): Promise<OfferRow> {
    const row = await this.reader.one(actor.userId, offerId);
    if (!row) throw notFound('offer');
    return row;
  }
}
