import { alphaInterval95 } from '../agreement/alpha-interval.js';
import { agreementReport } from '../agreement/agreement-report.js';
import type { Interval } from '../agreement/icc-interval.js';
import { iccIntervals95 } from '../agreement/icc-interval.js';
import { byRank } from '../agreement/krippendorff-alpha.js';
import { oneWayIcc } from '../agreement/one-way-icc.js';
import { averageDeviation, ratingRange } from '../agreement/panel-agreement.js';
import { rawAgreement } from '../agreement/raw-agreement.js';
import type { PairRating } from './first-scores.js';

/**
 * How far panels agree on one thing, over many candidates. With fewer than 30 candidates rated at least twice a coefficient would be mostly
 * chance: then only what can be counted is said. A coefficient never stands without its interval, and without variation there is none.
 *
 * Source: product design, "Agreement".
 */
export interface Coefficient {
  readonly value: number;
  readonly interval95: Interval;
}

export interface PanelFigures {
  readonly candidates: number;
  readonly interviewers: number;
  readonly ratings: number;
  readonly candidatesRatedTwice: number;
  /** The chance that two interviewers of one candidate gave the same level, or levels at most one apart; in [0, 1]. */
  readonly sameLevel: number | null;
  readonly withinOneLevel: number | null;
  /** Means over candidates rated twice, in levels. */
  readonly meanRange: number | null;
  readonly averageDeviation: number | null;
  /** Null under 30 candidates rated twice. */
  readonly coefficients: Coefficients | null;
}

/** Each null where it cannot be computed. */
export interface Coefficients {
  readonly alphaOrdinal: Coefficient | null;
  readonly alphaInterval: Coefficient | null;
  /** ICC(1): raters differ from candidate to candidate. */
  readonly iccOneWay: Coefficient | null;
  /** ICC(2,1) and Kendall's W: only where the same interviewers rated every candidate. */
  readonly iccTwoWay: Coefficient | null;
  readonly kendallW: number | null;
}

/** Coefficients are told from this many candidates rated at least twice. */
export const FEWEST_CANDIDATES = 30;

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** In: ratings in levels, at most one a pair. Out: see `PanelFigures`; the order of the ratings does not matter. */
export function panelFigures(ratings: readonly PairRating[]): PanelFigures {
  const units = new Map<string, number[]>();
  for (const { applicationId, value } of ratings) {
    const unit = units.get(applicationId);
    if (unit) unit.push(value);
    else units.set(applicationId, [value]);
  }
  const lists = [...units.values()];
  const twice = lists.filter((unit) => unit.length > 1);
  return {
    candidates: lists.length,
    interviewers: new Set(ratings.map((rating) => rating.interviewerId)).size,
    ratings: ratings.length,
    candidatesRatedTwice: twice.length,
    sameLevel: rawAgreement(lists),
    withinOneLevel: rawAgreement(lists, 1),
    meanRange: mean(twice.map((unit) => ratingRange(unit) ?? 0)),
    averageDeviation: mean(twice.map((unit) => averageDeviation(unit, 'median') ?? 0)),
    coefficients: twice.length < FEWEST_CANDIDATES ? null : coefficientsOf(ratings, twice),
  };
}

function coefficientsOf(ratings: readonly PairRating[], twice: readonly (readonly number[])[]): Coefficients {
  const report = agreementReport(ratings.map(({ applicationId, interviewerId, value }) => ({ unit: applicationId, rater: interviewerId, value })));
  const { krippendorffAlpha: alpha, icc, kendallW } = report;
  const oneWay = oneWayIcc(twice);
  return {
    alphaOrdinal: coefficient(alpha.ordinal, alphaInterval95(byRank(twice))),
    alphaInterval: coefficient(alpha.interval, alpha.interval95),
    iccOneWay: coefficient(oneWay?.icc, oneWay?.interval95),
    iccTwoWay: icc === null ? null : coefficient(icc.icc21, iccIntervals95(tableOf(ratings))?.icc21),
    kendallW,
  };
}

function coefficient(value: number | null | undefined, interval95: Interval | null | undefined): Coefficient | null {
  return value === null || value === undefined || !interval95 ? null : { value, interval95 };
}

/** Rows candidates, columns interviewers; only for ratings without a gap. */
function tableOf(ratings: readonly PairRating[]): number[][] {
  const rows = new Map<string, Map<string, number>>();
  for (const { applicationId, interviewerId, value } of ratings)
    rows.set(applicationId, (rows.get(applicationId) ?? new Map<string, number>()).set(interviewerId, value));
  const raters = [...new Set(ratings.map((rating) => rating.interviewerId))];
  return [...rows.values()].map((row) => raters.map((rater) => row.get(rater) ?? NaN));
}
