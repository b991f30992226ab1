/**
 * Shares a whole number of seconds out by weight, so that the shares add up to it exactly: everybody gets the whole part of
 * their share, and the seconds left over go to the largest remainders, ties to the earlier.
 *
 * Source: the largest-remainder method (Hamilton).
 */
import type { Fraction } from '../recommendation/fraction.js';
import { leastCommonMultiple } from '../recommendation/fraction.js';

/** In: seconds ≥ 0 and weights above 0. Out: whole seconds, one per weight, that sum to `seconds` (none for no weight). */
export function timeShares(seconds: number, weights: readonly Fraction[]): number[] {
  const common = leastCommonMultiple(weights.map(({ denominator }) => denominator));
  const whole = weights.map(({ numerator, denominator }) => numerator * (common / denominator));
  const total = whole.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) return weights.map(() => 0);
  const exact = whole.map((weight) => BigInt(seconds) * weight);
  const shares = exact.map((share) => share / total);
  const left = Number(BigInt(seconds) - shares.reduce((sum, share) => sum + share, 0n));
  const remainder = (at: number) => (exact[at] ?? 0n) % total;
  const byRemainder = shares.map((_share, at) => at).sort((a, b) => (remainder(a) === remainder(b) ? a - b : remainder(a) > remainder(b) ? -1 : 1));
  const lucky = new Set(byRemainder.slice(0, left));
  return shares.map((share, at) => Number(share) + (lucky.has(at) ? 1 : 0));
}
