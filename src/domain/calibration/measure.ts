import { adjustedScore, calibrateRatings, ownEffect, type AdjustedScore, type Calibration, type OwnEffect } from '../severity/calibrate-ratings.js';
import { criterionRatings, type FirstCard, type PairRating, type RubricScale, weightedScores } from './first-scores.js';
import { FEWEST_CANDIDATES, panelFigures, type PanelFigures } from './panel-figures.js';

/**
 * Everything the reports say about agreement and severity, from the cards of all closed debriefs at once: agreement for each rubric version, each
 * of its criteria and each job; severity for each scale, because interviewers are compared through the candidates they share, whatever the job.
 *
 * Source: product design, "Agreement" and "Severity".
 */
export const CALIBRATION_ENGINE = 1;

export interface AgreementFigures {
  readonly rubricVersionId: string;
  /** Null over all jobs. */
  readonly jobId: string | null;
  /** Null for the weighted score over all criteria. */
  readonly criterion: string | null;
  readonly criterionName: string | null;
  /** Place of the criterion in its rubric, from 1; 0 for the score over all. */
  readonly place: number;
  readonly levels: number;
  readonly figures: PanelFigures;
  /** The applications counted, where they are too few to be told to who may not see each of them; else null. */
  readonly few: readonly string[] | null;
}

export interface SeverityFit {
  readonly levels: number;
  readonly method: Calibration['method'];
  readonly priorBecause: Calibration['priorBecause'];
  readonly observations: number;
  readonly candidates: number;
  readonly interviewers: number;
  readonly intercept: number;
  readonly interceptStandardError: number;
  readonly variance: { readonly candidate: number; readonly interviewer: number; readonly residual: number };
  readonly zeroVariances: readonly ('candidate' | 'interviewer')[];
  readonly connectedParts: number;
  readonly few: readonly string[] | null;
  readonly effects: readonly { readonly interviewerId: string; readonly effect: OwnEffect }[];
  readonly adjusted: readonly (AdjustedScore & { readonly applicationId: string; readonly bar: number; readonly interviewers: number })[];
}

export interface Measured {
  readonly agreement: readonly AgreementFigures[];
  readonly severity: readonly SeverityFit[];
}

/** An adjusted value is told from this many interviewers up: with fewer, its distance from the raw one would tell how severe one of them is. */
export const FEWEST_INTERVIEWERS_TO_ADJUST = 3;

/** In: first cards and the rubric versions they name. Out: the figures; the same cards give the same ones, in the order of the rubrics given. */
export function measure(cards: readonly FirstCard[], rubrics: readonly RubricScale[]): Measured {
  const byRubric = grouped(cards, (card) => card.rubricVersionId);
  const agreement = rubrics.flatMap((rubric) => agreementOf(rubric, byRubric.get(rubric.id) ?? []));
  const byScale = grouped(rubrics, (rubric) => rubric.levels);
  const severity = [...byScale].flatMap(([levels, scales]) => severityOf(levels, scales, byRubric) ?? []);
  return { agreement, severity };
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function agreementOf(rubric: RubricScale, cards: readonly FirstCard[]): AgreementFigures[] {
  if (cards.length === 0) return [];
  const jobs = [...grouped(cards, (card) => card.jobId)];
  const scopes: readonly (readonly [string | null, readonly FirstCard[]])[] = [[null, cards], ...jobs];
  return scopes.flatMap(([jobId, own]) => {
    const row = (place: number, criterion: string | null, criterionName: string | null, ratings: readonly PairRating[]): AgreementFigures => {
      const figures = panelFigures(ratings);
      const few = figures.candidates < FEWEST_CANDIDATES ? applicationsOf(ratings) : null;
      return { rubricVersionId: rubric.id, jobId, criterion, criterionName, place, levels: rubric.levels, figures, few };
    };
    return [
      row(0, null, null, weightedScores(own, rubric)),
      ...rubric.criteria.map(({ key, name }, index) => row(index + 1, key, name, criterionRatings(own, key))),
    ];
  });
}

const applicationsOf = (ratings: readonly PairRating[]): string[] => [...new Set(ratings.map((rating) => rating.applicationId))];

function severityOf(levels: number, scales: readonly RubricScale[], byRubric: ReadonlyMap<string, readonly FirstCard[]>): SeverityFit | null {
  const bars = new Map<string, number>();
  const ratings = scales.flatMap((rubric) => {
    const scores = weightedScores(byRubric.get(rubric.id) ?? [], rubric);
    for (const { applicationId } of scores) bars.set(applicationId, 1 + rubric.hireFrom * (levels - 1));
    return scores;
  });
  if (ratings.length === 0) return null;
  const calibration = calibrateRatings(
    ratings.map(({ applicationId, interviewerId, value }) => ({ subject: applicationId, rater: interviewerId, score: value })),
    levels,
  );
  const { subject: candidate, rater: interviewer, residual } = calibration.variance;
  return {
    levels,
    method: calibration.method,
    priorBecause: calibration.priorBecause,
    observations: calibration.observations,
    candidates: calibration.subjects.size,
    interviewers: calibration.raters.size,
    intercept: calibration.intercept,
    interceptStandardError: calibration.interceptStandardError,
    variance: { candidate, interviewer, residual },
    zeroVariances: calibration.zeroVariances.map((which) => (which === 'subject' ? 'candidate' : 'interviewer')),
    connectedParts: calibration.connectivity.parts.length,
    few: calibration.subjects.size < FEWEST_CANDIDATES ? applicationsOf(ratings) : null,
    effects: [...calibration.raters.keys()].map((interviewerId) => ({ interviewerId, effect: ownEffect(calibration, interviewerId) })),
    adjusted: adjustedOf(calibration, bars),
  };
}

function adjustedOf(calibration: Calibration, bars: ReadonlyMap<string, number>): SeverityFit['adjusted'] {
  return [...calibration.subjects].flatMap(([applicationId, { ratings }]) => {
    const bar = bars.get(applicationId) ?? NaN;
    const score = ratings < FEWEST_INTERVIEWERS_TO_ADJUST ? null : adjustedScore(calibration, applicationId, bar);
    return score === null ? [] : [{ ...score, applicationId, bar, interviewers: ratings }];
  });
}
