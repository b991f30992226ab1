import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { AnswerBody, ChallengesDto, RaiseChallengeBody, ReplyBody } from './challenges.dto.js';
import { presentChallenge } from './challenges.presenter.js';
import { ChallengesReader } from './challenges.reader.js';
import { ChallengesService } from './challenges.service.js';
import { DebriefGate } from './debrief-gate.service.js';

@ApiTags('challenges')
@Allow()
@Controller('debriefs/:debriefId/challenges')
export class ChallengesController {
  constructor(
    private readonly service: ChallengesService,
    private readonly reader: ChallengesReader,
    private readonly gate: DebriefGate,
  ) {}

  @Get()
  @Refuses('not_found', 'sealed')
  list(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<ChallengesDto> {
    return this.show(actor, debriefId);
  }

  /** Challenges one rating of one card. */
  @Post()
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'already_exists')
  async raise(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Body() body: RaiseChallengeBody): Promise<ChallengesDto> {
    await this.service.raise(actor, debriefId, body);
    return this.show(actor, debriefId);
  }

  @Post(':challengeId/replies')
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state')
  async reply(
    @CurrentActor() actor: Actor,
    @Id('debriefId') debriefId: string,
    @Id('challengeId') challengeId: string,
    @Body() body: ReplyBody,
  ): Promise<ChallengesDto> {
    await this.service.reply(actor, debriefId, challengeId, body);
    return this.show(actor, debriefId);
  }

  /** Upheld, revised or withdrawn. */
  @Post(':challengeId/answer')
  @HttpCode(200)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'incomplete')
  async answer(
    @CurrentActor() actor: Actor,
    @Id('debriefId') debriefId: string,
    @Id('challengeId') challengeId: string,
    @Body() body: AnswerBody,
  ): Promise<ChallengesDto> {
    await this.service.answer(actor, debriefId, challengeId, body);
    return this.show(actor, debriefId);
  }

  private async show(actor: Actor, debriefId: string): Promise<ChallengesDto> {
    const { facts } = await this.gate.content(actor, debriefId, 'challenges');
    return { items: (await this.reader.list(debriefId)).map((row) => presentChallenge(row, facts)) };
  }
}
