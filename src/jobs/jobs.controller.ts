import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { JobMove } from '../domain/abilities/job-abilities.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { CreateJobService } from './create-job.service.js';
import { CreateJobBody, JobDto, JobFieldsBody, JobPageDto, ListJobsQuery, MoveJobBody } from './jobs.dto.js';
import { presentJob } from './jobs.presenter.js';
import { JobsReader } from './jobs.reader.js';
import { JobsService } from './jobs.service.js';

@ApiTags('jobs')
@Allow()
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly creating: CreateJobService,
    private readonly service: JobsService,
    private readonly reader: JobsReader,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Query() query: ListJobsQuery): Promise<JobPageDto> {
    return this.reader.list(actor, query);
  }

  /** Makes a job; with `template`, its published rubric, plan, kits, requirements, band and offer shape too. */
  @Post()
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('idempotency_key_reused', 'idempotency_in_progress')
  async create(@CurrentActor() actor: Actor, @Body() body: CreateJobBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<JobDto> {
    return this.show(actor, await this.creating.createJob(actor, body), reply);
  }

  @Get(':jobId')
  @Refuses('not_found')
  job(@CurrentActor() actor: Actor, @Id('jobId') jobId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<JobDto> {
    return this.show(actor, jobId, reply);
  }

  @Patch(':jobId')
  @Refuses('not_found', 'wrong_state', 'incomplete', 'version_conflict', 'precondition_required')
  async change(
    @CurrentActor() actor: Actor,
    @Id('jobId') jobId: string,
    @IfMatch() expected: number,
    @Body() body: JobFieldsBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobDto> {
    await this.service.changeJob(actor, jobId, expected, body);
    return this.show(actor, jobId, reply);
  }

  /** Lets applications start. Needs a published rubric and a plan that fits it. */
  @Post(':jobId/open')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state', 'incomplete')
  open(
    @CurrentActor() actor: Actor,
    @Id('jobId') jobId: string,
    @Body() body: MoveJobBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobDto> {
    return this.move(actor, jobId, 'open', body, reply);
  }

  @Post(':jobId/hold')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  hold(
    @CurrentActor() actor: Actor,
    @Id('jobId') jobId: string,
    @Body() body: MoveJobBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobDto> {
    return this.move(actor, jobId, 'hold', body, reply);
  }

  @Post(':jobId/close')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  close(
    @CurrentActor() actor: Actor,
    @Id('jobId') jobId: string,
    @Body() body: MoveJobBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobDto> {
    return this.move(actor, jobId, 'close', body, reply);
  }

  @Post(':jobId/archive')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  archive(
    @CurrentActor() actor: Actor,
    @Id('jobId') jobId: string,
    @Body() body: MoveJobBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobDto> {
    return this.move(actor, jobId, 'archive', body, reply);
  }

  private async move(actor: Actor, jobId: string, move: JobMove, body: MoveJobBody, reply: FastifyReply): Promise<JobDto> {
    await this.service.moveJob(actor, jobId, move, body.reason ?? '');
    return this.show(actor, jobId, reply);
  }

  private async show(actor: Actor, jobId: string, reply: FastifyReply): Promise<JobDto> {
    const row = await this.reader.job(actor, jobId);
    setVersion(reply, row.version);
    return presentJob(actor, row);
  }
}
