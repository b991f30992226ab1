/**
 * Mean ranks: the smallest value has rank 1, and equal values share the mean of the ranks they take up.
 *
 * Source: Kendall & Gibbons (1990), Rank Correlation Methods, ch. 3.
 */

/** In: any values. Out: the rank of each distinct value among them, from 1 to the number of values. */
export function ranksOf(values: readonly number[]): ReadonlyMap<number, number> {
  const sorted = [...values].sort((a, b) => a - b);
  const ranks = new Map<number, number>();
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from] ?? 0;
    let to = from;
    while (to + 1 < sorted.length && sorted[to + 1] === value) to += 1;
    ranks.set(value, (from + to) / 2 + 1);
    from = to + 1;
  }
  return ranks;
}
