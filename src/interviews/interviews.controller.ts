import { Body, Controller, Get, HttpCode, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import {
  AssignBody,
  CallOffBody,
  ChangedInterviewDto,
  InterviewDto,
  type InterviewWarningDto,
  MoveInterviewBody,
  PlanInterviewBody,
  TimeBody,
  UnassignBody,
} from './interviews.dto.js';
import { InterviewsReader } from './interviews.reader.js';
import { PanelService } from './panel.service.js';
import { PlanInterviewService } from './plan-interview.service.js';
import { ScheduleInterviewService } from './schedule-interview.service.js';

@ApiTags('interviews')
@Allow()
@Controller('interviews')
export class InterviewsController {
  constructor(
    private readonly planning: PlanInterviewService,
    private readonly scheduling: ScheduleInterviewService,
    private readonly panel: PanelService,
    private readonly reader: InterviewsReader,
  ) {}

  /** Plans an interview for a round of an application. */
  @Post()
  @Refuses('not_found', 'wrong_state', 'idempotency_key_reused', 'idempotency_in_progress')
  async plan(@CurrentActor() actor: Actor, @Body() body: PlanInterviewBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<InterviewDto> {
    return this.show(actor, await this.planning.planInterview(actor, body.applicationId.toLowerCase(), body.round), reply);
  }

  @Get(':interviewId')
  @Refuses('not_found')
  interview(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InterviewDto> {
    return this.show(actor, interviewId, reply);
  }

  /** Gives a planned interview its time. Cards become due from then on. */
  @Post(':interviewId/schedule')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  async schedule(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @Body() body: TimeBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedInterviewDto> {
    return this.changed(actor, interviewId, await this.scheduling.schedule(actor, interviewId, body), reply);
  }

  /** Moves a scheduled interview. */
  @Put(':interviewId/time')
  @Refuses('not_found', 'wrong_state', 'in_use', 'version_conflict', 'precondition_required')
  async move(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @IfMatch() expected: number,
    @Body() body: MoveInterviewBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedInterviewDto> {
    const { reason, ...time } = body;
    return this.changed(actor, interviewId, await this.scheduling.move(actor, interviewId, expected, time, reason ?? ''), reply);
  }

  /** Says that the interview took place. */
  @Post(':interviewId/held')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  async held(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InterviewDto> {
    await this.scheduling.markHeld(actor, interviewId);
    return this.show(actor, interviewId, reply);
  }

  @Post(':interviewId/cancel')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'in_use')
  async cancel(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @Body() body: CallOffBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InterviewDto> {
    await this.scheduling.callOff(actor, interviewId, 'cancel', body.reason);
    return this.show(actor, interviewId, reply);
  }

  /** The candidate did not come. */
  @Post(':interviewId/no-show')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'in_use')
  async noShow(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @Body() body: CallOffBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InterviewDto> {
    await this.scheduling.callOff(actor, interviewId, 'no_show', body.reason);
    return this.show(actor, interviewId, reply);
  }

  /** Puts somebody on the panel; for a round that owes one, with a scorecard to give. */
  @Post(':interviewId/panel')
  @HttpCode(200)
  @Refuses(
    'not_found',
    'wrong_state',
    'already_exists',
    'conflict',
    'conflict_of_interest',
    'not_qualified',
    'idempotency_key_reused',
    'idempotency_in_progress',
  )
  async assign(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @Body() body: AssignBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ChangedInterviewDto> {
    return this.changed(actor, interviewId, await this.panel.assign(actor, interviewId, body), reply);
  }

  /** Takes somebody off the panel who has not submitted. What they had written is kept for them. */
  @Post(':interviewId/panel/:userId/unassign')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'in_use')
  async unassign(
    @CurrentActor() actor: Actor,
    @Id('interviewId') interviewId: string,
    @Id('userId') userId: string,
    @Body() body: UnassignBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<InterviewDto> {
    await this.panel.unassign(actor, interviewId, userId, body.reason);
    return this.show(actor, interviewId, reply);
  }

  private async changed(actor: Actor, id: string, warnings: InterviewWarningDto[], reply: FastifyReply): Promise<ChangedInterviewDto> {
    return { ...(await this.show(actor, id, reply)), warnings };
  }

  private async show(actor: Actor, id: string, reply: FastifyReply): Promise<InterviewDto> {
    const interview = await this.reader.interview(actor, id);
    setVersion(reply, interview.version);
    return interview;
  }
}
