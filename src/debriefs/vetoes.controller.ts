import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { DebriefDto, DebriefReasonBody } from './debriefs.dto.js';
import { ShowDebrief } from './show-debrief.service.js';
import { VetoesService } from './vetoes.service.js';

@ApiTags('debriefs')
@Allow({ roles: ['admin', 'member'] })
@Controller('debriefs/:debriefId/vetoes')
export class VetoesController {
  constructor(
    private readonly service: VetoesService,
    private readonly debrief: ShowDebrief,
  ) {}

  /** Allows nothing above no hire, as long as it stands. */
  @Post()
  @Refuses('not_found', 'wrong_state', 'already_exists')
  async cast(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Body() body: DebriefReasonBody): Promise<DebriefDto> {
    await this.service.cast(actor, debriefId, body.reason);
    return this.debrief.one(actor, debriefId);
  }

  /** Takes back the veto of your seat. */
  @Post('withdraw')
  @HttpCode(200)
  @Refuses('not_found', 'wrong_state')
  async withdraw(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Body() body: DebriefReasonBody): Promise<DebriefDto> {
    await this.service.withdraw(actor, debriefId, body.reason);
    return this.debrief.one(actor, debriefId);
  }
}
