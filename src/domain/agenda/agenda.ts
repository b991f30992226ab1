/**
 * What a debrief talks about, and in which order: the criteria the panel disagrees about by how much settling them matters,
 * then what nobody saw, the gates, the contradictions and the open challenges. It is computed from the packet alone, so two
 * facilitators with the same cards always get the same agenda.
 *
 * Source: product design, "Application and debrief life" (agenda).
 */
import type { Packet } from '../recommendation/packet.js';
import { panelOf } from '../recommendation/panel.js';
import type { Recommendation } from '../recommendation/recommendation.js';
import type { Agenda } from './agenda-item.js';
import { type ChallengeToAnswer, challengesToAnswer } from './challenges-to-answer.js';
import { contradictionsToExplain } from './contradictions-to-explain.js';
import { coverageGaps } from './coverage-gaps.js';
import { disputedCriteria, undisputedCriteria } from './disputed-criteria.js';
import { timeShares } from './time-shares.js';
import { triggeredGates } from './triggered-gates.js';

export interface AgendaInput {
  /** As `parsePacket` accepts it. */
  readonly packet: Packet;
  /** What the rules say about that packet. */
  readonly recommendation: Recommendation;
  /** The oldest first. */
  readonly openChallenges: readonly ChallengeToAnswer[];
  /** Time to share out. */
  readonly minutes: number;
}

/**
 * The agenda of a debrief.
 *
 * In: see `AgendaInput`. Out: the items in order, each with a key of its own and whole seconds that add up to the minutes, and
 * the criteria nobody disputes. Exact and deterministic; refuses nothing of a valid packet.
 */
export function computeAgenda({ packet, recommendation, openChallenges, minutes }: AgendaInput): Agenda {
  const panel = panelOf(packet);
  const drafts = [
    ...disputedCriteria(panel),
    ...coverageGaps(panel, recommendation.missing),
    ...triggeredGates(panel),
    ...contradictionsToExplain(panel, recommendation.contradictions),
    ...challengesToAnswer(panel, openChallenges),
  ];
  const seconds = timeShares(
    minutes * 60,
    drafts.map(({ parts }) => parts),
  );
  const items = drafts.map(({ parts: _parts, ...item }, at) => ({ ...item, seconds: seconds[at] ?? 0 }));
  return { items, undisputed: undisputedCriteria(panel) };
}
