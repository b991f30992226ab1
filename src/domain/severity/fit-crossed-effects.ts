import { Refusal } from '../refusal.js';
import { crossedDesign, type CrossedDesign } from './crossed-design.js';
import { predictEffects, type CrossedEffects } from './crossed-effects.js';
import { likelihoodAt, type LikelihoodPoint } from './crossed-likelihood.js';
import { newtonStep, type Ratios } from './newton-step.js';
import { ratingsTable, type RatingsTable, type ScoredRating } from './ratings-table.js';

/**
 * Fits  score = μ + subject + rater + error  by restricted maximum likelihood (REML): the variances that make the scores,
 * freed of the mean, most likely. A variance whose best value lies at or below zero is exactly 0 and named in
 * `zeroVariances`: the data cannot tell those levels apart, which is not the same as their being equal.
 *
 * Source: Patterson & Thompson (1971), Biometrika 58:545–554; Gilmour, Thompson & Cullis (1995), Biometrics 51:1440–1450;
 * checked against lme4 (Bates et al. 2015).
 */
export interface CrossedFit extends CrossedEffects {
  readonly remlCriterion: number;
  readonly zeroVariances: readonly ('subject' | 'rater')[];
}

/** Past this ratio the residual variance is lost in rounding. */
const LARGEST_RATIO = 1e7;
const MOST_STEPS = 200;
const RATINGS_WITH_ONE_VALLEY = 2000;
const COARSE_RATIOS = [0, 0.05, 0.25, 1, 6, 40];
/** Relative size of a step too small to take: well under the sixth digit of any estimate. */
const SETTLED = 1e-7;

function reasonNotIdentified(table: RatingsTable): string | null {
  const n = table.scores.length;
  const sides = [
    ['subject', table.subjects.ids.length],
    ['rater', table.raters.ids.length],
  ] as const;
  for (const [name, levels] of sides) if (levels < 2) return `there must be at least two ${name}s`;
  for (const [name, levels] of sides) if (levels >= n) return `each ${name} appears only once, so ${name} and error cannot be told apart`;
  return table.scores.every((score) => score === table.scores[0]) ? 'every score is the same' : null;
}

/** Why the ratings cannot identify the three variances, in words; null when they can. */
export function whyNotIdentified(ratings: readonly ScoredRating[]): string | null {
  return reasonNotIdentified(ratingsTable(ratings));
}

function unfit(why: string): Refusal {
  return new Refusal('validation_failed', `The severity model cannot be fitted: ${why}.`);
}

/** Where to start: Henderson's first method, which equates three sums of squares to their expectations. */
function startingRatios(design: CrossedDesign): Ratios {
  const n = design.scores.length;
  const mean = design.scores.reduce((sum, y) => sum + y, 0) / n;
  const ta = new Float64Array(design.load.length);
  const tb = new Float64Array(design.pattern.size);
  let total = 0;
  design.scores.forEach((y, i) => {
    const d = y - mean;
    total += d * d;
    ta[design.eliminated.of[i]!] = ta[design.eliminated.of[i]!]! + d;
    tb[design.column[i]!] = tb[design.column[i]!]! + d;
  });
  const squaresOver = (sums: Float64Array, load: Float64Array): number => sums.reduce((sum, x, i) => sum + (x * x) / load[i]!, 0);
  const ka = design.load.reduce((sum, m) => sum + m * m, 0) / n;
  const kb = design.columnLoad.reduce((sum, m) => sum + m * m, 0) / n;
  const [qa, qb] = [ta.length, tb.length];
  return henderson(n, ka, kb, qa, qb, [squaresOver(ta, design.load), squaresOver(tb, design.columnLoad), total]);
}

/** Solves the three moment equations; a ratio that comes out beyond the useful range is drawn back into it. */
function henderson(n: number, ka: number, kb: number, qa: number, qb: number, t: readonly [number, number, number]): Ratios {
  // Rows: E[Tₐ], E[T_b], E[T]; unknowns: variances of the eliminated side, the kept side and error.
  const r1 = [n - ka, qa - kb, qa - 1] as const;
  const r2 = [qb - ka, n - kb, qb - 1] as const;
  const r3 = [n - ka, n - kb, n - 1] as const;
  const det3 = (a: Triple, b: Triple, c: Triple): number =>
    a[0] * (b[1] * c[2] - b[2] * c[1]) - a[1] * (b[0] * c[2] - b[2] * c[0]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
  const error = det3([r1[0], r1[1], t[0]], [r2[0], r2[1], t[1]], [r3[0], r3[1], t[2]]);
  const a = det3([t[0], r1[1], r1[2]], [t[1], r2[1], r2[2]], [t[2], r3[1], r3[2]]);
  const b = det3([r1[0], t[0], r1[2]], [r2[0], t[1], r2[2]], [r3[0], t[2], r3[2]]);
  const inRange = (ratio: number): number => (Number.isFinite(ratio) ? Math.min(Math.max(ratio, 0.01), 100) : 1);
  return [inRange(a / error), inRange(b / error)];
}

type Triple = readonly [number, number, number];

/** A ratio after its step: never negative, and never so far in one go that the quadratic picture means nothing. */
function bounded(ratio: number, step: number): number {
  return Math.min(Math.max(0, ratio + step), 10 * ratio + 1);
}

/** The next point downhill along a step, halved until the criterion does not rise; null when no step helps. */
function descend(design: CrossedDesign, from: LikelihoodPoint, step: Ratios): LikelihoodPoint | null {
  const slack = 1e-12 * Math.abs(from.criterion);
  for (let scale = 1; scale > 1e-9; scale /= 2) {
    const point = likelihoodAt(design, bounded(from.ratios[0], scale * step[0]), bounded(from.ratios[1], scale * step[1]));
    if (point.criterion <= from.criterion + slack) return point;
  }
  return null;
}

/**
 * Where to start walking. With few ratings the criterion can have two valleys, so every point of a coarse grid that lies
 * below its neighbours is a start; with many there is one, and the moment estimates lie in it.
 */
function startingPoints(design: CrossedDesign): LikelihoodPoint[] {
  const moments = likelihoodAt(design, ...startingRatios(design));
  if (design.scores.length > RATINGS_WITH_ONE_VALLEY) return [moments];
  const grid = COARSE_RATIOS.map((a) => COARSE_RATIOS.map((b) => likelihoodAt(design, a, b)));
  const height = (i: number, j: number): number => grid[i]?.[j]?.criterion ?? Infinity;
  const low = grid.flatMap((row, i) =>
    row.filter((point, j) => [height(i - 1, j), height(i + 1, j), height(i, j - 1), height(i, j + 1)].every((h) => point.criterion <= h)),
  );
  return [moments, ...low];
}

/** The lowest point of the criterion over ratios ≥ 0. */
function minimise(design: CrossedDesign): LikelihoodPoint {
  const ends = startingPoints(design).map((start) => walkDown(design, start));
  const lowest = ends.reduce((best, end) => (end.criterion < best.criterion ? end : best));
  if (Math.max(...lowest.ratios) > LARGEST_RATIO) throw unfit('the scores leave no residual variation to measure');
  return lowest;
}

/** Walks downhill from a point until the steps are too small to matter. */
function walkDown(design: CrossedDesign, start: LikelihoodPoint): LikelihoodPoint {
  let point = start;
  for (let i = 0; i < MOST_STEPS; i++) {
    if (Math.max(...point.ratios) > LARGEST_RATIO) return point;
    const step = newtonStep(point);
    const [a, b] = [bounded(point.ratios[0], step[0]), bounded(point.ratios[1], step[1])];
    const moved = Math.max(Math.abs(a - point.ratios[0]) / (a + 1e-3), Math.abs(b - point.ratios[1]) / (b + 1e-3));
    if (moved < SETTLED) return point;
    const next = descend(design, point, step);
    if (next === null) return point;
    point = next;
  }
  throw unfit('the search for the variances did not settle');
}

/**
 * Fits the model to ratings.
 * In: at least two subjects and two raters, each side with fewer levels than there are ratings, one score per pair.
 * Out: intercept and its standard error, variances (score units squared), REML criterion (−2 log restricted likelihood), and
 * for each subject and rater the BLUP with its conditional standard deviation (as lme4's condVar).
 * Refuses (`validation_failed`) ratings that cannot identify the model, saying why.
 */
export function fitCrossedEffects(ratings: readonly ScoredRating[]): CrossedFit {
  const table = ratingsTable(ratings);
  const reason = reasonNotIdentified(table);
  if (reason !== null) throw unfit(reason);
  const design = crossedDesign(table);
  const point = minimise(design);
  const effects = predictEffects(design, point, point.squares / (design.scores.length - 1));
  const zeroVariances = (['subject', 'rater'] as const).filter((side) => effects.variance[side] === 0);
  return { ...effects, remlCriterion: point.criterion, zeroVariances };
}
