import { fQuantile } from './f-distribution.js';
import type { Interval } from './icc-interval.js';

/**
 * ICC(1) where every unit was rated by raters of its own, and not all by equally many: the share of the variance of single ratings that lies
 * between units. k₀ takes the place of the number of raters; the interval is the one of equal numbers at k₀, which holds closely.
 *
 * Source: Searle, Casella & McCulloch (1992), Variance Components, section 3.6; Donner & Wells (1986), Biometrics 42:401–412.
 */
export interface OneWayIcc {
  readonly icc: number;
  readonly interval95: Interval | null;
  /** Ratings a unit, as the formula counts them: at most their mean. */
  readonly ratingsPerUnit: number;
}

/** Below this share of the total a sum of squares is rounding. */
const ROUNDING = 1e-13;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * In: the ratings of each unit, finite numbers; units with a single rating count too. Out: `icc` at most 1, or null with fewer than two units,
 * without a unit rated twice, or without variation. The interval is null where the ratings inside units, or the units, do not vary.
 */
export function oneWayIcc(units: readonly (readonly number[])[]): OneWayIcc | null {
  const rated = units.filter((unit) => unit.length > 0);
  const [n, total] = [rated.length, sumOf(rated.map((unit) => unit.length))];
  if (n < 2 || total <= n) return null;
  const k0 = (total - sumOf(rated.map((unit) => unit.length ** 2)) / total) / (n - 1);
  const grand = sumOf(rated.flat()) / total;
  const means = rated.map((unit) => sumOf(unit) / unit.length);
  const all = sumOf(rated.flat().map((value) => (value - grand) ** 2));
  const real = (squares: number): number => (squares > ROUNDING * all ? squares : 0);
  const between = real(sumOf(rated.map((unit, i) => unit.length * ((means[i] ?? grand) - grand) ** 2))) / (n - 1);
  const within = real(sumOf(rated.flatMap((unit, i) => unit.map((value) => (value - (means[i] ?? grand)) ** 2)))) / (total - n);
  const denominator = between + (k0 - 1) * within;
  if (!(all > 0 && denominator > 0)) return null;
  return { icc: (between - within) / denominator, interval95: intervalOf(between, within, n - 1, total - n, k0), ratingsPerUnit: k0 };
}

function intervalOf(between: number, within: number, df1: number, df2: number, k: number): Interval | null {
  if (!(between > 0 && within > 0)) return null;
  const bound = (f: number): number => (f - 1) / (f + k - 1);
  const f = between / within;
  return [bound(f / fQuantile(0.975, df1, df2)), bound(f * fQuantile(0.975, df2, df1))];
}
