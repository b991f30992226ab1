/**
 * Stretches of time as sets of instants: half-open, in milliseconds since 1970-01-01 UTC. Two things overlap when their instants do, so neither
 * a zone nor a change of the clocks can hide a conflict or make one up.
 *
 * Source: ordinary interval arithmetic.
 */

/** `from` ≤ t < `to`, milliseconds since 1970-01-01 UTC; `from` < `to`. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

export function overlap(one: Interval, other: Interval): boolean {
  return one.from < other.to && other.from < one.to;
}

/** The union: sorted, apart from each other. In: any list, empty stretches among them. Out: the same instants. Total. */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const union: Interval[] = [];
  for (const next of intervals.filter((one) => one.from < one.to).sort((one, other) => one.from - other.from)) {
    const last = union.at(-1);
    if (last && next.from <= last.to) union[union.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
    else union.push(next);
  }
  return union;
}

/** The instants of both. In: two unions as `merged` makes them. Out: a union. Total. */
export function intersected(left: readonly Interval[], right: readonly Interval[]): readonly Interval[] {
  const both: Interval[] = [];
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const one = left[i];
    const other = right[j];
    if (!one || !other) break;
    const cut = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
    if (cut.from < cut.to) both.push(cut);
    if (one.to < other.to) i++;
    else j++;
  }
  return both;
}

/** The instants of `whole` that are in none of `taken`. In: a union, any list. Out: a union. Total. */
export function without(whole: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  const gaps: Interval[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const one of merged(taken)) {
    gaps.push({ from, to: one.from });
    from = one.to;
  }
  return intersected(whole, [...gaps, { from, to: Number.POSITIVE_INFINITY }]);
}
