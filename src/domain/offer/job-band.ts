/**
 * The bands of a job: for each level and currency what base, bonus and equity may be. A level is the company's own word; an empty one is the
 * band for whoever has no level of their own.
 *
 * Source: product design, issue on offers: "checked against the job's band".
 */
import { list, nullable, object, oneOf, text, type Shape } from '../json-shape.js';
import { type Fault, invalid } from '../refusal.js';
import type { PayBand } from '../rubric/template-pack.js';
import { currencyShape, minorDigits } from './currency.js';
import { decimal, valueOf, written } from './decimal.js';
import { compare, fraction, plus, times } from './fraction.js';

export interface BaseRange {
  readonly minimum: string;
  /** Null: halfway between the ends. */
  readonly midpoint: string | null;
  readonly maximum: string;
}

/** How a range of bonus or equity is measured; a package is checked where it says its figure in the same measure. */
export const BONUS_MEASURES = ['amount', 'percent_of_base'] as const;
export const EQUITY_MEASURES = ['value', 'units', 'percent_of_shares'] as const;

export interface PartRange<Measure extends string> {
  readonly measure: Measure;
  readonly minimum: string;
  /** Null: no upper end. */
  readonly maximum: string | null;
}
export type BonusRange = PartRange<(typeof BONUS_MEASURES)[number]>;
export type EquityRange = PartRange<(typeof EQUITY_MEASURES)[number]>;

export interface JobBand {
  readonly level: string;
  readonly currency: string;
  readonly base: BaseRange;
  readonly bonus: BonusRange | null;
  readonly equity: EquityRange | null;
}

/** Bands a job may have. */
export const MOST_BANDS = 60;

const figure = decimal(8);
const baseRange = object<BaseRange>({ minimum: figure, midpoint: nullable(figure), maximum: figure });
const bonusRange = object<BonusRange>({ measure: oneOf(BONUS_MEASURES), minimum: figure, maximum: nullable(figure) });
const equityRange = object<EquityRange>({ measure: oneOf(EQUITY_MEASURES), minimum: figure, maximum: nullable(figure) });
const band: Shape<JobBand> = object<JobBand>({
  level: text({ maximum: 100, blank: 'allowed' }),
  currency: currencyShape,
  base: baseRange,
  bonus: nullable(bonusRange),
  equity: nullable(equityRange),
});
const bands = list(band, { maximum: MOST_BANDS });

/**
 * Reads the bands of a job.
 *
 * In: a parsed JSON value, and where it stands in the request. Out: the bands, typed. Errors: `validation_failed` naming every fault: ends out of order, a
 * midpoint outside them, two bands of one level and currency.
 */
export function parseBands(value: unknown, place: string): readonly JobBand[] {
  const found: Fault[] = [];
  if (!bands(value, place, found)) throw invalid(found);
  const faults = value.flatMap((one, index) => bandFaults(one, `${place}/${index}`, value.slice(0, index)));
  if (faults.length > 0) throw invalid(faults);
  return value;
}

const above = (one: string, other: string | null) => other !== null && compare(valueOf(one), valueOf(other)) > 0;

function bandFaults({ level, currency, base, bonus, equity }: JobBand, at: string, before: readonly JobBand[]): Fault[] {
  const faults: Fault[] = [];
  const add = (pointer: string, code: string, detail: string) => faults.push({ pointer: at + pointer, code, detail });
  const digits = minorDigits(currency) ?? 0;
  for (const [key, amount] of Object.entries(base))
    if (typeof amount === 'string' && (amount.split('.')[1] ?? '').length > digits)
      add(`/base/${key}`, 'too_fine', `${currency} has ${digits} digits after the point`);
  if (valueOf(base.minimum).over === 0n) add('/base/minimum', 'zero', 'must be more than 0');
  if (above(base.minimum, base.maximum)) add('/base/maximum', 'order', 'is below the minimum');
  else if (base.midpoint !== null && (above(base.minimum, base.midpoint) || above(base.midpoint, base.maximum)))
    add('/base/midpoint', 'order', 'is outside the band');
  if (bonus && above(bonus.minimum, bonus.maximum)) add('/bonus/maximum', 'order', 'is below the minimum');
  if (equity && above(equity.minimum, equity.maximum)) add('/equity/maximum', 'order', 'is below the minimum');
  if (before.some((other) => other.level === level && other.currency === currency))
    add('', 'duplicate', 'there is a band of this level and currency already');
  return faults;
}

/** The reference point of a band: its midpoint, or halfway between the ends, exactly. */
export function midpointOf({ base }: JobBand): string {
  if (base.midpoint !== null) return base.midpoint;
  return written(times(plus(valueOf(base.minimum), valueOf(base.maximum)), fraction(1n, 2n)), 9);
}

/** The band a job was made with, as long as nobody recorded bands: yearly base pay, no level. */
export function bandOfJob(band: PayBand | null): readonly JobBand[] {
  if (!band || minorDigits(band.currency) === undefined) return [];
  const [minimum, maximum] = [decimalOf(band.minimum), decimalOf(band.maximum)];
  if (minimum === null || maximum === null || above(minimum, maximum) || valueOf(minimum).over === 0n) return [];
  return [{ level: '', currency: band.currency, base: { minimum, midpoint: null, maximum }, bonus: null, equity: null }];
}

/** The shortest decimal that a JSON number is; null where it is none we know: negative, with an exponent, finer than eight digits. */
export function decimalOf(number: number): string | null {
  const text = String(number);
  return figure(text, '', []) ? text : null;
}
