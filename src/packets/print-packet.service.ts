import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { packetPage } from './packet-page.js';
import { packetSheet } from './packet-sheet.js';
import { readPacketDocument } from './packet.store.js';
import { PacketsService } from './packets.service.js';
import { PdfPrinter } from './pdf-printer.service.js';

/** The same packet on paper, in the reader's language. Opening it so is on the record like opening the file. */
@Injectable()
export class PrintPacket {
  constructor(
    private readonly packets: PacketsService,
    private readonly printer: PdfPrinter,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, debriefId: string): Promise<string> {
    return packetPage(packetSheet(readPacketDocument(await this.packets.json(actor, debriefId, 'page')), actor.locale));
  }

  async pdf(actor: Actor, debriefId: string): Promise<Buffer> {
    return this.printer.print(await this.packets.json(actor, debriefId, 'pdf'), actor.locale, this.clock.now());
  }
}
