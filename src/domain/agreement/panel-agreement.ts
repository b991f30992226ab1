/**
 * Agreement inside one panel, where there are too few ratings for a correlation: the range, the average deviation from the mean or
 * median in units of the scale, and r_wg, which compares the variance with that of raters choosing levels at random.
 *
 * Source: Burke, Finkelstein & Dusig (1999), Organizational Research Methods 2:49–68 (AD); James, Demaree & Wolf (1984), J. Appl.
 * Psychology 69:85–98 (r_wg, r_wg(j)); Lindell, Brandt & Whitney (1999), Appl. Psychol. Measurement 23:127–135 (r*_wg(j));
 * Brown & Hauenstein (2005), Organizational Research Methods 8:165–184 (a_wg).
 */

/** The ratings one panel gave one item, in levels. */
export type PanelRatings = readonly number[];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? NaN) + (sorted[Math.floor(half)] ?? NaN)) / 2;
}

/** Sample variance (n − 1); null under two ratings. */
function variance(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

/** Highest minus lowest rating, in levels; null without ratings. */
export function ratingRange(ratings: PanelRatings): number | null {
  return ratings.length === 0 ? null : Math.max(...ratings) - Math.min(...ratings);
}

/** Mean absolute deviation from the panel's mean or median, in levels; null without ratings. */
export function averageDeviation(ratings: PanelRatings, about: 'mean' | 'median'): number | null {
  if (ratings.length === 0) return null;
  const centre = about === 'mean' ? mean(ratings) : median(ratings);
  return mean(ratings.map((rating) => Math.abs(rating - centre)));
}

/** Variance of levels 1 … `levels` chosen at random. */
const randomVariance = (levels: number): number => (levels * levels - 1) / 12;

/** r_wg in [0, 1]: 1 is full agreement, 0 no more than chance (below chance counts as 0); null under two ratings. */
export function rwg(ratings: PanelRatings, levels: number): number | null {
  const s2 = variance(ratings);
  return s2 === null ? null : Math.max(0, 1 - s2 / randomVariance(levels));
}

/** Mean variance over items, as a share of the random one; null when an item has fewer than two ratings. */
function varianceShare(items: readonly PanelRatings[], levels: number): number | null {
  const variances = items.flatMap((item) => variance(item) ?? []);
  return variances.length === 0 || variances.length < items.length ? null : mean(variances) / randomVariance(levels);
}

/** r_wg(j) over several items, in [0, 1]; 0 where the mean variance is that of chance or more. */
export function rwgOfItems(items: readonly PanelRatings[], levels: number): number | null {
  const share = varianceShare(items, levels);
  if (share === null) return null;
  const agreement = items.length * Math.max(0, 1 - share);
  return agreement === 0 ? 0 : agreement / (agreement + share);
}

/** Lindell's r*_wg(j): does not grow with the number of items; negative below chance. */
export function linearRwgOfItems(items: readonly PanelRatings[], levels: number): number | null {
  const share = varianceShare(items, levels);
  return share === null ? null : 1 - share;
}

/**
 * a_wg: 1 − twice the variance over the largest variance possible at the panel's mean.
 * Null under two ratings, and where every rating is the lowest or every one the highest (no variance was possible).
 */
export function awg(ratings: PanelRatings, levels: number): number | null {
  const s2 = variance(ratings);
  if (s2 === null) return null;
  const m = mean(ratings);
  const possible = (((levels + 1) * m - m * m - levels) * ratings.length) / (ratings.length - 1);
  return possible > 1e-12 ? 1 - (2 * s2) / possible : null;
}
