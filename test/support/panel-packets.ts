import type { Packet, PacketRubric, PacketScorecard } from '../../src/domain/recommendation/packet.js';

/** Small packets written by hand, for worked examples. */

/** Criteria with their weights; four levels. */
export function rubricOf(weights: Readonly<Record<string, number>>, rest: Partial<PacketRubric> = {}): PacketRubric {
  const criteria = Object.entries(weights).map(([key, weight]) => ({ key, weight }));
  return { scale: { levels: 4 }, criteria, ...rest };
}

/** A submitted card with a level per criterion (null: not assessed). */
export function cardOf(id: string, levels: Readonly<Record<string, number | null>>, rest: Partial<PacketScorecard> = {}): PacketScorecard {
  const ratings = Object.entries(levels).map(([criterion, level]) => ({ criterion, level }));
  return { id, interviewer: `interviewer of ${id}`, round: 'r1', status: 'submitted', ratings, ...rest };
}

export function packetOf(rubric: PacketRubric, ...scorecards: readonly PacketScorecard[]): Packet {
  return { rubric, vetoes: [], scorecards };
}
