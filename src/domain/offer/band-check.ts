/**
 * A package against the job's band: within, above or below, and by how much; the compa-ratio is base over midpoint. What the band says in one measure
 * and the package in another is not comparable, and so is another currency without a recorded rate. Nothing is converted by guess.
 *
 * Source: product design, issue on offers: "checked against the job's band". Compa-ratio: WorldatWork, "actual salary divided by midpoint".
 */
import { valueOf, written } from './decimal.js';
import { type Fraction, compare, dividedBy, fraction, minus, plus, times, ZERO } from './fraction.js';
import { type JobBand, midpointOf } from './job-band.js';
import type { OfferPackage, RecordedRate } from './offer-package.js';
import { minorDigits } from './currency.js';
import { minorOf, valueOfGrant } from './pay-years.js';
import { conversionBetween, converted, type Conversion } from './recorded-rate.js';

export type BandStanding = 'below' | 'within' | 'above' | 'not_comparable';

export interface PartCheck {
  readonly part: 'base' | 'bonus' | 'equity';
  readonly standing: BandStanding;
  /** What the figures count: money of the band's currency, percent of base, units or percent of the shares. */
  readonly measure: 'money' | 'percent_of_base' | 'units' | 'percent_of_shares';
  readonly offered: string | null;
  readonly minimum: string;
  readonly maximum: string | null;
  /** How far outside; null within, or where not comparable. */
  readonly by: string | null;
  /** Base over midpoint, four digits; of the base alone. */
  readonly compaRatio: string | null;
}

export interface BandCheck {
  /** `outside` where any part is above or below; `not_comparable` where nothing is, and something could not be checked. */
  readonly standing: 'within' | 'outside' | 'not_comparable';
  readonly band: JobBand | null;
  /** The rate by which amounts were read in the band's currency. */
  readonly rate: RecordedRate | null;
  /** Why there is no checking at all. */
  readonly why: 'no_bands' | 'no_band_for_level' | 'no_rate' | null;
  readonly parts: readonly PartCheck[];
}

/**
 * Checks a package against the bands of its job.
 *
 * In: a checked package, the job's bands. Out: which band holds (its level, in the package's currency, else in one that a recorded rate leads to), and each
 * part's standing; figures as decimals in the measure named. Pure and total. Source: see above.
 */
export function checkBand(given: OfferPackage, bands: readonly JobBand[]): BandCheck {
  if (bands.length === 0) return unchecked('no_bands');
  const ofLevel = bands.filter(({ level }) => level === given.level);
  if (ofLevel.length === 0) return unchecked('no_band_for_level');
  const found =
    ofLevel.find(({ currency }) => currency === given.currency) ??
    ofLevel.find(({ currency }) => conversionBetween(given.rates, given.currency, currency).kind === 'by_rate');
  if (!found) return unchecked('no_rate');
  const conversion = conversionBetween(given.rates, given.currency, found.currency);
  const parts = [basePart(given, found, conversion), bonusPart(given, found, conversion), equityPart(given, found, conversion)].filter(
    (part) => part !== null,
  );
  const standings = parts.map((part) => part.standing);
  const outside = standings.some((one) => one === 'above' || one === 'below');
  const standing = outside ? 'outside' : standings.includes('not_comparable') ? 'not_comparable' : 'within';
  return { standing, band: found, rate: conversion.kind === 'by_rate' ? conversion.rate : null, why: null, parts };
}

function unchecked(why: NonNullable<BandCheck['why']>): BandCheck {
  return { standing: 'not_comparable', band: null, rate: null, why, parts: [] };
}

/** Money of the package in the band's currency, as a fraction of its units. */
function moneyIn(minor: bigint, conversion: Conversion, currency: string): Fraction | null {
  const there = converted(minor, conversion);
  return there === null ? null : fraction(there, 10n ** BigInt(minorDigits(currency) ?? 0));
}

const DIGITS = 10;

function place(
  part: PartCheck['part'],
  measure: PartCheck['measure'],
  offered: Fraction | null,
  range: { readonly minimum: string; readonly maximum: string | null },
): PartCheck {
  const { minimum, maximum } = range;
  const plain = { part, measure, minimum, maximum, compaRatio: null };
  if (offered === null) return { ...plain, standing: 'not_comparable', offered: null, by: null };
  const text = written(offered, DIGITS);
  const below = minus(valueOf(minimum), offered);
  if (compare(below, ZERO) > 0) return { ...plain, standing: 'below', offered: text, by: written(below, DIGITS) };
  const over = maximum === null ? ZERO : minus(offered, valueOf(maximum));
  if (compare(over, ZERO) > 0) return { ...plain, standing: 'above', offered: text, by: written(over, DIGITS) };
  return { ...plain, standing: 'within', offered: text, by: null };
}

function basePart(given: OfferPackage, band: JobBand, conversion: Conversion): PartCheck {
  const base = moneyIn(minorOf(valueOf(given.base), given.currency), conversion, band.currency);
  const checked = place('base', 'money', base, band.base);
  return { ...checked, compaRatio: base && written(dividedBy(base, valueOf(midpointOf(band))), 4) };
}

/** Guaranteed and target bonuses of a usual year together; a bonus of one year only, or nobody's right, is not measured by the band. */
function bonusPart(given: OfferPackage, band: JobBand, conversion: Conversion): PartCheck | null {
  if (!band.bonus) return null;
  const counted = given.bonuses.filter((one) => one.assurance !== 'discretionary' && one.year === null);
  const base = valueOf(given.base);
  if (counted.some(({ amount }) => amount.kind === 'unstated')) return place('bonus', measureOf(band.bonus.measure), null, band.bonus);
  const yearly = counted
    .map(({ amount }) => {
      if (amount.kind === 'amount') return valueOf(amount.value);
      return amount.kind === 'percent_of_base' ? times(times(base, valueOf(amount.percent)), fraction(1n, 100n)) : ZERO;
    })
    .reduce(plus, ZERO);
  if (band.bonus.measure === 'amount')
    return place('bonus', 'money', moneyIn(minorOf(yearly, given.currency), conversion, band.currency), band.bonus);
  const percent = base.over === 0n ? null : dividedBy(times(yearly, fraction(100n)), base);
  return place('bonus', 'percent_of_base', percent, band.bonus);
}

function measureOf(measure: 'amount' | 'percent_of_base'): PartCheck['measure'] {
  return measure === 'amount' ? 'money' : measure;
}

/** Every grant must say its size in the band's measure. */
function equityPart(given: OfferPackage, band: JobBand, conversion: Conversion): PartCheck | null {
  const range = band.equity;
  if (!range) return null;
  const measure = range.measure === 'value' ? 'money' : range.measure;
  const sizes = given.equity.map((grant): Fraction | null => {
    if (range.measure === 'value') {
      const value = valueOfGrant(grant, given.currency);
      return value === null ? null : moneyIn(value, conversion, band.currency);
    }
    if (range.measure === 'units') return grant.grant.kind === 'units' ? valueOf(grant.grant.units) : null;
    return grant.grant.kind === 'percent_of_shares' ? valueOf(grant.grant.percent) : null;
  });
  const known = sizes.filter((size) => size !== null);
  return place('equity', measure, known.length === sizes.length ? known.reduce(plus, ZERO) : null, range);
}
