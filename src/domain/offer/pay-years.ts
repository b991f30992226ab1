/**
 * A package year by year. A year is twelve months from the start date, not a calendar year. Everything with a stated figure is counted in the year it
 * comes in: sign-on and relocation in the first, equity as it vests. What has no figure is listed and not counted.
 *
 * Rounding happens once for each amount, to the currency's smallest unit, half away from zero; a grant's years are differences of its rounded-down
 * running total, so that they add up to the grant to the last digit.
 *
 * Source: product design, issue on offers: "comparison by year".
 */
import { minorDigits } from './currency.js';
import { fixed, valueOf, written } from './decimal.js';
import { floor, fraction, round, times, type Fraction } from './fraction.js';
import type { Assurance, Bonus, EquityGrant, OfferPackage, OnePayment, Stipend } from './offer-package.js';
import { acceleratedShare, vestedShare } from './vesting.js';

/** The parts of a year's pay, in the order in which they are shown. */
export const PAY_PARTS = ['base', 'guaranteedBonus', 'targetBonus', 'discretionaryBonus', 'equity', 'signOn', 'relocation', 'stipends'] as const;
export type PayPart = (typeof PAY_PARTS)[number];

/** In the smallest unit of the currency. */
export type Parts = Readonly<Record<PayPart, bigint>>;

/** A part of the package without a stated figure: in no total. */
export interface Uncounted {
  readonly part: 'bonus' | 'equity';
  readonly name: string;
  /** Of the shares, where the grant is a percentage of them: vesting in each year, in percent. */
  readonly percentByYear: readonly string[] | null;
}

/** A grant as it vests. */
export interface GrantYears {
  readonly name: string;
  readonly years: readonly {
    /** Of the grant, vested in the year, in percent. */
    readonly percent: string;
    readonly value: bigint | null;
    /** Whole units; what is left over waits for the next year. */
    readonly units: string | null;
    /** What would vest at once if the acceleration were triggered at the end of the year. */
    readonly accelerated: bigint | null;
  }[];
}

export interface PayYears {
  readonly currency: string;
  readonly years: readonly Parts[];
  readonly grants: readonly GrantYears[];
  /** What would have to be paid back by somebody leaving at the end of each year. */
  readonly repayable: readonly bigint[];
  readonly uncounted: readonly Uncounted[];
}

/** Years shown at least. */
export const FEWEST_YEARS = 4;

/** How many years a package is shown for: until its last grant has vested, 4 at least, 10 at most. */
export function yearsOf(given: OfferPackage): number {
  const last = Math.max(0, ...given.equity.map(({ vesting }) => Math.ceil(vesting.months / 12)));
  return Math.max(FEWEST_YEARS, last);
}

/** An amount in the smallest unit, rounded half away from zero. */
export function minorOf(value: Fraction, currency: string): bigint {
  return round(times(value, fraction(10n ** BigInt(minorDigits(currency) ?? 0))));
}

/** The other way, with all the digits of the currency. */
export function moneyText(minor: bigint, currency: string): string {
  return fixed(minor, minorDigits(currency) ?? 0);
}

/**
 * Works out a package year by year.
 *
 * In: a checked package; how many years, 1 to 10. Out: for each year every part in the smallest unit of its currency (bigint), grants as they vest,
 * what is repayable, and what is not counted. Pure and total. Source: see above.
 */
export function payYears(given: OfferPackage, count = yearsOf(given)): PayYears {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const minor = (text: string) => minorOf(valueOf(text), given.currency);
  const grants = given.equity.map((grant) => grantYears(grant, given.currency, numbers));
  const years = numbers.map((year): Parts => {
    const bonus = (assurance: Assurance) => sum(given.bonuses.filter((one) => one.assurance === assurance).map((one) => bonusIn(one, year, given)));
    const once = (payment: OnePayment | null) => (payment && year === 1 ? minor(payment.amount) : 0n);
    return {
      base: minor(given.base),
      guaranteedBonus: bonus('guaranteed'),
      targetBonus: bonus('target'),
      discretionaryBonus: bonus('discretionary'),
      equity: sum(grants.map((grant) => grant.years[year - 1]?.value ?? 0n)),
      signOn: once(given.signOn),
      relocation: once(given.relocation),
      stipends: sum(given.stipends.map((one) => minor(one.amount) * timesPaid(one, year))),
    };
  });
  const repayable = numbers.map((year) => sum([given.signOn, given.relocation].map((one) => repayableAfter(one, 12 * year, given.currency))));
  return { currency: given.currency, years, grants, repayable, uncounted: uncounted(given, numbers) };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, one) => total + one, 0n);
}

/** Everything with a figure, in the smallest unit. */
export function totalOf(parts: Parts): bigint {
  return sum(PAY_PARTS.map((part) => parts[part]));
}

/** What is paid in money and does not depend on reaching a target, anybody's discretion or the value of shares. */
export function assuredOf(parts: Parts): bigint {
  return totalOf(parts) - parts.targetBonus - parts.discretionaryBonus - parts.equity;
}

/** Something said of every part of the pay: in, what to say of one; out, each part with it. */
export function perPart<Said>(say: (part: PayPart) => Said): Readonly<Record<PayPart, Said>> {
  return {
    base: say('base'),
    guaranteedBonus: say('guaranteedBonus'),
    targetBonus: say('targetBonus'),
    discretionaryBonus: say('discretionaryBonus'),
    equity: say('equity'),
    signOn: say('signOn'),
    relocation: say('relocation'),
    stipends: say('stipends'),
  };
}

/** All years together, part by part. */
export function wholeOf(years: readonly Parts[]): Parts {
  return perPart((part) => sum(years.map((year) => year[part])));
}

const HUNDREDTH = fraction(1n, 100n);

function bonusIn({ amount, year: only }: Bonus, year: number, given: OfferPackage): bigint {
  if (only !== null && only !== year) return 0n;
  switch (amount.kind) {
    case 'amount':
      return minorOf(valueOf(amount.value), given.currency);
    case 'percent_of_base':
      return minorOf(times(times(valueOf(given.base), valueOf(amount.percent)), HUNDREDTH), given.currency);
    case 'unstated':
      return 0n;
  }
}

function timesPaid({ per }: Stipend, year: number): bigint {
  const often = { month: 12n, quarter: 4n, year: 1n, once: 0n } as const;
  return per === 'once' && year === 1 ? 1n : often[per];
}

/**
 * What a payment with a claw-back costs whoever leaves after so many whole months.
 *
 * In: the payment, whole months since the start. Out: smallest units, rounded half away from zero; 0 from the last month on. Source: see above.
 */
export function repayableAfter(payment: OnePayment | null, month: number, currency: string): bigint {
  if (!payment?.clawBack || month >= payment.clawBack.months) return 0n;
  const { months, manner } = payment.clawBack;
  const left = manner === 'whole' ? fraction(1n) : fraction(BigInt(months - month), BigInt(months));
  return minorOf(times(valueOf(payment.amount), left), currency);
}

/** The stated value of a grant in the smallest unit; null where none is stated. */
export function valueOfGrant({ grant }: EquityGrant, currency: string): bigint | null {
  switch (grant.kind) {
    case 'value':
      return minorOf(valueOf(grant.value), currency);
    case 'units':
      return minorOf(times(valueOf(grant.units), valueOf(grant.unitValue)), currency);
    case 'percent_of_shares':
      return grant.statedValue === null ? null : minorOf(valueOf(grant.statedValue), currency);
    case 'unstated':
      return null;
  }
}

/** The part of a whole that a running share has come to, rounded down: differences of these add up to the whole. */
function reached(whole: bigint, share: Fraction): bigint {
  return floor(times(fraction(whole), share));
}

function grantYears(equity: EquityGrant, currency: string, numbers: readonly number[]): GrantYears {
  const { vesting, acceleration, grant } = equity;
  const value = valueOfGrant(equity, currency);
  const units = grant.kind === 'units' ? BigInt(grant.units) : null;
  const share = (year: number) => vestedShare(vesting, 12 * year);
  const inYear = (whole: bigint, year: number) => reached(whole, share(year)) - reached(whole, share(year - 1));
  return {
    name: equity.name,
    years: numbers.map((year) => ({
      percent: percentIn('100', share(year), share(year - 1)),
      value: value === null ? null : inYear(value, year),
      units: units === null ? null : inYear(units, year).toString(),
      accelerated: value === null || !acceleration ? null : reached(value, acceleratedShare(vesting, acceleration, 12 * year)),
    })),
  };
}

/** Digits kept of a percentage that vests in a year. */
const PERCENT_DIGITS = 10;

function percentIn(percent: string, until: Fraction, from: Fraction): string {
  const whole = minorDigitsOfPercent(percent);
  return written(fraction(reached(whole, until) - reached(whole, from), 10n ** BigInt(PERCENT_DIGITS)), PERCENT_DIGITS);
}

function minorDigitsOfPercent(percent: string): bigint {
  return round(times(valueOf(percent), fraction(10n ** BigInt(PERCENT_DIGITS))));
}

function uncounted(given: OfferPackage, numbers: readonly number[]): Uncounted[] {
  const bonuses = given.bonuses
    .filter(({ amount }) => amount.kind === 'unstated')
    .map(({ name }): Uncounted => ({ part: 'bonus', name, percentByYear: null }));
  const equity = given.equity.flatMap((one): Uncounted[] => {
    if (valueOfGrant(one, given.currency) !== null) return [];
    const { grant, vesting, name } = one;
    const share = (year: number) => vestedShare(vesting, 12 * year);
    const percents = grant.kind === 'percent_of_shares' ? numbers.map((year) => percentIn(grant.percent, share(year), share(year - 1))) : null;
    return [{ part: 'equity', name, percentByYear: percents }];
  });
  return [...bonuses, ...equity];
}
