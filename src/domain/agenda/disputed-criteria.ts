/**
 * The criteria the panel disagrees about, those first where settling it matters most: disagreement times effect, exactly.
 * Ties go to the larger disagreement, then to rubric order. A criterion nobody disagrees about needs no time.
 *
 * Source: product design, "Application and debrief life" (agenda).
 */
import type { Fraction } from '../recommendation/fraction.js';
import { compareFractions, nearestDouble } from '../recommendation/fraction.js';
import type { Panel } from '../recommendation/panel.js';
import type { Undisputed } from './agenda-item.js';
import { disagreement, twiceMedian } from './disagreement.js';
import type { Draft } from './draft.js';
import { cardWith, changeOf, effectOf, swing } from './swing.js';

interface Dispute {
  readonly draft: Draft;
  readonly disagreement: Fraction;
  readonly priority: Fraction;
}

/** One item per criterion on which two raters differ. In: the panel. Out: in the order to talk about them. Pure. */
export function disputedCriteria(panel: Panel): Draft[] {
  const disputes = panel.criteria.flatMap((_criterion, at) => disputeOf(panel, at) ?? []);
  disputes.sort((left, right) => compareFractions(right.priority, left.priority) || compareFractions(right.disagreement, left.disagreement));
  return disputes.map(({ draft }) => draft);
}

/** The criteria that were rated and on which every rating is the same, in rubric order. */
export function undisputedCriteria(panel: Panel): Undisputed[] {
  return panel.criteria.flatMap(({ key: criterion }, at) => {
    const levels = levelsOf(panel, at);
    const [level] = levels;
    return level !== undefined && levels.every((other) => other === level) ? [{ criterion, ratings: levels.length, level }] : [];
  });
}

/** The levels given for a criterion, rising. */
export function levelsOf(panel: Panel, at: number): number[] {
  return panel.cards
    .map((card) => card.levels[at] ?? 0)
    .filter((level) => level > 0)
    .sort((left, right) => left - right);
}

function disputeOf(panel: Panel, at: number): Dispute | null {
  const levels = levelsOf(panel, at);
  const [min = 0, max = 0] = [levels[0], levels.at(-1)];
  const share = disagreement(levels, panel.levels);
  if (share === null || min === max) return null;
  const moved = swing(panel, min, max, (level) => panel.cards.map((card) => ((card.levels[at] ?? 0) > 0 ? cardWith(card, at, level) : card)));
  const effect = effectOf(moved);
  const priority = { numerator: share.numerator * effect.numerator, denominator: share.denominator * effect.denominator };
  const criterion = panel.criteria[at]?.key ?? '';
  const half = nearestDouble({ numerator: share.numerator * BigInt(panel.levels - 1), denominator: share.denominator * 2n });
  const params = { criterion, levels, median: twiceMedian(levels) / 2, averageDeviation: half, disagreement: nearestDouble(share) };
  const draft: Draft = {
    key: `criterion:${criterion}`,
    kind: 'criterion',
    why: { code: 'raters_disagree', params },
    could: changeOf(moved),
    rank: { disagreement: params.disagreement, effect: nearestDouble(effect), priority: nearestDouble(priority) },
    // One part like every item, and three more for every unit of disagreement × effect.
    parts: { numerator: priority.denominator + 3n * priority.numerator, denominator: priority.denominator },
  };
  return { draft, disagreement: share, priority };
}
