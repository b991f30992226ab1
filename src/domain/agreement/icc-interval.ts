import { fQuantile } from './f-distribution.js';
import { meanSquares, type MeanSquares } from './intraclass-correlation.js';

/**
 * 95 % intervals of the six intraclass correlations, from quantiles of F; for raters as a sample (2) the degrees of freedom are
 * Satterthwaite's, and the interval of the mean of k follows from the single rating's by the Spearman–Brown formula.
 *
 * Source: Shrout & Fleiss (1979), Psychological Bulletin 86:424–426.
 */
export type Interval = readonly [low: number, high: number];

export interface IccIntervals {
  readonly icc11: Interval | null;
  readonly icc21: Interval | null;
  readonly icc31: Interval | null;
  readonly icc1k: Interval | null;
  readonly icc2k: Interval | null;
  readonly icc3k: Interval | null;
}

const UPPER = 0.975;

/** Interval of the F ratio of two mean squares, as a factor on the true ratio. */
function ratioInterval(numerator: number, denominator: number, df1: number, df2: number): Interval | null {
  if (!(numerator > 0 && denominator > 0)) return null;
  const f = numerator / denominator;
  return [f / fQuantile(UPPER, df1, df2), f * fQuantile(UPPER, df2, df1)];
}

const single = (f: Interval | null, k: number): Interval | null => f && [(f[0] - 1) / (f[0] + k - 1), (f[1] - 1) / (f[1] + k - 1)];

const averaged = (f: Interval | null): Interval | null => f && [1 - 1 / f[0], 1 - 1 / f[1]];

function sampledRaters({ n, k, betweenUnits: b, betweenRaters: j, residual: e }: MeanSquares): Interval | null {
  const denominator = b + (k - 1) * e + (k * (j - e)) / n;
  if (!(e > 0 && b > 0 && denominator > 0)) return null;
  const icc = (b - e) / denominator;
  const ratio = j / e;
  const own = n * (1 + (k - 1) * icc) - k * icc;
  const df = ((k - 1) * (n - 1) * (k * icc * ratio + own) ** 2) / ((n - 1) * k * k * icc * icc * ratio * ratio + own * own);
  const lower = fQuantile(UPPER, n - 1, df);
  const upper = fQuantile(UPPER, df, n - 1);
  const rest = k * j + (k * n - k - n) * e;
  return [(n * (b - lower * e)) / (lower * rest + n * b), (n * (upper * b - e)) / (rest + n * upper * b)];
}

const spearmanBrown = (icc: number, k: number): number => (k * icc) / (1 + (k - 1) * icc);

/** In: a complete table, units by raters. Out: an interval each, null where a mean square is zero or the table will not do. */
export function iccIntervals95(table: readonly (readonly number[])[]): IccIntervals | null {
  const squares = meanSquares(table);
  if (squares === null) return null;
  const { n, k, betweenUnits, withinUnits, residual } = squares;
  const oneWay = ratioInterval(betweenUnits, withinUnits, n - 1, n * (k - 1));
  const twoWay = ratioInterval(betweenUnits, residual, n - 1, (n - 1) * (k - 1));
  const sampled = sampledRaters(squares);
  return {
    icc11: single(oneWay, k),
    icc21: sampled,
    icc31: single(twoWay, k),
    icc1k: averaged(oneWay),
    icc2k: sampled && [spearmanBrown(sampled[0], k), spearmanBrown(sampled[1], k)],
    icc3k: averaged(twoWay),
  };
}
