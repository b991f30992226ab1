import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import type { ApplicationMove } from '../domain/application/application-life.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { ApplicationShow } from './application-show.service.js';
import { ApplicationDto, MoveApplicationBody } from './applications.dto.js';
import { MoveApplicationService } from './move-application.service.js';

@ApiTags('applications')
@Allow()
@Controller('applications/:applicationId')
export class ApplicationMovesController {
  constructor(
    private readonly moving: MoveApplicationService,
    private readonly page: ApplicationShow,
  ) {}

  /** Ends the current round and goes on to the next one. */
  @Post('advance')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'reason_required')
  advance(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: MoveApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.move(actor, id, 'advance', body, reply);
  }

  /** Puts the application on hold in its round. */
  @Post('hold')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'reason_required')
  hold(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: MoveApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.move(actor, id, 'hold', body, reply);
  }

  /** Goes on after a hold. */
  @Post('resume')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'reason_required')
  resume(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: MoveApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.move(actor, id, 'resume', body, reply);
  }

  /** Ends the application; interviews still to come are cancelled. */
  @Post('reject')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'reason_required')
  reject(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: MoveApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.move(actor, id, 'reject', body, reply);
  }

  /** The candidate withdrew; interviews still to come are cancelled. */
  @Post('withdraw')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'reason_required')
  withdraw(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: MoveApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.move(actor, id, 'withdraw', body, reply);
  }

  /** Takes back a rejection or withdrawal. */
  @Post('reopen')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'reason_required', 'already_exists')
  reopen(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: MoveApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.move(actor, id, 'reopen', body, reply);
  }

  /** An offer goes out; needs a decision to hire. */
  @Post('offer')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'reason_required')
  offer(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: MoveApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.move(actor, id, 'offer', body, reply);
  }

  /** Takes the offer back, or the candidate declined it. */
  @Post('retract-offer')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'reason_required')
  retractOffer(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: MoveApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.move(actor, id, 'retract_offer', body, reply);
  }

  /** The candidate accepted. */
  @Post('hire')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'reason_required')
  hire(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: MoveApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.move(actor, id, 'hire', body, reply);
  }

  private async move(actor: Actor, id: string, move: ApplicationMove, body: MoveApplicationBody, reply: FastifyReply): Promise<ApplicationDto> {
    await this.moving.moveApplication(actor, id, move, { ...body, reason: body.reason ?? '' });
    return this.page.show(actor, id, reply);
  }
}
