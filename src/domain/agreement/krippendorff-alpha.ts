import { ranksOf } from './ranks.js';

/**
 * Krippendorff's α: 1 − observed over expected disagreement, over all pairs of ratings of the same unit. Units with one rating
 * pair with nothing and drop out; any number of ratings may be missing. What counts as disagreement between two values is
 * - nominal: 1 if they differ;
 * - ordinal: (the number of ratings lying between them, half of each end included)²;
 * - interval: (difference)²;
 * - ratio: (difference over sum)², for values ≥ 0 only.
 * Without variation among the ratings nothing could have disagreed: α is not computable, and is neither 1 nor 0.
 *
 * Source: Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2004) Content Analysis, ch. 11.
 */
export type AlphaMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** The ratings of one unit, missing ones left out; their order does not matter. */
export type UnitRatings = readonly number[];

/** Units that hold at least one pair of ratings, in an order of their own, so that rounding never depends on the input's. */
export function pairableUnits(units: readonly UnitRatings[]): readonly UnitRatings[] {
  return units
    .filter((unit) => unit.length > 1)
    .map((unit) => [...unit].sort((a, b) => a - b))
    .sort((a, b) => a.length - b.length || (a.find((value, i) => value !== b[i]) ?? 0) - (b.find((v, i) => v !== a[i]) ?? 0));
}

/** What a unit adds to the sums that α of squared differences is made of. */
export interface UnitMoments {
  readonly ratings: number;
  readonly sum: number;
  readonly squares: number;
  /** Sum over ordered pairs inside the unit of (difference)², over (ratings − 1). */
  readonly disagreement: number;
}

/** In: pairable units. Out: their moments about the mean of all ratings. */
export function unitMoments(units: readonly UnitRatings[]): UnitMoments[] {
  const all = units.flat();
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return units.map((unit) => {
    const sum = unit.reduce((total, value) => total + (value - mean), 0);
    const squares = unit.reduce((total, value) => total + (value - mean) ** 2, 0);
    const own = unit.reduce((total, value) => total + (value - mean - sum / unit.length) ** 2, 0);
    return { ratings: unit.length, sum, squares, disagreement: (2 * unit.length * own) / (unit.length - 1) };
  });
}

/** α of squared differences from moments; null without variation. */
export function alphaOfMoments(moments: Iterable<UnitMoments>): number | null {
  let [n, sum, squares, disagreement] = [0, 0, 0, 0];
  for (const unit of moments) {
    n += unit.ratings;
    sum += unit.sum;
    squares += unit.squares;
    disagreement += unit.disagreement;
  }
  const spread = n * squares - sum * sum;
  // Equal ratings differ from the mean by rounding only.
  if (!(spread > 1e-12 * n * squares)) return null;
  return 1 - ((n - 1) * disagreement) / (2 * spread);
}

/** The same from a disagreement function, for metrics that are not squared differences of some score. */
function alphaOfPairs(units: readonly UnitRatings[], disagreement: (a: number, b: number) => number): number | null {
  const counts = new Map<number, number>();
  let [n, observed, expected] = [0, 0, 0];
  for (const unit of units) {
    let own = 0;
    unit.forEach((a, i) => unit.forEach((b, j) => (own += i < j ? 2 * disagreement(a, b) : 0)));
    observed += own / (unit.length - 1);
    n += unit.length;
    for (const value of unit) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].sort(([a], [b]) => a - b);
  values.forEach(([a, na], i) => {
    for (let j = i + 1; j < values.length; j++) {
      const [b, nb] = values[j] ?? [a, 0];
      expected += 2 * na * nb * disagreement(a, b);
    }
  });
  return expected > 0 ? 1 - ((n - 1) * observed) / expected : null;
}

/** Ordinal disagreement is the squared difference of mean ranks among all pairable ratings. */
export function byRank(units: readonly UnitRatings[]): UnitRatings[] {
  const rank = ranksOf(units.flat());
  return units.map((unit) => unit.map((value) => rank.get(value) ?? 0));
}

/**
 * α of one metric.
 * In: the ratings of each unit (finite numbers; for `nominal` they are only labels). Out: α ≤ 1, or null where it cannot be
 * computed: no unit rated twice, no variation, or a negative value under `ratio`.
 */
export function krippendorffAlpha(units: readonly UnitRatings[], metric: AlphaMetric): number | null {
  const pairable = pairableUnits(units);
  const first = pairable[0]?.[0];
  if (first === undefined || pairable.every((unit) => unit.every((value) => value === first))) return null;
  switch (metric) {
    case 'nominal':
      return alphaOfPairs(pairable, (a, b) => (a === b ? 0 : 1));
    case 'ordinal':
      return alphaOfMoments(unitMoments(byRank(pairable)));
    case 'interval':
      return alphaOfMoments(unitMoments(pairable));
    case 'ratio':
      if (pairable.some((unit) => unit.some((value) => value < 0))) return null;
      return alphaOfPairs(pairable, (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2));
  }
}
