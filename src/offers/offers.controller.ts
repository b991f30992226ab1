import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { DraftOfferService } from './draft-offer.service.js';
import { OfferComparisonDto } from './offer-comparison.dto.js';
import { ApplicationOffersDto, CompetingOfferBody, CounterOfferBody, DraftOfferBody, OfferDto, ReviseOfferBody } from './offers.dto.js';
import { ShowOfferService } from './show-offer.service.js';

const EVERY_MOVE = ['not_found', 'wrong_state', 'version_conflict', 'precondition_required'] as const;

/** Offers and their packages: only for those with a seat for them. */
@ApiTags('offers')
@Allow()
@Controller()
export class OffersController {
  constructor(
    private readonly drafting: DraftOfferService,
    private readonly showing: ShowOfferService,
  ) {}

  @Get('applications/:applicationId/offers')
  @Refuses('not_found')
  list(@CurrentActor() actor: Actor, @Id('applicationId') applicationId: string): Promise<ApplicationOffersDto> {
    return this.showing.ofApplication(actor, applicationId);
  }

  /** Begins an offer; needs a decision to hire. Without a package it starts from the job's offer shape. */
  @Post('applications/:applicationId/offers')
  @Refuses('not_found', 'wrong_state', 'already_exists', 'idempotency_key_reused', 'idempotency_in_progress')
  async draft(
    @CurrentActor() actor: Actor,
    @Id('applicationId') applicationId: string,
    @Body() body: DraftOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    return this.show(actor, await this.drafting.draftOffer(actor, applicationId, body.package), reply);
  }

  @Get('offers/:offerId')
  @Refuses('not_found')
  one(@CurrentActor() actor: Actor, @Id('offerId') offerId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<OfferDto> {
    return this.show(actor, offerId, reply);
  }

  /** Year by year: the package on the table, those of earlier rounds, what the candidate asked for and what others offer. */
  @Get('offers/:offerId/comparison')
  @Refuses('not_found')
  comparison(@CurrentActor() actor: Actor, @Id('offerId') offerId: string): Promise<OfferComparisonDto> {
    return this.showing.comparison(actor, offerId);
  }

  /** A new revision, as a draft; approvals given so far fall. */
  @Put('offers/:offerId')
  @Refuses(...EVERY_MOVE)
  async revise(
    @CurrentActor() actor: Actor,
    @Id('offerId') offerId: string,
    @IfMatch() expected: number,
    @Body() body: ReviseOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    await this.drafting.reviseOffer(actor, offerId, expected, body.package, body.reason ?? '');
    return this.show(actor, offerId, reply);
  }

  /** What the candidate asks for instead: opens the next round. */
  @Post('offers/:offerId/counter')
  @HttpCode(200)
  @Refuses(...EVERY_MOVE)
  async counter(
    @CurrentActor() actor: Actor,
    @Id('offerId') offerId: string,
    @IfMatch() expected: number,
    @Body() body: CounterOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    await this.drafting.recordOther(actor, offerId, expected, 'counter', { package: body.package, employer: '', words: body.words ?? '' });
    return this.show(actor, offerId, reply);
  }

  /** What somebody else offers the candidate, for the comparison. */
  @Post('offers/:offerId/competing-offers')
  @HttpCode(200)
  @Refuses(...EVERY_MOVE)
  async compete(
    @CurrentActor() actor: Actor,
    @Id('offerId') offerId: string,
    @IfMatch() expected: number,
    @Body() body: CompetingOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    const { package: given, employer, words } = body;
    await this.drafting.recordOther(actor, offerId, expected, 'competing', { package: given, employer, words: words ?? '' });
    return this.show(actor, offerId, reply);
  }

  private async show(actor: Actor, offerId: string, reply: FastifyReply): Promise<OfferDto> {
    const offer = await this.showing.offer(actor, offerId);
    setVersion(reply, offer.version);
    return offer;
  }
}
