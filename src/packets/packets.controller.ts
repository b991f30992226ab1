import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentActor } from '../access/access.decorators.js';
import type { Actor } from '../domain/actor.js';
import { Id } from '../platform/id.js';
import { Refuses } from '../platform/openapi.js';
import { NextSignalDto } from './next-signal.dto.js';
import { NextSignalService } from './next-signal.service.js';
import { PacketDto } from './packet.dto.js';
import { PAGE_POLICY } from './packet-page.js';
import { PacketsService } from './packets.service.js';
import { PrintPacket } from './print-packet.service.js';

@ApiTags('packets')
@Allow()
@Controller('debriefs/:debriefId')
export class PacketsController {
  constructor(
    private readonly service: PacketsService,
    private readonly print: PrintPacket,
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

  /** The packet as a page to read or print, in your language; it needs nothing else and may do nothing. */
  @Get('packet.html')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', PAGE_POLICY)
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  @Refuses('not_found', 'sealed')
  page(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<string> {
    return this.print.page(actor, debriefId);
  }

  /** The packet on A4 pages, in your language. */
  @Get('packet.pdf')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @Refuses('not_found', 'sealed')
  async pdf(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<StreamableFile> {
    const content = await this.print.pdf(actor, debriefId);
    return new StreamableFile(content, {
      type: 'application/pdf',
      disposition: `attachment; filename="packet-${debriefId}.pdf"`,
      length: content.length,
    });
  }

  /** What would make the outcome sufficient and steady: which criterion, in which round, and who is free, qualified and unexposed. */
  @Get('next-signal')
  @Refuses('not_found', 'sealed')
  plan(@CurrentActor() actor: Actor, @Id('debriefId') debriefId: string): Promise<NextSignalDto> {
    return this.nextSignal.read(actor, debriefId);
  }
}
