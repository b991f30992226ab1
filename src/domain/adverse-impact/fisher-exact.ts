/**
 * Fisher's exact test of a 2 × 2 table: with both margins fixed, the chance of a table no more likely than the one seen. Two-sided
 * as R defines it: the chances of all tables whose chance is at most that of the one seen (within a factor 1 + 1e-7, so
 * that equal chances are not parted by rounding) are added up.
 *
 * Source: Fisher (1935), J. R. Statist. Soc. 98:39–82; R, stats::fisher.test.
 */

/** Counts of one group: `selected` out of `total`. */
export interface SelectionCount {
  readonly selected: number;
  readonly total: number;
}

const SAME_CHANCE = 1 + 1e-7;

/** Chances of x selected in the first group relative to the likeliest x, walking outwards until they vanish. */
function* relativeChances(first: number, second: number, selected: number): Generator<readonly [number, number]> {
  const low = Math.max(0, selected - second);
  const high = Math.min(first, selected);
  const mode = Math.min(high, Math.max(low, Math.floor(((first + 1) * (selected + 1)) / (first + second + 2))));
  /** Chance of x + 1 over chance of x. */
  const step = (x: number): number => ((first - x) * (selected - x)) / ((x + 1) * (second - selected + x + 1));
  yield [mode, 1];
  for (let x = mode, chance = 1; x < high && chance > 0; x++) yield [x + 1, (chance *= step(x))];
  for (let x = mode, chance = 1; x > low && chance > 0; x--) yield [x - 1, (chance /= step(x - 1))];
}

/**
 * The two-sided p-value.
 * In: two groups' counts, whole numbers with 0 ≤ selected ≤ total. Out: p in [0, 1]; 1 where the margins leave one table only.
 */
export function fisherExactP(a: SelectionCount, b: SelectionCount): number {
  const chances = [...relativeChances(a.total, b.total, a.selected + b.selected)];
  const seen = chances.find(([x]) => x === a.selected)?.[1] ?? 0;
  let [all, atMost] = [0, 0];
  for (const [, chance] of chances.sort(([, p], [, q]) => p - q)) {
    all += chance;
    if (chance <= seen * SAME_CHANCE) atMost += chance;
  }
  return Math.min(1, atMost / all);
}
