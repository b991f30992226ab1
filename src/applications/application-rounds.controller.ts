import { Body, Controller, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { ApplicationShow } from './application-show.service.js';
import { AddRoundBody, ApplicationDto, RecordFactsBody, ReorderRoundsBody, SkipRoundBody } from './applications.dto.js';
import { ChangeRoundsService } from './change-rounds.service.js';
import { RoundKey } from './round-key.js';

@ApiTags('applications')
@Allow()
@Controller('applications/:applicationId/rounds')
export class ApplicationRoundsController {
  constructor(
    private readonly rounds: ChangeRoundsService,
    private readonly page: ApplicationShow,
  ) {}

  /** Adds a round to this application alone. */
  @Post()
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'idempotency_key_reused', 'idempotency_in_progress')
  async add(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: AddRoundBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    await this.rounds.addRound(actor, id, body);
    return this.page.show(actor, id, reply);
  }

  /** Puts the rounds that lie ahead in another order. */
  @Put('order')
  @Refuses('not_found', 'wrong_state')
  async reorder(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: ReorderRoundsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    await this.rounds.reorderRounds(actor, id, body.order, body.reason);
    return this.page.show(actor, id, reply);
  }

  @Post(':roundKey/skip')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'in_use')
  async skip(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @RoundKey() key: string,
    @Body() body: SkipRoundBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    await this.rounds.skipRound(actor, id, key, body.reason);
    return this.page.show(actor, id, reply);
  }

  /** Records the round's yes/no facts. They are no ratings. */
  @Put(':roundKey/facts')
  @Refuses('not_found', 'wrong_state')
  async recordFacts(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @RoundKey() key: string,
    @Body() body: RecordFactsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    await this.rounds.recordFacts(actor, id, key, body.facts);
    return this.page.show(actor, id, reply);
  }
}
