/**
 * Exact fractions of whole numbers, because money and vesting never pass through floating point: a third of a grant is a third until
 * it is rounded once, at the end, to the currency's smallest unit.
 *
 * Source: product design, "in exact decimals, never on float noise".
 */
export interface Fraction {
  readonly over: bigint;
  /** Always positive. */
  readonly under: bigint;
}

export const ZERO: Fraction = { over: 0n, under: 1n };

function divisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/** In: numerator, denominator other than 0. Out: the fraction in lowest terms. Errors: a denominator of 0 is a fault of the program. */
export function fraction(over: bigint, under = 1n): Fraction {
  if (under === 0n) throw new Error('a fraction over nothing');
  const shared = divisor(over, under) * (under < 0n ? -1n : 1n);
  return { over: over / shared, under: under / shared };
}

export function plus(one: Fraction, other: Fraction): Fraction {
  return fraction(one.over * other.under + other.over * one.under, one.under * other.under);
}

export function minus(one: Fraction, other: Fraction): Fraction {
  return plus(one, { over: -other.over, under: other.under });
}

export function times(one: Fraction, other: Fraction): Fraction {
  return fraction(one.over * other.over, one.under * other.under);
}

export function dividedBy(one: Fraction, other: Fraction): Fraction {
  return fraction(one.over * other.under, one.under * other.over);
}

/** Negative, zero or positive as `one` is less than, equal to or greater than `other`. */
export function compare(one: Fraction, other: Fraction): number {
  const left = one.over * other.under;
  const right = other.over * one.under;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The whole number not above a fraction. */
export function floor({ over, under }: Fraction): bigint {
  const whole = over / under;
  return over < 0n && over % under !== 0n ? whole - 1n : whole;
}

/** The nearest whole number; halves go away from zero, as a payroll rounds. */
export function round({ over, under }: Fraction): bigint {
  return over < 0n ? -round({ over: -over, under }) : (2n * over + under) / (2n * under);
}
