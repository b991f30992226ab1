import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { NextSignalDto } from './next-signal.dto.js';
import { NextSignalService } from './next-signal.service.js';
import { PacketDto } from './packet.dto.js';
import { PacketsService } from './packets.service.js';

@ApiTags('packets')
@Allow()
@Controller('debriefs/:debriefId')
export class PacketsController {
  constructor(
    private readonly service: PacketsService,
    private readonly nextSignal: NextSignalService,
  ) {}

  /** Everything about a debrief in one file. Opening it is on the record. */
  @Get('packet')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOkResponse({ type: PacketDto })
  @Refuses('not_found', 'sealed')
  packet(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<string> {
    return this.service.json(actor, debriefId, 'json');
  }

  /** What would make the outcome sufficient and steady: which criterion, in which round, and who is free, qualified and unexposed. */
  @Get('next-signal')
  @Refuses('not_found', 'sealed')
  plan(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<NextSignalDto> {
    return this.nextSignal.read(actor, debriefId);
  }
}
