/**
 * The currencies of ISO 4217 in which somebody can be paid, and how many digits their smallest unit has. Funds codes, precious metals
 * and test codes are left out.
 *
 * Source: ISO 4217:2015, list one, with amendments up to number 177 (minor units as the list gives them).
 */
import type { Shape } from '../json-shape.js';

const TWO_DIGITS =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB ' +
  'EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP ' +
  'MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP ' +
  'SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG';
const NO_DIGITS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF';
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...TWO_DIGITS.split(' ').map((code) => [code, 2] as const),
  ...NO_DIGITS.split(' ').map((code) => [code, 0] as const),
  ...THREE_DIGITS.split(' ').map((code) => [code, 3] as const),
]);

/** Every known code, in order. */
export const CURRENCIES: readonly string[] = [...DIGITS.keys()].sort();

/** Digits after the point of a currency's smallest unit. In: a code. Out: 0, 2 or 3; undefined for a code that is none. Source: ISO 4217. */
export function minorDigits(currency: string): number | undefined {
  return DIGITS.get(currency);
}

export const currencyShape: Shape<string> = (value, pointer, faults): value is string => {
  if (typeof value === 'string' && DIGITS.has(value)) return true;
  faults.push({ pointer, code: 'not_a_currency', detail: 'must be a currency code of ISO 4217, for example "USD"' });
  return false;
};
