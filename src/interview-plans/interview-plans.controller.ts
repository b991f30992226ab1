import { Body, Controller, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch, setVersion } from '../platform/version.js';
import { ListPlansQuery, PlanCheckDto, PlanDto, PlanPageDto, SavePlanBody } from './interview-plans.dto.js';
import { InterviewPlansReader } from './interview-plans.reader.js';
import { InterviewPlansService } from './interview-plans.service.js';

@ApiTags('interview-plans')
@Allow()
@Controller('interview-plans')
export class InterviewPlansController {
  constructor(
    private readonly service: InterviewPlansService,
    private readonly reader: InterviewPlansReader,
  ) {}

  /** Plans by name. */
  @Get()
  list(@Query() query: ListPlansQuery): Promise<PlanPageDto> {
    return this.reader.list(query);
  }

  @Post()
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('idempotency_key_reused', 'idempotency_in_progress')
  async create(@CurrentActor() actor: Actor, @Body() body: SavePlanBody, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlanDto> {
    return this.show(actor, await this.service.createPlan(actor, body), reply);
  }

  /** Names everything wrong with a plan while it is being written; keeps nothing. */
  @Post('check')
  @HttpCode(200)
  @Allow({ roles: ['admin', 'member'], scope: 'read' })
  check(@Body() body: SavePlanBody): PlanCheckDto {
    return { faults: this.service.checkPlan(body) };
  }

  @Get(':planId')
  @Refuses('not_found')
  plan(@CurrentActor() actor: Actor, @Id('planId') planId: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<PlanDto> {
    return this.show(actor, planId, reply);
  }

  /** Changes a plan for applications that start from now on; running ones keep their rounds and follow the changed times. */
  @Put(':planId')
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'version_conflict', 'precondition_required')
  async change(
    @CurrentActor() actor: Actor,
    @Id('planId') planId: string,
    @IfMatch() expected: number,
    @Body() body: SavePlanBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanDto> {
    await this.service.changePlan(actor, planId, expected, body);
    return this.show(actor, planId, reply);
  }

  @Post(':planId/archive')
  @HttpCode(204)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found')
  archive(@CurrentActor() actor: Actor, @Id('planId') planId: string): Promise<void> {
    return this.service.setArchived(actor, planId, true);
  }

  @Post(':planId/restore')
  @HttpCode(204)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found')
  restore(@CurrentActor() actor: Actor, @Id('planId') planId: string): Promise<void> {
    return this.service.setArchived(actor, planId, false);
  }

  private async show(actor: Actor, planId: string, reply: FastifyReply): Promise<PlanDto> {
    const row = await this.reader.plan(planId);
    if (!row) throw notFound('interview plan');
    setVersion(reply, row.version);
    const writes = actor.siteRole !== 'auditor';
    const archived = row.archivedAt !== null;
    return { ...row, abilities: { edit: writes && !archived, archive: writes && !archived, restore: writes && archived } };
  }
}
