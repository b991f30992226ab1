import type { Locale } from '../domain/debrief/step-words.js';
import { packetPdf } from './packet-pdf.js';
import { packetSheet } from './packet-sheet.js';
import { readPacketDocument } from './packet.store.js';

/** From the text of a packet to the bytes of its PDF. */
export function printPdf(packet: string, locale: Locale, at: Date): Promise<Buffer> {
  return packetPdf(packetSheet(readPacketDocument(packet), locale), at);
}
