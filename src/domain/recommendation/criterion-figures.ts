/**
 * What the panel's levels on one criterion look like: how many, where they lie and how far they spread. The mean is the
 * pooled one; median, extremes and deviations always describe the raters' levels themselves. Standard deviation has the
 * divisor n − 1; average deviation is the mean distance from the median (Burke, Finkelstein & Dusig 1999).
 *
 * Source: product design, "Recommendation"; interface design, fine print "by_round".
 */
import { nearestDouble, nearestSquareRoot } from './fraction.js';
import type { Evaluation } from './evaluation.js';
import { meanLevel } from './means.js';
import type { Panel } from './panel.js';
import type { CriterionFigures } from './recommendation.js';

/** Figures of every rubric criterion in rubric order, in levels; an unrated one has n 0 and nulls. */
export function criterionFigures(panel: Panel, { cards, means }: Evaluation): CriterionFigures[] {
  return panel.criteria.map(({ key }, at) => {
    const levels = cards.map((card) => card.levels[at] ?? 0).filter((level) => level > 0);
    const mean = meanLevel(means, at);
    return { key, n: levels.length, mean: mean === null ? null : nearestDouble(mean), ...spreadOf(levels) };
  });
}

type Spread = Omit<CriterionFigures, 'key' | 'n' | 'mean'>;

function spreadOf(levels: readonly number[]): Spread {
  const sorted = [...levels].sort((left, right) => left - right);
  const n = sorted.length;
  const [min = null] = sorted;
  if (min === null) return { median: null, min, max: null, standardDeviation: null, averageDeviation: null };
  const twiceMedian = (sorted[(n - 1) >> 1] ?? 0) + (sorted[n >> 1] ?? 0);
  const twiceDistance = sorted.reduce((sum, level) => sum + Math.abs(2 * level - twiceMedian), 0);
  return {
    median: twiceMedian / 2,
    min,
    max: sorted[n - 1] ?? null,
    standardDeviation: standardDeviation(sorted),
    averageDeviation: twiceDistance / (2 * n),
  };
}

/** Σ(ℓ − ℓ̄)² = (n Σℓ² − (Σℓ)²) / n, so that the variance is a fraction of small whole numbers. */
function standardDeviation(levels: readonly number[]): number | null {
  const n = levels.length;
  if (n < 2) return null;
  const sum = levels.reduce((total, level) => total + level, 0);
  const squares = levels.reduce((total, level) => total + level * level, 0);
  return nearestSquareRoot({ numerator: BigInt(n * squares - sum * sum), denominator: BigInt(n * (n - 1)) });
}
