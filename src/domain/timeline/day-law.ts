/**
 * A law of whole days: the probability of 0, 1, 2 … days up to a horizon, the last entry holding everything beyond. Plain
 * numerical work, the same bytes every time.
 *
 * Source: elementary probability; the mid-distribution quantile keeps an interval on whole days from holding more than it
 * says (Parzen, 2004, "Quantile probability and statistical data modeling", Statistical Science 19).
 */

/** Longest time a law speaks of, business days: about nineteen months. */
export const HORIZON = 400;

/** Probabilities of 0 … days; they sum to 1. */
export type DayLaw = Readonly<ArrayLike<number>>;

/** Scales non-negative weights to sum to 1. At least one must be positive. */
export function normalised(weights: DayLaw): DayLaw {
  const law = Float64Array.from(weights);
  const whole = law.reduce((sum, weight) => sum + weight, 0);
  return law.map((weight) => weight / whole);
}

/** The law of the sum of two independent times; sums beyond the horizon stay at it. */
export function sumOf(one: DayLaw, other: DayLaw): DayLaw {
  const left = Float64Array.from(one);
  const right = Float64Array.from(other);
  const whole = new Float64Array(HORIZON + 1);
  let within = 0;
  for (let days = 0; days < left.length; days += 1) {
    const reach = Math.min(right.length, HORIZON - days);
    for (let more = 0; more < reach; more += 1) {
      const both = left[days]! * right[more]!;
      whole[days + more]! += both;
      within += both;
    }
  }
  whole[HORIZON] = Math.max(0, 1 - within);
  return normalised(whole);
}

/**
 * The time still to go once `elapsed` days have passed without an end. Past half the horizon the law speaks of too few days
 * to come, and answers as at half.
 */
export function remainingAfter(law: DayLaw, elapsed: number): DayLaw {
  const rest = Array.from(law).slice(Math.min(elapsed, HORIZON / 2, law.length - 1));
  return rest.some((weight) => weight > 0) ? normalised(rest) : [0, 1];
}

/** First day at which the mid-distribution function P(X < d) + P(X = d)/2 reaches `level`, 0 < level < 1. */
export function midQuantile(law: DayLaw, level: number): number {
  let below = 0;
  for (let day = 0; day < law.length; day += 1) {
    const probability = law[day] ?? 0;
    if (below + probability / 2 >= level) return day;
    below += probability;
  }
  return law.length - 1;
}

/** The median: the first day by whose end at least half has come. */
export function medianOf(law: DayLaw): number {
  let within = 0;
  for (let day = 0; day < law.length; day += 1) {
    within += law[day] ?? 0;
    if (within >= 0.5) return day;
  }
  return law.length - 1;
}
