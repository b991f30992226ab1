/**
 * From one currency into another, by a rate somebody recorded with its source and day and by nothing else. Without one, amounts of two currencies
 * are not comparable, and that is the answer.
 *
 * Source: product design, issue on offers; the rule "never a guess" of the calendars.
 */
import { minorDigits } from './currency.js';
import { valueOf } from './decimal.js';
import { dividedBy, fraction, round, times } from './fraction.js';
import type { RecordedRate } from './offer-package.js';

/** How amounts of one currency are read in another: as they are, by a recorded rate, or not at all. */
export type Conversion =
  | { readonly kind: 'same' }
  | { readonly kind: 'by_rate'; readonly rate: RecordedRate; readonly from: string; readonly to: string }
  | { readonly kind: 'not_comparable' };

/** In: the rates on record, two ISO 4217 codes. Out: how the first is read in the second; a rate serves in both directions. Pure and total. */
export function conversionBetween(rates: readonly RecordedRate[], from: string, to: string): Conversion {
  if (from === to) return { kind: 'same' };
  const rate = rates.find((one) => (one.from === from && one.to === to) || (one.from === to && one.to === from));
  return rate ? { kind: 'by_rate', rate, from, to } : { kind: 'not_comparable' };
}

/** In: an amount in smallest units. Out: in the smallest units of the other currency, rounded half away from zero; null where not comparable. */
export function converted(minor: bigint, conversion: Conversion): bigint | null {
  if (conversion.kind === 'same') return minor;
  if (conversion.kind === 'not_comparable') return null;
  const { rate, from, to } = conversion;
  const amount = fraction(minor, 10n ** BigInt(minorDigits(from) ?? 0));
  const value = rate.from === from ? times(amount, valueOf(rate.rate)) : dividedBy(amount, valueOf(rate.rate));
  return round(times(value, fraction(10n ** BigInt(minorDigits(to) ?? 0))));
}
