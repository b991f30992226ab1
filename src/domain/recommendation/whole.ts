/**
 * Whole-number arithmetic in two sizes with one meaning: plain numbers while everything stays below 2^53, where they are
 * exact, and big integers otherwise. Both give the same answers; plain numbers give them many times faster.
 *
 * Source: ECMA-262, 6.1.6 (every whole number up to 2^53 is a Number exactly).
 */
export interface Whole<T> {
  from(value: bigint): T;
  /** `value − gain × count`. */
  less(value: T, gain: T, count: number): T;
  isPositive(value: T): boolean;
  /** How many steps of `gain` (above 0) cover `lacking` (above 0): as many as needed, at most `room`. */
  steps(lacking: T, gain: T, room: number): number;
  /** For sorting, the larger first. */
  descending(left: T, right: T): number;
}

export const SMALL: Whole<number> = {
  from: (value) => Number(value),
  less: (value, gain, count) => value - gain * count,
  isPositive: (value) => value > 0,
  // One division of exact whole numbers may round up or down across a whole number; the two lines after it put it right.
  steps: (lacking, gain, room) => {
    let count = Math.ceil(lacking / gain);
    if (gain * (count - 1) >= lacking) count -= 1;
    if (gain * count < lacking) count += 1;
    return count < room ? count : room;
  },
  descending: (left, right) => right - left,
};

export const BIG: Whole<bigint> = {
  from: (value) => value,
  less: (value, gain, count) => (count === 0 ? value : value - gain * BigInt(count)),
  isPositive: (value) => value > 0n,
  steps: (lacking, gain, room) => {
    const count = (lacking + gain - 1n) / gain;
    return count < BigInt(room) ? Number(count) : room;
  },
  descending: (left, right) => (left === right ? 0 : left > right ? -1 : 1),
};

/** Numbers below this can still be multiplied by a step count and subtracted within 2^53. */
export const SMALL_LIMIT = 2n ** 52n;
