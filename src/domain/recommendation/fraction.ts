/**
 * Exact fractions of whole numbers, and their way out to the double nearest to the exact value. Nothing is decided on a
 * double: comparisons are made on whole numbers, doubles are only printed.
 *
 * Source: IEEE 754-2019, round to nearest, ties to even (4.3.1).
 */

/** `numerator / denominator`, the denominator above 0; not necessarily in lowest terms. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A quotient of this many bits or more rounds correctly once its last bit says whether anything was cut off. */
const WORKING_BITS = 64;

/** −1, 0 or 1 as `left` is below, equal to or above `right`. */
export function compareFractions(left: Fraction, right: Fraction): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** `left − right`, exactly. */
export function subtractFractions(left: Fraction, right: Fraction): Fraction {
  return {
    numerator: left.numerator * right.denominator - right.numerator * left.denominator,
    denominator: left.denominator * right.denominator,
  };
}

/** The double nearest to the fraction. */
export function nearestDouble({ numerator, denominator }: Fraction): number {
  if (numerator < 0n) return -nearestDouble({ numerator: -numerator, denominator });
  if (numerator <= BigInt(Number.MAX_SAFE_INTEGER) && denominator <= BigInt(Number.MAX_SAFE_INTEGER)) {
    return Number(numerator) / Number(denominator);
  }
  const shift = Math.max(0, WORKING_BITS + bitLength(denominator) - bitLength(numerator));
  const shifted = numerator << BigInt(shift);
  const quotient = shifted / denominator;
  return scaleDown(Number(withSticky(quotient, quotient * denominator !== shifted)), shift);
}

/** The double nearest to the square root of a fraction that is not negative. */
export function nearestSquareRoot({ numerator, denominator }: Fraction): number {
  if (numerator === 0n) return 0;
  const wanted = 2 * WORKING_BITS + bitLength(denominator) - bitLength(numerator);
  const half = Math.max(0, Math.ceil(wanted / 2));
  const shifted = numerator << BigInt(2 * half);
  const quotient = shifted / denominator;
  const root = integerSquareRoot(quotient);
  const exact = root * root === quotient && quotient * denominator === shifted;
  return scaleDown(Number(withSticky(root, !exact)), half);
}

/** The last bit stands for everything cut off, so that a tie is never seen where there is none. */
function withSticky(value: bigint, cutOff: boolean): bigint {
  return cutOff ? value | 1n : value;
}

function scaleDown(value: number, bits: number): number {
  const half = Math.floor(bits / 2);
  return value * 2 ** -half * 2 ** -(bits - half);
}

function bitLength(value: bigint): number {
  return value.toString(16).length * 4;
}

/** The largest whole number whose square is not above `value`; Newton's steps from the double nearest to the root. */
function integerSquareRoot(value: bigint): bigint {
  let root = BigInt(Math.floor(Math.sqrt(Number(value))));
  for (;;) {
    const next = (root + value / root) >> 1n;
    const change = next - root;
    root = next;
    if (change >= -1n && change <= 1n) break;
  }
  while (root * root > value) root -= 1n;
  while ((root + 1n) * (root + 1n) <= value) root += 1n;
  return root;
}

/** The greatest common divisor of two whole numbers, not both 0. */
export function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The least common multiple of whole numbers above 0; 1 for none. */
export function leastCommonMultiple(values: Iterable<bigint>): bigint {
  let multiple = 1n;
  for (const value of values) {
    if (multiple % value !== 0n) multiple = (multiple / greatestCommonDivisor(multiple, value)) * value;
  }
  return multiple;
}
