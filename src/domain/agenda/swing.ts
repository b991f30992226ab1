/**
 * What could change if some ratings were other than they are: the deciding value and the outcome with the ratings at the
 * lowest level in question, and with them at the highest. Every reading the rules know rises with a rating, so whatever the
 * panel settles on in between gives something in between.
 *
 * The effect of a criterion is how far the deciding value moves (0 to 1) and how many outcomes it crosses (0 to 3), added up:
 * a criterion that decides through a gate alone counts for as much as one that decides through its weight.
 *
 * Source: product design, "Application and debrief life" (agenda) and "Recommendation".
 */
import type { Evaluation } from '../recommendation/evaluation.js';
import { evaluate } from '../recommendation/evaluation.js';
import type { Fraction } from '../recommendation/fraction.js';
import { nearestDouble, subtractFractions } from '../recommendation/fraction.js';
import { cappedRank, outcomeOfRank, SCORED_OUTCOMES } from '../recommendation/outcome.js';
import type { Panel, PanelCard } from '../recommendation/panel.js';
import type { ScoredOutcome } from '../recommendation/recommendation.js';
import type { AgendaChange } from './agenda-item.js';

/** What the scores and gates say, whether or not evidence is missing. */
export interface Said {
  readonly value: Fraction | null;
  readonly outcome: ScoredOutcome | null;
}

export interface Swing {
  readonly fromLevel: number;
  readonly toLevel: number;
  readonly now: Said;
  readonly low: Said;
  readonly high: Said;
}

export function saidBy({ deciding, rank, capped }: Evaluation): Said {
  return { value: deciding, outcome: rank === null ? null : outcomeOfRank(cappedRank(rank, capped)) };
}

/** Tries the lowest and the highest level. `cardsAt`: the panel's cards with the ratings in question at a level. */
export function swing(panel: Panel, fromLevel: number, toLevel: number, cardsAt: (level: number) => readonly PanelCard[]): Swing {
  const said = (cards: readonly PanelCard[]) => saidBy(evaluate(panel, cards));
  return { fromLevel, toLevel, now: said(panel.cards), low: said(cardsAt(fromLevel)), high: said(cardsAt(toLevel)) };
}

/** The card with one rating at another level. */
export function cardWith(card: PanelCard, criterion: number, level: number): PanelCard {
  return { ...card, levels: card.levels.map((before, at) => (at === criterion ? level : before)) };
}

/**
 * The effect of a swing on the outcome: the deciding value's change plus the number of outcomes crossed, an exact fraction in
 * [0, 4]; 0 where there is no deciding value.
 */
export function effectOf({ low, high }: Swing): Fraction {
  if (low.value === null || high.value === null || low.outcome === null || high.outcome === null) return { numerator: 0n, denominator: 1n };
  const { numerator, denominator } = subtractFractions(high.value, low.value);
  const crossed = SCORED_OUTCOMES.indexOf(high.outcome) - SCORED_OUTCOMES.indexOf(low.outcome);
  return { numerator: numerator + BigInt(crossed) * denominator, denominator };
}

/** The same as people are told it. */
export function changeOf({ fromLevel, toLevel, now, low, high }: Swing): AgendaChange {
  if (low.value === null || high.value === null || low.outcome === null || high.outcome === null)
    return { code: 'nothing_moves', params: { outcome: now.outcome } };
  const range = { fromLevel, toLevel, lowValue: nearestDouble(low.value), highValue: nearestDouble(high.value) };
  if (low.outcome !== high.outcome || low.outcome !== now.outcome)
    return { code: 'outcome_flips', params: { ...range, now: now.outcome, low: low.outcome, high: high.outcome } };
  if (subtractFractions(high.value, low.value).numerator === 0n) return { code: 'nothing_moves', params: { outcome: now.outcome } };
  return { code: 'value_moves', params: { ...range, outcome: low.outcome } };
}
