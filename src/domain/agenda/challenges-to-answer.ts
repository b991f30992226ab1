/**
 * Open challenges, the oldest first: no decision is made over one without a reason. What it could change is tried with the
 * challenged rating at every level of the scale.
 *
 * Source: product design, "Application and debrief life" (agenda: open challenges).
 */
import type { Panel } from '../recommendation/panel.js';
import type { AgendaChange } from './agenda-item.js';
import { interviewerOf } from './coverage-gaps.js';
import { type Draft, TWO_PARTS } from './draft.js';
import { cardWith, changeOf, saidBy, swing } from './swing.js';
import { evaluate } from '../recommendation/evaluation.js';

/** A challenge as the agenda reads it. */
export interface ChallengeToAnswer {
  readonly id: string;
  readonly scorecard: string;
  readonly criterion: string;
  /** As it was challenged; null: not assessed. */
  readonly level: number | null;
  readonly reasonCode: string;
}

/** One item per open challenge, in the order given. Pure. */
export function challengesToAnswer(panel: Panel, challenges: readonly ChallengeToAnswer[]): Draft[] {
  return challenges.map(({ id, scorecard, criterion, level, reasonCode }) => ({
    key: `challenge:${id}`,
    kind: 'challenge',
    rank: null,
    parts: TWO_PARTS,
    why: {
      code: 'challenge_open',
      params: { challenge: id, scorecard, interviewer: interviewerOf(panel.packet, scorecard), criterion, level, reasonCode },
    },
    could: ifRevised(panel, scorecard, criterion),
  }));
}

function ifRevised(panel: Panel, scorecard: string, criterion: string): AgendaChange {
  const at = panel.positions.get(criterion);
  // A card that does not count changes nothing, however it is revised.
  if (at === undefined || !panel.cards.some(({ id }) => id === scorecard))
    return { code: 'nothing_moves', params: { outcome: saidBy(evaluate(panel, panel.cards)).outcome } };
  return changeOf(swing(panel, 1, panel.levels, (level) => panel.cards.map((card) => (card.id === scorecard ? cardWith(card, at, level) : card))));
}
