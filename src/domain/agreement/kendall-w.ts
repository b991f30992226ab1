import { ranksOf } from './ranks.js';

/**
 * Kendall's coefficient of concordance W: how far raters put the same units in the same order, from 0 (no common order) to 1.
 * Ties share mean ranks and the denominator is corrected for them.
 *
 * Source: Kendall & Babington Smith (1939), Ann. Math. Statist. 10:275–287; Siegel & Castellan (1988), section 9.6.
 */
export interface Concordance {
  readonly w: number;
  /** m (n−1) W, about chi-squared with n−1 degrees of freedom when there is no common order. */
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
}

/**
 * In: a complete table, rows units, columns raters. Out: W in [0, 1], or null for an incomplete table, fewer than two units or raters,
 * or when no rater tells any units apart.
 */
export function kendallW(table: readonly (readonly number[])[]): Concordance | null {
  const n = table.length;
  const m = table[0]?.length ?? 0;
  if (n < 2 || m < 2 || table.some((row) => row.length !== m)) return null;
  const totals = new Array<number>(n).fill(0);
  let ties = 0;
  for (let j = 0; j < m; j++) {
    const column = table.map((row) => row[j] ?? 0);
    const ranks = ranksOf(column);
    column.forEach((value, i) => (totals[i] = (totals[i] ?? 0) + (ranks.get(value) ?? 0)));
    for (const size of tieSizes(column)) ties += size ** 3 - size;
  }
  const squares = totals.reduce((sum, total) => sum + (total - (m * (n + 1)) / 2) ** 2, 0);
  const most = m * m * (n ** 3 - n) - m * ties;
  if (!(most > 0)) return null;
  const w = (12 * squares) / most;
  return { w, chiSquared: m * (n - 1) * w, degreesOfFreedom: n - 1 };
}

function tieSizes(values: readonly number[]): Iterable<number> {
  const sizes = new Map<number, number>();
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1);
  return sizes.values();
}
