/**
 * Packages side by side, year by year: what we offer, what we offered before, what the candidate asks for, what somebody else offers. Each against the
 * package on the table, part by part, in its currency; where no rate is recorded it says so and shows the other package in its own.
 *
 * Source: product design, issue on offers: "comparison by year".
 */
import type { OfferPackage } from './offer-package.js';
import { assuredOf, moneyText, type Parts, type PayPart, payYears, perPart, totalOf, wholeOf, yearsOf } from './pay-years.js';
import { conversionBetween, converted, type Conversion } from './recorded-rate.js';

/** Decimal text for each part, in the currency named beside it. */
export type PartTexts = Readonly<Record<PayPart, string>>;

export interface ComparedYear {
  readonly parts: PartTexts;
  readonly total: string;
  /** Paid in money, without target and discretionary bonus and equity. */
  readonly assured: string;
  readonly repayable: string | null;
}

/** How much more (or, negative, less) than the package on the table, in its currency. */
export interface Difference {
  readonly parts: PartTexts;
  readonly total: string;
}

export interface ComparedPackage {
  readonly currency: string;
  readonly years: readonly ComparedYear[];
  readonly whole: ComparedYear;
  readonly grants: readonly {
    readonly name: string;
    readonly years: readonly {
      readonly percent: string;
      readonly value: string | null;
      readonly units: string | null;
      readonly accelerated: string | null;
    }[];
  }[];
  readonly uncounted: readonly { readonly part: 'bonus' | 'equity'; readonly name: string; readonly percentByYear: readonly string[] | null }[];
  readonly conversion: Conversion;
  /** Null where not comparable. */
  readonly against: { readonly years: readonly Difference[]; readonly whole: Difference } | null;
}

function texts(parts: Parts, currency: string): PartTexts {
  return perPart((part) => moneyText(parts[part], currency));
}

function year(parts: Parts, repayable: bigint | null, currency: string): ComparedYear {
  const money = (minor: bigint) => moneyText(minor, currency);
  return {
    parts: texts(parts, currency),
    total: money(totalOf(parts)),
    assured: money(assuredOf(parts)),
    repayable: repayable === null ? null : money(repayable),
  };
}

/** How many years a table with all these packages needs. */
export function yearsOfAll(packages: readonly OfferPackage[]): number {
  return Math.max(...packages.map(yearsOf));
}

/**
 * One package beside the one on the table.
 *
 * In: the package, the one on the table (whose recorded rates are used), how many years, 1 to 10. Out: amounts as decimals of each package's own
 * currency; differences in the currency of the table, the sum of converted parts. Pure and total. Source: see above.
 */
export function comparePackage(given: OfferPackage, table: OfferPackage, count: number): ComparedPackage {
  const pay = payYears(given, count);
  const here = payYears(table, count);
  const { currency } = given;
  const conversion = conversionBetween([...table.rates, ...given.rates], currency, table.currency);
  const there = pay.years.map((parts) => convertedParts(parts, conversion)).filter((parts) => parts !== null);
  const against = there.length < count ? null : there.map((parts, index) => difference(parts, here.years[index], table.currency));
  return {
    currency,
    years: pay.years.map((parts, index) => year(parts, pay.repayable[index] ?? 0n, currency)),
    whole: year(wholeOf(pay.years), null, currency),
    grants: pay.grants.map(({ name, years }) => ({ name, years: years.map((one) => grantYear(one, currency)) })),
    uncounted: pay.uncounted,
    conversion,
    against: against && { years: against, whole: difference(wholeOf(there), wholeOf(here.years), table.currency) },
  };
}

function grantYear(
  one: { readonly percent: string; readonly value: bigint | null; readonly units: string | null; readonly accelerated: bigint | null },
  currency: string,
): ComparedPackage['grants'][number]['years'][number] {
  const money = (minor: bigint | null) => (minor === null ? null : moneyText(minor, currency));
  return { percent: one.percent, units: one.units, value: money(one.value), accelerated: money(one.accelerated) };
}

function convertedParts(parts: Parts, conversion: Conversion): Parts | null {
  if (conversion.kind === 'not_comparable') return null;
  return perPart((part) => converted(parts[part], conversion) ?? 0n);
}

function difference(parts: Parts, table: Parts | undefined, currency: string): Difference {
  const less = perPart((key) => parts[key] - (table?.[key] ?? 0n));
  return {
    parts: texts(less, currency),
    total: moneyText(totalOf(less), currency),
  };
}
