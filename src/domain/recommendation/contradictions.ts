/**
 * Cards whose parts do not say the same: a verdict on the other side of hire than the card's own scores, verdicts on both
 * sides of hire in one panel, and a card that rated everything alike. They are named for the debrief; nothing follows
 * from them.
 *
 * Source: product design, "Agreement".
 */
import type { PanelCard, Panel } from './panel.js';
import { poolMeans, readingValue } from './means.js';
import { HIRE, rankOf, SCORED_OUTCOMES } from './outcome.js';
import type { Contradiction } from './recommendation.js';

/** Out: cards against their own scores, then a split of verdicts, then cards of one level; cards in packet order. */
export function contradictions(panel: Panel): Contradiction[] {
  const named = (kind: Contradiction['kind'], is: (card: PanelCard) => boolean): Contradiction[] =>
    panel.cards.filter(is).map((card) => ({ kind, scorecard: card.id }));
  const sides = new Set(panel.cards.flatMap((card) => (card.verdict === null ? [] : [saysHire(card.verdict)])));
  return [
    ...named('verdict_against_scores', (card) => isAgainstScores(panel, card)),
    ...(sides.size > 1 ? [{ kind: 'verdicts_split' as const }] : []),
    ...named('same_level_card', isSameLevel),
  ];
}

function saysHire(verdict: NonNullable<PanelCard['verdict']>): boolean {
  return SCORED_OUTCOMES.indexOf(verdict) >= HIRE;
}

/** The card's own deciding value, by thresholds alone: gates are not the interviewer's scores. */
function isAgainstScores(panel: Panel, card: PanelCard): boolean {
  if (card.verdict === null) return false;
  const value = readingValue(panel.deciding, poolMeans(panel, [card]));
  return value !== null && rankOf(panel, value) >= HIRE !== saysHire(card.verdict);
}

/** Two ratings or more, all of one level. */
function isSameLevel(card: PanelCard): boolean {
  const rated = card.levels.filter((level) => level > 0);
  return rated.length > 1 && new Set(rated).size === 1;
}
