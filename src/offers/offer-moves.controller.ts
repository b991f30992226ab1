import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { AnswerOfferService } from './answer-offer.service.js';
import { ApproveOfferService } from './approve-offer.service.js';
import { ApproveOfferBody, EndOfferBody, OfferDto, SubmitOfferBody } from './offers.dto.js';
import { ShowOfferService } from './show-offer.service.js';

const EVERY_MOVE = ['not_found', 'wrong_state', 'version_conflict', 'precondition_required'] as const;

/** The moves of an offer. Each is of the version the caller read. */
@ApiTags('offers')
@Allow()
@Controller('offers/:offerId')
export class OfferMovesController {
  constructor(
    private readonly approving: ApproveOfferService,
    private readonly answering: AnswerOfferService,
    private readonly showing: ShowOfferService,
  ) {}

  /** Asks for approval; pins what the offer is checked by and what it needs. */
  @Post('submit')
  @HttpCode(200)
  @Refuses(...EVERY_MOVE, 'incomplete', 'reason_required')
  submit(
    @CurrentActor() actor: Actor,
    @Id('offerId') id: string,
    @IfMatch() expected: number,
    @Body() body: SubmitOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    const { reason = '', approveBy } = body;
    return this.after(actor, id, reply, this.approving.submitOffer(actor, id, expected, { reason, ...(approveBy ? { approveBy } : {}) }));
  }

  /** Gives your approval, for the seat that is missing. */
  @Post('approve')
  @HttpCode(200)
  @Refuses(...EVERY_MOVE)
  approve(
    @CurrentActor() actor: Actor,
    @Id('offerId') id: string,
    @IfMatch() expected: number,
    @Body() body: ApproveOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    return this.after(actor, id, reply, this.approving.approveOffer(actor, id, expected, body.words ?? ''));
  }

  /** Sends it back as a draft. */
  @Post('refuse')
  @HttpCode(200)
  @Refuses(...EVERY_MOVE)
  refuse(
    @CurrentActor() actor: Actor,
    @Id('offerId') id: string,
    @IfMatch() expected: number,
    @Body() body: EndOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    return this.after(actor, id, reply, this.approving.refuseOffer(actor, id, expected, body.reason));
  }

  /** It goes to the candidate; after a counter-offer, once more as it stood. */
  @Post('extend')
  @HttpCode(200)
  @Refuses(...EVERY_MOVE, 'expired')
  extend(
    @CurrentActor() actor: Actor,
    @Id('offerId') id: string,
    @IfMatch() expected: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    return this.after(actor, id, reply, this.answering.extendOffer(actor, id, expected));
  }

  /** The candidate accepts; the application ends as hired. */
  @Post('accept')
  @HttpCode(200)
  @Refuses(...EVERY_MOVE, 'expired')
  accept(
    @CurrentActor() actor: Actor,
    @Id('offerId') id: string,
    @IfMatch() expected: number,
    @Body() body: ApproveOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    return this.after(actor, id, reply, this.answering.acceptOffer(actor, id, expected, body.words ?? ''));
  }

  @Post('decline')
  @HttpCode(200)
  @Refuses(...EVERY_MOVE)
  decline(
    @CurrentActor() actor: Actor,
    @Id('offerId') id: string,
    @IfMatch() expected: number,
    @Body() body: EndOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    return this.after(actor, id, reply, this.answering.declineOffer(actor, id, expected, body.reason));
  }

  /** Takes it back, at any time before it is over. */
  @Post('rescind')
  @HttpCode(200)
  @Refuses(...EVERY_MOVE)
  rescind(
    @CurrentActor() actor: Actor,
    @Id('offerId') id: string,
    @IfMatch() expected: number,
    @Body() body: EndOfferBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OfferDto> {
    return this.after(actor, id, reply, this.answering.rescindOffer(actor, id, expected, body.reason));
  }

  private async after(actor: Actor, id: string, reply: FastifyReply, done: Promise<void>): Promise<OfferDto> {
    await done;
    const offer = await this.showing.offer(actor, id);
    setVersion(reply, offer.version);
    return offer;
  }
}
