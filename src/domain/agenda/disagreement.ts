/**
 * How far the raters of one criterion are apart: the average deviation about the median, as a share of the largest there can
 * be on the scale. Half of the raters at the bottom and half at the top is 1, everybody at one level is 0.
 *
 * Source: Burke, Finkelstein & Dusig (1999), "On average deviation indices for estimating interrater agreement".
 */
import type { Fraction } from '../recommendation/fraction.js';

/**
 * The disagreement of some levels.
 *
 * In: levels 1 … L of one criterion, in any order, and L ≥ 2. Out: AD / ((L − 1) / 2), an exact fraction in [0, 1]; null for no
 * level. With M twice the median, AD is Σ|2ℓ − M| / 2n, so the share is Σ|2ℓ − M| / (n (L − 1)).
 */
export function disagreement(levels: readonly number[], scaleLevels: number): Fraction | null {
  const n = levels.length;
  if (n === 0) return null;
  const twice = twiceMedian(levels);
  const distance = levels.reduce((sum, level) => sum + Math.abs(2 * level - twice), 0);
  return { numerator: BigInt(distance), denominator: BigInt(n * (scaleLevels - 1)) };
}

/** Twice the median of some levels, a whole number; 0 for none. */
export function twiceMedian(levels: readonly number[]): number {
  const sorted = [...levels].sort((left, right) => left - right);
  return (sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0);
}
