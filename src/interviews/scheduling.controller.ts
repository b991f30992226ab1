import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { setVersion } from '../platform/version.js';
import { ChangedInterviewDto } from './interviews.dto.js';
import { InterviewsReader } from './interviews.reader.js';
import { PanelTimeDto, PanelTimeQuery, SuggestionsDto, SuggestionsQuery } from './panel-time.dto.js';
import { PanelTimeService } from './panel-time.service.js';
import { ConfirmTimeBody, ProposalDto, ProposalsDto, ProposeTimesBody, WithdrawProposalBody } from './proposals.dto.js';
import { ProposalsReader } from './proposals.reader.js';
import { ProposalsService } from './proposals.service.js';

@ApiTags('scheduling')
@Allow()
@Controller('interviews/:interviewId')
export class SchedulingController {
  constructor(
    private readonly time: PanelTimeService,
    private readonly service: ProposalsService,
    private readonly reader: ProposalsReader,
    private readonly interviews: InterviewsReader,
  ) {}

  /** When each panel member works, is busy and is free; never with whom. */
  @Get('panel-time')
  @Refuses('not_found')
  panelTime(@CurrentActor() actor: Actor, @Id('interviewId') interviewId: string, @Query() query: PanelTimeQuery): Promise<PanelTimeDto> {
    return this.time.panelTime(actor, interviewId, query);
  }

  /** Times at which the whole panel is free. */
  @Get('suggestions')
  @Refuses('not_found', 'wrong_state')
  suggestions(@CurrentActor() actor: Actor, @Id('interviewId') interviewId: string, @Query() query: SuggestionsQuery): Promise<SuggestionsDto> {
    return this.time.suggestions(actor, interviewId, query);
  }

  /** Times that were proposed, the latest first. */
  @Get('proposals')
  @Refuses('not_found')
  async proposals(@CurrentActor() actor: Actor, @Id('interviewId') interviewId: string): Promise<ProposalsDto> {
    return { items: await this.reader.list(actor, interviewId) };
  }

  /** Proposes times to choose one of. */
  @Post('proposals')
  @Refuses('not_found', 'wrong_state', 'already_exists', 'idempotency_key_reused', 'idempotency_in_progress')
  async propose(@CurrentActor() actor: Actor, @Id('interviewId') interviewId: string, @Body() body: ProposeTimesBody): Promise<ProposalDto> {
    return this.reader.one(actor, interviewId, await this.service.propose(actor, interviewId, body));
  }

  @Post('proposals/:proposalId/withdraw')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'idempotency_key_reused', 'idempotency_in_progress')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @Id('proposalId') proposalId: string,
    @Body() body: WithdrawProposalBody,
  ): Promise<ProposalDto> {
    await this.service.withdraw(actor, interviewId, proposalId, body.reason);
    return this.reader.one(actor, interviewId, proposalId);
  }

  /** Puts the interview at one of the proposed times: schedules it, or moves it. */
  @Post('proposals/:proposalId/confirm')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'in_use', 'idempotency_key_reused', 'idempotency_in_progress')
  async confirm(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @Id('proposalId') proposalId: string,
    @Body() body: ConfirmTimeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedInterviewDto> {
    const warnings = await this.service.confirm(actor, interviewId, proposalId, body.slotId.toLowerCase());
    const interview = await this.interviews.interview(actor, interviewId);
    setVersion(reply, interview.version);
    return { ...interview, warnings };
  }
}
