/**
 * One reading of a panel: the deciding value, the gates, what is missing and the outcome that follows. Leaving a card
 * out is the same reading over the other cards, as if that card were waived.
 *
 * Source: product design, "Recommendation"; interface design, fine print "missing" and "leaveOneOut".
 */
import type { Fraction } from './fraction.js';
import type { Means } from './means.js';
import { poolMeans, readingValue } from './means.js';
import { cappedRank, isTriggered, outcomeOfRank, rankOf } from './outcome.js';
import type { Panel, PanelCard } from './panel.js';
import type { Missing, Outcome } from './recommendation.js';

export interface Evaluation {
  readonly cards: readonly PanelCard[];
  readonly means: Means;
  readonly deciding: Fraction | null;
  /** One per gate, in rubric order. */
  readonly triggered: readonly boolean[];
  /** True when a triggered gate lowers the outcome to `no_hire` at best. */
  readonly capped: boolean;
  /** Rank by thresholds alone; null without a deciding value. */
  readonly rank: number | null;
  readonly missing: readonly Missing[];
  readonly outcome: Outcome;
}

/** Read the panel over the given cards (all of its cards, or all but one). */
export function evaluate(panel: Panel, cards: readonly PanelCard[]): Evaluation {
  const means = poolMeans(panel, cards);
  const deciding = readingValue(panel.deciding, means);
  const triggered = panel.gates.map((gate) => isTriggered(panel, gate, cards, means));
  const capped = panel.gates.some((gate, at) => gate.effect === 'cap_no_hire' && triggered[at] === true);
  const rank = deciding === null ? null : rankOf(panel, deciding);
  const missing = missingOf(panel, cards, means, deciding);
  const outcome = rank === null || missing.length > 0 ? 'insufficient_evidence' : outcomeOfRank(cappedRank(rank, capped));
  return { cards, means, deciding, triggered, capped, rank, missing, outcome };
}

function missingOf(panel: Panel, cards: readonly PanelCard[], means: Means, deciding: Fraction | null): Missing[] {
  const missing: Missing[] = deciding === null ? [{ kind: 'deciding' }] : [];
  panel.criteria.forEach(({ key, need }, at) => {
    const have = (means.groups[at] ?? []).reduce((count, group) => count + group.n, 0);
    if (have < need) missing.push({ kind: 'raters', criterion: key, have, need });
  });
  for (const scorecard of panel.missingCards) missing.push({ kind: 'scorecard', scorecard });
  for (const card of cards) {
    for (const at of card.withoutEvidence) {
      missing.push({ kind: 'evidence', scorecard: card.id, criterion: panel.criteria[at]?.key ?? '' });
    }
  }
  return missing;
}
