/**
 * A package: everything that is offered, in one currency, every figure an exact decimal. What has no stated figure is said as `unstated` and never
 * guessed. Percentages are in percent (15 is fifteen per cent), months count from the start date.
 *
 * Source: product design, issue on offers: "packages by currency (base, bonus, equity, sign-on, relocation, stipends, vesting with acceleration)";
 * framework descriptions, offer shapes.
 */

export type BonusAmount =
  | { readonly kind: 'amount'; /** A year, or in the year named. */ readonly value: string }
  | { readonly kind: 'percent_of_base'; readonly percent: string }
  | { readonly kind: 'unstated' };

/** `guaranteed` is owed, `target` is paid at full reach, `discretionary` is nobody's right. */
export type Assurance = 'guaranteed' | 'target' | 'discretionary';

export interface Bonus {
  readonly name: string;
  readonly assurance: Assurance;
  readonly amount: BonusAmount;
  /** Paid in this year only, counted from the start date; null: every year. */
  readonly year: number | null;
}

export type Grant =
  | { readonly kind: 'value'; readonly value: string }
  | {
      readonly kind: 'units';
      readonly units: string;
      readonly unitValue: string;
      /** Where the price or stated value comes from. */ readonly valuedBy: string;
    }
  | {
      readonly kind: 'percent_of_shares';
      readonly percent: string;
      readonly of: string;
      /** Null: no value is stated. */ readonly statedValue: string | null;
    }
  | { readonly kind: 'unstated' };

export interface Vesting {
  /** Length, 1 to 120 months. */
  readonly months: number;
  /** Nothing vests before this month; at it, all that was earned so far. 0: no cliff. */
  readonly cliffMonths: number;
  /** Vests every so many months: 1, 3, 6 or 12. */
  readonly everyMonths: number;
  /** Share of the grant in each year, in percent, adding up to 100; null: evenly. */
  readonly yearlyPercents: readonly string[] | null;
}

export interface Acceleration {
  /** `single`: the condition alone; `double`: the condition and the end of employment that it names. */
  readonly trigger: 'single' | 'double';
  readonly condition: string;
  /** Of what has not vested yet. */
  readonly percent: string;
  /** Only within so many months from the start; null: always. */
  readonly withinMonths: number | null;
}

export interface EquityGrant {
  readonly name: string;
  readonly grant: Grant;
  readonly vesting: Vesting;
  readonly acceleration: Acceleration | null;
}

/** What must be paid back by whoever leaves within so many months: all of it, or less with every month served. */
export interface ClawBack {
  readonly months: number;
  readonly manner: 'whole' | 'pro_rata';
}

/** Paid once, in the first year. */
export interface OnePayment {
  readonly amount: string;
  readonly clawBack: ClawBack | null;
}

export interface Stipend {
  readonly name: string;
  readonly amount: string;
  readonly per: 'month' | 'quarter' | 'year' | 'once';
}

/** A rate somebody looked up and stands for: one unit of `from` is `rate` units of `to`. */
export interface RecordedRate {
  readonly from: string;
  readonly to: string;
  readonly rate: string;
  readonly source: string;
  /** The day the rate is of, YYYY-MM-DD. */
  readonly asOf: string;
}

export interface OfferPackage {
  /** ISO 4217, for every amount. */
  readonly currency: string;
  /** Which of the job's bands holds; empty where the job has one for all. */
  readonly level: string;
  /** A year. */
  readonly base: string;
  readonly bonuses: readonly Bonus[];
  readonly equity: readonly EquityGrant[];
  readonly signOn: OnePayment | null;
  readonly relocation: OnePayment | null;
  readonly stipends: readonly Stipend[];
  /** YYYY-MM-DD. */
  readonly startsOn: string | null;
  /** ISO time after which it cannot be accepted any more. */
  readonly expiresAt: string | null;
  readonly rates: readonly RecordedRate[];
  readonly notes: string;
}
