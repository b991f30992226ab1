import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { DebriefDto, DebriefPageDto, ListDebriefsQuery, DebriefReasonBody } from './debriefs.dto.js';
import { ShowDebrief } from './show-debrief.service.js';
import { DebriefsReader } from './debriefs.reader.js';
import { DebriefsService } from './debriefs.service.js';
import { RecommendationDto } from './recommendation.dto.js';
import { RecommendationService } from './recommendation.service.js';

@ApiTags('debriefs')
@Allow()
@Controller()
export class DebriefsController {
  constructor(
    private readonly service: DebriefsService,
    private readonly recommendations: RecommendationService,
    private readonly reader: DebriefsReader,
    private readonly debrief: ShowDebrief,
  ) {}

  /** Debriefs you may know of, the most pressing first. */
  @Get('debriefs')
  list(@CurrentActor() actor: Actor, @Query() query: ListDebriefsQuery): Promise<DebriefPageDto> {
    return this.reader.list(actor, query);
  }

  /** The debrief of an application. */
  @Get('applications/:applicationId/debrief')
  @Refuses('not_found')
  ofApplication(@CurrentActor() actor: Actor, @Id('applicationId') applicationId: string): Promise<DebriefDto> {
    return this.debrief.ofApplication(actor, applicationId);
  }

  @Get('debriefs/:debriefId')
  @Refuses('not_found')
  one(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<DebriefDto> {
    return this.debrief.one(actor, debriefId);
  }

  /** What the rules say, step by step, and what they say on revisions written unexposed. */
  @Get('debriefs/:debriefId/recommendation')
  @Refuses('not_found', 'sealed')
  recommendation(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<RecommendationDto> {
    return this.recommendations.read(actor, debriefId);
  }

  /** Starts the discussion where no first ballot is owed. */
  @Post('debriefs/:debriefId/discussion')
  @HttpCode(200)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state', 'incomplete')
  async startDiscussing(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<DebriefDto> {
    await this.service.startDiscussing(actor, debriefId);
    return this.debrief.one(actor, debriefId);
  }

  @Post('debriefs/:debriefId/close')
  @HttpCode(200)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state')
  async close(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<DebriefDto> {
    await this.service.close(actor, debriefId);
    return this.debrief.one(actor, debriefId);
  }

  /** Begins a new round: old ballots and the old decision are kept, an unaccepted offer is halted. */
  @Post('debriefs/:debriefId/reopen')
  @HttpCode(200)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'wrong_state')
  async reopen(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Body() body: DebriefReasonBody): Promise<DebriefDto> {
    await this.service.reopen(actor, debriefId, body.reason);
    return this.debrief.one(actor, debriefId);
  }
}
