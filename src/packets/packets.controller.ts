import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { PacketDto } from './packet.dto.js';
import { PacketsService } from './packets.service.js';

@ApiTags('packets')
@Allow()
@Controller('debriefs/:debriefId')
export class PacketsController {
  constructor(private readonly service: PacketsService) {}

  /** Everything about a debrief in one file. Opening it is on the record. */
  @Get('packet')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: PacketDto })
  @Refuses('not_found', 'sealed')
  packet(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<string> {
    return this.service.json(actor, debriefId, 'json');
  }
}
