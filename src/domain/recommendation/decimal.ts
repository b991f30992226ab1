/**
 * A number in JSON is read as the decimal that its shortest round-trip form shows: 0.55 is fifty-five hundredths, not the
 * double next to it. Several numbers are brought to whole numbers by one common power of ten.
 *
 * Source: RFC 8785, 3.2.2.3; ECMA-262 `Number::toString`.
 */
import type { Fraction } from './fraction.js';

interface Decimal {
  readonly digits: bigint;
  /** The value is `digits × 10^−places`; never negative. */
  readonly places: number;
}

/** The exact decimal of a finite number, as a fraction. */
export function exactDecimal(value: number): Fraction {
  const { digits, places } = decimalOf(value);
  return { numerator: digits, denominator: 10n ** BigInt(places) };
}

/** Whole numbers in the ratio of the given finite numbers' decimals, and the power of ten that scaled them. */
export function scaledDecimals(values: readonly number[]): {
  readonly scaled: readonly bigint[];
  readonly scale: bigint;
} {
  const decimals = values.map(decimalOf);
  const places = decimals.reduce((most, decimal) => Math.max(most, decimal.places), 0);
  const scaled = decimals.map((decimal) => decimal.digits * 10n ** BigInt(places - decimal.places));
  return { scaled, scale: 10n ** BigInt(places) };
}

function decimalOf(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), places: 0 };
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', part = ''] = mantissa.split('.');
  const places = part.length - Number(exponent);
  const digits = BigInt(whole + part);
  return places >= 0 ? { digits, places } : { digits: digits * 10n ** BigInt(-places), places: 0 };
}
