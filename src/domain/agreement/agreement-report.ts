import { invalid, type Fault } from '../refusal.js';
import { alphaInterval95 } from './alpha-interval.js';
import { intraclassCorrelations, type IntraclassCorrelations } from './intraclass-correlation.js';
import { kendallW } from './kendall-w.js';
import { krippendorffAlpha } from './krippendorff-alpha.js';
import { rawAgreement } from './raw-agreement.js';

/**
 * Every agreement figure over a set of ratings. What cannot be computed is null: no unit rated twice, no variation, or, for the
 * correlations and W, a table with gaps.
 *
 * Source: product design, "Agreement"; interfaces, `agreement`.
 */
export interface UnitRating {
  readonly unit: string;
  readonly rater: string;
  readonly value: number;
}

export interface AgreementReport {
  readonly krippendorffAlpha: {
    readonly nominal: number | null;
    readonly ordinal: number | null;
    readonly interval: number | null;
    readonly ratio: number | null;
    /** 95 % bootstrap interval of α with the interval metric. */
    readonly interval95: readonly [number, number] | null;
  };
  readonly icc: IntraclassCorrelations | null;
  readonly kendallW: number | null;
  readonly rawAgreement: number | null;
  readonly units: number;
  readonly raters: number;
  readonly ratings: number;
}

/** Values by unit and rater; refuses values that are not finite and a rater rating a unit twice. */
function valuesByUnit(ratings: readonly UnitRating[]): Map<string, Map<string, number>> {
  const units = new Map<string, Map<string, number>>();
  const faults: Fault[] = [];
  ratings.forEach(({ unit, rater, value }, i) => {
    const values = units.get(unit) ?? new Map<string, number>();
    if (!Number.isFinite(value)) faults.push({ pointer: `/${i}/value`, code: 'not_a_number', detail: 'The value must be a finite number.' });
    if (values.has(rater))
      faults.push({
        pointer: `/${i}/rater`,
        code: 'duplicate',
        detail: `Rater "${rater}" rates unit "${unit}" twice; give one value per pair.`,
      });
    units.set(unit, values.set(rater, value));
  });
  if (faults.length > 0) throw invalid(faults);
  return units;
}

/** Rows units, columns raters; null when any cell is missing. */
function completeTable(units: ReadonlyMap<string, ReadonlyMap<string, number>>, raters: readonly string[]) {
  const table: number[][] = [];
  for (const values of units.values()) {
    if (values.size < raters.length) return null;
    table.push(raters.map((rater) => values.get(rater) ?? NaN));
  }
  return table;
}

/**
 * Computes the report.
 * In: ratings with finite values, at most one per unit and rater; unrated cells are simply absent. Out: see `AgreementReport`.
 * Refuses (`validation_failed`, pointer to row and field) values that are not finite and repeated pairs.
 */
export function agreementReport(ratings: readonly UnitRating[]): AgreementReport {
  const units = valuesByUnit(ratings);
  const raters = [...new Set(ratings.map((rating) => rating.rater))];
  const table = completeTable(units, raters);
  const lists = [...units.values()].map((values) => [...values.values()]);
  return {
    krippendorffAlpha: {
      nominal: krippendorffAlpha(lists, 'nominal'),
      ordinal: krippendorffAlpha(lists, 'ordinal'),
      interval: krippendorffAlpha(lists, 'interval'),
      ratio: krippendorffAlpha(lists, 'ratio'),
      interval95: alphaInterval95(lists),
    },
    icc: table && intraclassCorrelations(table),
    kendallW: (table && kendallW(table))?.w ?? null,
    rawAgreement: rawAgreement(lists),
    units: units.size,
    raters: raters.length,
    ratings: ratings.length,
  };
}
