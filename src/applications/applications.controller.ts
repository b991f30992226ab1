import { Body, Controller, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import { CurrentProof, type SessionProof } from '../access/session-proof.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { ApplicationShow } from './application-show.service.js';
import {
  ApplicationDto,
  ApplicationPageDto,
  ChangeRubricBody,
  CountApplicationsQuery,
  ListApplicationsQuery,
  StartApplicationBody,
  StatusCountsDto,
} from './applications.dto.js';
import { ApplicationsListReader } from './applications-list.reader.js';
import { presentSummary } from './applications.presenter.js';
import { ChangeRubricService } from './change-rubric.service.js';
import { StartApplicationService } from './start-application.service.js';

@ApiTags('applications')
@Allow()
@Controller('applications')
export class ApplicationsController {
  constructor(
    private readonly starting: StartApplicationService,
    private readonly rubrics: ChangeRubricService,
    private readonly lists: ApplicationsListReader,
    private readonly page: ApplicationShow,
  ) {}

  /** Applications you may know of. */
  @Get()
  @Allow({ proof: 'statement' })
  async list(
    @CurrentActor() actor: Actor,
    @CurrentProof() proof: SessionProof | null,
    @Query() query: ListApplicationsQuery,
  ): Promise<ApplicationPageDto> {
    const page = await this.lists.list(actor, proof, query);
    return { items: page.items.map(presentSummary), nextCursor: page.nextCursor };
  }

  /** How many applications you may know of stand in each status. */
  @Get('counts')
  async counts(@CurrentActor() actor: Actor, @Query() query: CountApplicationsQuery): Promise<StatusCountsDto> {
    return { items: await this.lists.counts(actor, query.jobId) };
  }

  /** Starts an application: lays out its rounds and pins the job's rubric version and policies. */
  @Post()
  @Refuses('wrong_state', 'incomplete', 'already_exists', 'idempotency_key_reused', 'idempotency_in_progress')
  async start(
    @CurrentActor() actor: Actor,
    @Body() body: StartApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    const input = { candidateId: body.candidateId.toLowerCase(), jobId: body.jobId.toLowerCase(), source: body.source ?? '' };
    return this.page.show(actor, await this.starting.startApplication(actor, input), reply);
  }

  @Get(':applicationId')
  @Refuses('not_found')
  application(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    return this.page.show(actor, id, reply);
  }

  /** Pins another published rubric version; only before the first submission. */
  @Put(':applicationId/rubric')
  @Refuses('not_found', 'wrong_state')
  async changeRubric(
    @CurrentActor() actor: Actor,
    @Id('applicationId') id: string,
    @Body() body: ChangeRubricBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApplicationDto> {
    await this.rubrics.changeRubric(actor, id, body.rubricVersionId.toLowerCase(), body.reason);
    return this.page.show(actor, id, reply);
  }
}
