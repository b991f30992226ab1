/**
 * Amounts as text: `"205000"`, `"0.07"`, `"14.2575"`. A decimal is digits, at most one point, no sign, no exponent and no grouping, so that
 * what was typed, stored, hashed and computed with is one and the same.
 *
 * Source: product design, "exact decimals"; RFC 8259 leaves the precision of JSON numbers to the reader, so amounts are not JSON numbers.
 */
import type { Shape } from '../json-shape.js';
import { type Fraction, fraction, round } from './fraction.js';

/** Digits before the point that an amount may have. */
export const WHOLE_DIGITS = 15;

/** What is documented and checked: up to 15 digits before the point and `places` after it. */
export function decimalPattern(places: number): RegExp {
  const whole = `(0|[1-9][0-9]{0,${WHOLE_DIGITS - 1}})`;
  return new RegExp(places === 0 ? `^${whole}$` : `^${whole}(\\.[0-9]{1,${places}})?$`);
}

/** A decimal with at most so many digits after the point. */
export function decimal(places: number): Shape<string> {
  const pattern = decimalPattern(places);
  return (value, pointer, faults): value is string => {
    if (typeof value === 'string' && pattern.test(value)) return true;
    const digits = places === 0 ? 'a whole number' : `a decimal with at most ${places} digits after the point`;
    faults.push({ pointer, code: 'not_a_decimal', detail: `must be ${digits}, as text, for example "1250"` });
    return false;
  };
}

/** The exact value of a decimal. In: text a decimal shape has passed, a leading minus allowed. */
export function valueOf(text: string): Fraction {
  const negative = text.startsWith('-');
  const [whole = '0', after = ''] = text.slice(negative ? 1 : 0).split('.');
  const over = BigInt(whole + after);
  return fraction(negative ? -over : over, 10n ** BigInt(after.length));
}

/** A whole number of `10^-places` as text with exactly so many digits after the point: (20500000n, 2) is "205000.00". */
export function fixed(units: bigint, places: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const point = digits.length - places;
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${places > 0 ? `.${digits.slice(point)}` : ''}`;
}

/** A fraction as text, rounded half away from zero at `places`, without zeros at the end: 0.0175. */
export function written(value: Fraction, places: number): string {
  const text = fixed(round({ over: value.over * 10n ** BigInt(places), under: value.under }), places);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
