import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { DebriefDto } from './debriefs.dto.js';
import { ShowDebrief } from './show-debrief.service.js';
import { DecideBody, DecisionsDto, DissentBody } from './decisions.dto.js';
import { DecisionsReader } from './decisions.reader.js';
import { DecisionsService } from './decisions.service.js';
import { DebriefGate } from './debrief-gate.service.js';

@ApiTags('debriefs')
@Allow()
@Controller('debriefs/:debriefId/decision')
export class DecisionsController {
  constructor(
    private readonly service: DecisionsService,
    private readonly reader: DecisionsReader,
    private readonly debrief: ShowDebrief,
    private readonly gate: DebriefGate,
  ) {}

  /** Every decision made in this debrief, newest first. */
  @Get()
  @Refuses('not_found', 'sealed')
  async list(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<DecisionsDto> {
    await this.gate.content(actor, debriefId, 'decision');
    return { items: await this.reader.list(debriefId) };
  }

  @Post()
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'incomplete', 'version_conflict', 'conflict', 'reason_required', 'explanation_required')
  async decide(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Body() body: DecideBody): Promise<DebriefDto> {
    await this.service.decide(actor, debriefId, body);
    return this.debrief.one(actor, debriefId);
  }

  /** Your own disagreement with the decision, in your own words, until the debrief is closed. */
  @Post('dissents')
  @HttpCode(201)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'already_exists')
  async dissent(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Body() body: DissentBody): Promise<DecisionsDto> {
    await this.service.dissent(actor, debriefId, body.words);
    return { items: await this.reader.list(debriefId) };
  }
}
