/**
 * The standard normal distribution function: the chance that a standard normal value is at most z.
 *
 * Source: Abramowitz & Stegun (1964), 26.2.10 (series) and 26.2.14 (continued fraction).
 */

/** The 97.5 % point: ± this many standard deviations hold 95 %. */
export const NORMAL_975 = 1.959963984540054;

const SERIES_LIMIT = 3;
const FRACTION_DEPTH = 60;

/** In: any z. Out: a probability, within 1e-14 of exact. */
export function normalBelow(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (Math.abs(z) > 40) return z > 0 ? 1 : 0;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (Math.abs(z) < SERIES_LIMIT) {
    let term = z;
    let sum = z;
    for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 + density * sum;
  }
  let fraction = Math.abs(z);
  for (let k = FRACTION_DEPTH; k >= 1; k--) fraction = Math.abs(z) + k / fraction;
  const tail = density / fraction;
  return z > 0 ? 1 - tail : tail;
}
