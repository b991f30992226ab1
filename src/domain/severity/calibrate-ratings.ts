import { connectivity, type Connectivity } from './connectivity.js';
import type { CrossedEffects } from './crossed-effects.js';
import { fitCrossedEffects, whyNotIdentified } from './fit-crossed-effects.js';
import { effectsAtVariances, priorVariances } from './fixed-prior.js';
import { NORMAL_975, normalBelow } from './normal-distribution.js';
import type { ScoredRating } from './ratings-table.js';

/**
 * What reports say about severity. From 200 ratings up the variances are estimated (REML); with fewer, or where the ratings
 * cannot identify them, a fixed prior stands in. The adjusted value of a candidate stands beside the raw one, with an interval and
 * the chance of being above the bar, and never decides alone. Interviewers' scores are never standardised one by one.
 *
 * Source: product design, "Severity".
 */
export interface Calibration extends CrossedEffects {
  readonly method: 'reml' | 'fixed_prior';
  /** Why the prior stands in; null for a REML fit. */
  readonly priorBecause: 'few_ratings' | 'not_identified' | null;
  /** Variances estimated as exactly zero: the ratings cannot tell these apart, which does not mean that they are equal. */
  readonly zeroVariances: readonly ('subject' | 'rater')[];
  readonly connectivity: Connectivity;
  /** Mean of each subject's raw scores. */
  readonly rawMeans: ReadonlyMap<string, number>;
}

/** Fewer ratings than this do not carry an estimate of three variances. */
export const FEWEST_RATINGS_TO_FIT = 200;
/** An interviewer's own effect is shown from this many of their ratings. */
export const FEWEST_RATINGS_TO_SHOW = 10;

function rawMeans(ratings: readonly ScoredRating[]): Map<string, number> {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const { subject, score } of ratings) {
    const known = sums.get(subject) ?? { sum: 0, n: 0 };
    sums.set(subject, { sum: known.sum + score, n: known.n + 1 });
  }
  return new Map([...sums].map(([subject, { sum, n }]) => [subject, sum / n]));
}

/**
 * Calibrates ratings for a report.
 * In: at least one rating, one per candidate and interviewer, in levels; the scale's number of levels, 2 to 10. Only
 * first-submission, unexposed scores that were not imported should be passed. Out: see `Calibration`.
 */
export function calibrateRatings(ratings: readonly ScoredRating[], levels: number): Calibration {
  const about = { connectivity: connectivity(ratings), rawMeans: rawMeans(ratings) };
  const few = ratings.length < FEWEST_RATINGS_TO_FIT;
  if (few || whyNotIdentified(ratings) !== null) {
    const effects = effectsAtVariances(ratings, priorVariances(levels));
    const priorBecause = few ? 'few_ratings' : 'not_identified';
    return { ...effects, ...about, method: 'fixed_prior', priorBecause, zeroVariances: [] };
  }
  return { ...fitCrossedEffects(ratings), ...about, method: 'reml', priorBecause: null };
}

/** A candidate's value freed of who happened to rate them, in levels. */
export interface AdjustedScore {
  readonly raw: number;
  readonly adjusted: number;
  readonly interval95: readonly [number, number];
  readonly probabilityAboveBar: number;
}

/**
 * The adjusted score beside the raw one.
 * In: a calibration, a candidate, the bar in levels. Out: null for a candidate without ratings and where the candidates'
 * variance is estimated as zero (every adjusted value would be the mean, which says nothing about them).
 */
export function adjustedScore(calibration: Calibration, subject: string, bar: number): AdjustedScore | null {
  const effect = calibration.subjects.get(subject);
  const raw = calibration.rawMeans.get(subject);
  if (effect === undefined || raw === undefined || calibration.variance.subject === 0) return null;
  const adjusted = calibration.intercept + effect.blup;
  const sd = effect.sdOfMeanPlusEffect;
  return {
    raw,
    adjusted,
    interval95: [adjusted - NORMAL_975 * sd, adjusted + NORMAL_975 * sd],
    probabilityAboveBar: normalBelow((adjusted - bar) / sd),
  };
}

/** What an interviewer is told about themselves. A positive effect means they rate higher than their colleagues. */
export type OwnEffect =
  | {
      readonly shown: true;
      readonly ratings: number;
      readonly effect: number;
      readonly interval95: readonly [number, number];
    }
  | {
      readonly shown: false;
      readonly ratings: number;
      readonly why: 'too_few_ratings' | 'interviewers_not_told_apart';
    };

/** An interviewer's own effect in levels, withheld under 10 ratings and where the interviewers' variance is zero. */
export function ownEffect(calibration: Calibration, rater: string): OwnEffect {
  const effect = calibration.raters.get(rater);
  const ratings = effect?.ratings ?? 0;
  if (effect === undefined || ratings < FEWEST_RATINGS_TO_SHOW) return { shown: false, ratings, why: 'too_few_ratings' };
  if (calibration.variance.rater === 0) return { shown: false, ratings, why: 'interviewers_not_told_apart' };
  const half = NORMAL_975 * effect.sd;
  return { shown: true, ratings, effect: effect.blup, interval95: [effect.blup - half, effect.blup + half] };
}
