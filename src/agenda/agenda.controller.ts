import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { IfMatch } from '../platform/version.js';
import { AgendaDto, MinutesRevisionsDto, SaveMinutesBody, SetCurrentItemBody } from './agenda.dto.js';
import { AgendaService } from './agenda.service.js';
import { presentMinutes, ShowAgenda } from './show-agenda.service.js';

@ApiTags('agenda')
@Allow()
@Controller('debriefs/:debriefId/agenda')
export class AgendaController {
  constructor(
    private readonly service: AgendaService,
    private readonly agenda: ShowAgenda,
  ) {}

  /** What the debrief talks about and in which order, where the room is, and how the time stands. */
  @Get()
  @Refuses('not_found', 'sealed', 'wrong_state')
  show(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<AgendaDto> {
    return this.agenda.show(actor, debriefId);
  }

  /** Turns the room to an item; everybody in it follows. */
  @Put('current')
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'sealed', 'wrong_state')
  async setCurrent(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Body() body: SetCurrentItemBody): Promise<AgendaDto> {
    await this.service.setCurrent(actor, debriefId, body.item);
    return this.agenda.show(actor, debriefId);
  }

  @Post('clock/start')
  @HttpCode(200)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'sealed', 'wrong_state')
  async startClock(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<AgendaDto> {
    await this.service.startClock(actor, debriefId);
    return this.agenda.show(actor, debriefId);
  }

  @Post('clock/pause')
  @HttpCode(200)
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'sealed', 'wrong_state')
  async pauseClock(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<AgendaDto> {
    await this.service.pauseClock(actor, debriefId);
    return this.agenda.show(actor, debriefId);
  }

  /** Every revision of the minutes of an item in this round. */
  @Get('items/:item/minutes')
  @Refuses('not_found', 'sealed', 'wrong_state')
  async minutes(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string, @Param('item') item: string): Promise<MinutesRevisionsDto> {
    return { items: (await this.service.minutes(actor, debriefId, item)).map(presentMinutes) };
  }

  /** Writes the minutes of an item anew; `If-Match` is the revision you read, "0" where there are none yet. */
  @Put('items/:item/minutes')
  @Allow({ roles: ['admin', 'member'] })
  @Refuses('not_found', 'sealed', 'wrong_state', 'version_conflict', 'precondition_required')
  async saveMinutes(
    @CurrentActor() actor: Actor,
    @Id('debriefId') debriefId: string,
    @Param('item') item: string,
    @IfMatch() revision: number,
    @Body() body: SaveMinutesBody,
  ): Promise<AgendaDto> {
    await this.service.saveMinutes(actor, debriefId, item, revision, body.text);
    return this.agenda.show(actor, debriefId);
  }
}
