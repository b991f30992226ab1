import type { Locale } from '../domain/debrief/step-words.js';
import type { PacketDocument } from './packet-document.js';
import type { PacketSheet } from './sheet.js';
import { arithmetic, nextSignal, steadiness } from './sheet-arithmetic.js';
import { scorecards } from './sheet-cards.js';
import { SheetContext } from './sheet-context.js';
import { course, proof, rubric, seats, timeline } from './sheet-course.js';
import { glance, ratings } from './sheet-outcome.js';
import { ballots, challenges, decisions, minutes } from './sheet-talk.js';

/** What is printed of a packet, in the order people read it: what came out, why, what was said, and how to check it. */
export function packetSheet(packet: PacketDocument, locale: Locale): PacketSheet {
  const context = new SheetContext(packet, locale);
  const { words } = context;
  return {
    language: locale,
    title: packet.candidate.name,
    subtitle: `${words.title}${words.and}${packet.job.title}`,
    stamp: words.stamp(packet.opened.name, context.at(packet.opened.at)),
    page: words.page,
    sections: [
      glance(context),
      ratings(context),
      arithmetic(context),
      steadiness(context),
      ...nextSignal(context),
      scorecards(context),
      ballots(context),
      challenges(context),
      decisions(context),
      ...minutes(context),
      course(context),
      timeline(context),
      seats(context),
      rubric(context),
      proof(context),
    ],
  };
}
