/**
 * The six intraclass correlations: the share of the variance of ratings that lies between units, for one rating (…,1) or the
 * mean of all k (…,k), when raters differ from unit to unit (1), are a sample of raters (2), or are the only ones of
 * interest (3). They need every rater to have rated every unit.
 *
 * Source: Shrout & Fleiss (1979), Psychological Bulletin 86:420–428.
 */
export interface IntraclassCorrelations {
  readonly icc11: number | null;
  readonly icc21: number | null;
  readonly icc31: number | null;
  readonly icc1k: number | null;
  readonly icc2k: number | null;
  readonly icc3k: number | null;
}

/** Mean squares of a complete table of n units by k raters. */
export interface MeanSquares {
  readonly n: number;
  readonly k: number;
  readonly betweenUnits: number;
  readonly withinUnits: number;
  readonly betweenRaters: number;
  readonly residual: number;
}

/** Below this share of the total a mean square is rounding. */
const ROUNDING = 1e-13;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * The analysis of variance behind the correlations.
 * In: rows are units, columns raters, at least 2 of each, complete. Out: mean squares (rounding taken as zero), or null for a
 * table that is ragged, too small, or all one value.
 */
export function meanSquares(table: readonly (readonly number[])[]): MeanSquares | null {
  const n = table.length;
  const k = table[0]?.length ?? 0;
  if (n < 2 || k < 2 || table.some((row) => row.length !== k)) return null;
  const grand = sumOf(table.flat()) / (n * k);
  const centred = table.map((row) => row.map((value) => value - grand));
  const total = sumOf(centred.flat().map((value) => value * value));
  const first = table[0]?.[0];
  if (table.every((row) => row.every((value) => value === first))) return null;
  const units = sumOf(centred.map((row) => sumOf(row) ** 2)) / k;
  const raters = sumOf(Array.from({ length: k }, (_, j) => sumOf(centred.map((row) => row[j] ?? 0)) ** 2)) / n;
  const real = (squares: number): number => (squares > ROUNDING * total ? squares : 0);
  return {
    n,
    k,
    betweenUnits: real(units) / (n - 1),
    withinUnits: real(total - units) / (n * (k - 1)),
    betweenRaters: real(raters) / (k - 1),
    residual: real(total - units - raters) / ((n - 1) * (k - 1)),
  };
}

/**
 * The six correlations from a complete table.
 * In: as `meanSquares`. Out: each at most 1, or null where its denominator is not above zero; null altogether without a complete table
 * of at least two units and two raters that varies.
 */
export function intraclassCorrelations(table: readonly (readonly number[])[]): IntraclassCorrelations | null {
  const squares = meanSquares(table);
  if (squares === null) return null;
  const { n, k, betweenUnits: b, withinUnits: w, betweenRaters: j, residual: e } = squares;
  const scale = b + w + j + e;
  const over = (part: number, whole: number): number | null => (whole > ROUNDING * scale ? part / whole : null);
  return {
    icc11: over(b - w, b + (k - 1) * w),
    icc21: over(b - e, b + (k - 1) * e + (k * (j - e)) / n),
    icc31: over(b - e, b + (k - 1) * e),
    icc1k: over(b - w, b),
    icc2k: over(b - e, b + (j - e) / n),
    icc3k: over(b - e, b),
  };
}
