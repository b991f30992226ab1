/**
 * From what the house holds about a panel to the packet that the arithmetic reads: the scoring part of the pinned rubric,
 * the vetoes that stand and every counted card, in the order of its rounds. A card still owed is `missing`, a declined one is
 * as if it were not there. Notes are no evidence by themselves and stay out; what an interviewer never answered stays out too.
 *
 * Source: interface design, "Packet JSON for `recommend`" and its fine print.
 */
import type { Packet, PacketScorecard, Veto } from '../recommendation/packet.js';
import { scoringRubric } from '../recommendation/scoring-rubric.js';
import type { RubricContent } from '../rubric/rubric.js';
import type { CardContent } from '../scorecard/scorecard.js';

export interface PanelCardState {
  readonly id: string;
  readonly interviewerId: string;
  readonly roundKey: string;
  readonly status: 'assigned' | 'draft' | 'submitted' | 'declined' | 'waived';
  /** Of the revision that is read; null where there is none. */
  readonly content: CardContent | null;
}

/** In: the pinned rubric, the counted cards in round order, the standing vetoes. Out: the packet; the same state gives the same one. */
export function panelPacket(rubric: RubricContent, cards: readonly PanelCardState[], vetoes: readonly Veto[]): Packet {
  return { rubric: scoringRubric(rubric), vetoes, scorecards: cards.map(packetCard) };
}

function packetCard({ id, interviewerId, roundKey, status, content }: PanelCardState): PacketScorecard {
  const head = { id, interviewer: interviewerId, round: roundKey };
  if (status === 'declined' || status === 'waived') return { ...head, status: 'waived' };
  if (status !== 'submitted') return { ...head, status: 'missing' };
  if (content === null) return { ...head, status: 'waived' };
  const ratings = content.ratings.flatMap(({ criterion, level, confidence, evidence }) =>
    level === undefined
      ? []
      : [{ criterion, level, ...(confidence ? { confidence } : {}), evidence: evidence.map(({ form, fields }) => ({ form, fields })) }],
  );
  return { ...head, status: 'submitted', ...(content.verdict === null ? {} : { verdict: content.verdict }), ratings };
}
