import { Refusal } from '../refusal.js';
import { crossedDesign, type CrossedDesign } from './crossed-design.js';
import { predictEffects, type CrossedEffects } from './crossed-effects.js';
import { likelihoodAt, type LikelihoodPoint } from './crossed-likelihood.js';
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

type Ratios = readonly [number, number];

/** Past this ratio the residual variance is lost in rounding. */
const LARGEST_RATIO = 1e7;
const MOST_STEPS = 200;
/** Relative size of a step too small to take: well under the sixth digit of any estimate. */
const SETTLED = 1e-7;

function reasonNotIdentified(table: RatingsTable): string | null {
  const n = table.scores.length;
  const sides = [
    ['subject', table.subjects.ids.length],
    ['rater', table.raters.ids.length],
  ] as const;
  for (const [name, levels] of sides) if (levels < 2) return `there must be at least two ${name}s`;
  for (const [name, levels] of sides)
    if (levels >= n) return `each ${name} appears only once, so ${name} and error cannot be told apart`;
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
  const squaresOver = (sums: Float64Array, load: Float64Array): number =>
    sums.reduce((sum, x, i) => sum + (x * x) / load[i]!, 0);
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

/** Newton's step with the average information; a ratio held at zero does not move. */
function newtonStep(point: LikelihoodPoint): Ratios {
  const [ga, gb] = point.gradient;
  const [aa, ab, bb] = point.information;
  const heldA = point.ratios[0] === 0 && ga >= 0;
  const heldB = point.ratios[1] === 0 && gb >= 0;
  const alone = (g: number, curvature: number): number => (curvature > 0 ? -g / curvature : -g);
  if (heldA && heldB) return [0, 0];
  if (heldA) return [0, alone(gb, bb)];
  if (heldB) return [alone(ga, aa), 0];
  const det = aa * bb - ab * ab;
  if (!(det > 1e-10 * aa * bb)) return [alone(ga, aa), alone(gb, bb)];
  return [(ab * gb - bb * ga) / det, (ab * ga - aa * gb) / det];
}

/** The next point downhill along a step, halved until the criterion does not rise; null when no step helps. */
function descend(design: CrossedDesign, from: LikelihoodPoint, step: Ratios): LikelihoodPoint | null {
  const slack = 1e-12 * Math.abs(from.criterion);
  for (let scale = 1; scale > 1e-9; scale /= 2) {
    const a = Math.max(0, from.ratios[0] + scale * step[0]);
    const b = Math.max(0, from.ratios[1] + scale * step[1]);
    if (Math.max(a, b) > LARGEST_RATIO) throw unfit('the scores leave no residual variation to measure');
    const point = likelihoodAt(design, a, b);
    if (point.criterion <= from.criterion + slack) return point;
  }
  return null;
}

/** Walks from the moment estimates to the minimum of the criterion over ratios ≥ 0. */
function minimise(design: CrossedDesign): LikelihoodPoint {
  let point = likelihoodAt(design, ...startingRatios(design));
  for (let i = 0; i < MOST_STEPS; i++) {
    const step = newtonStep(point);
    const a = Math.max(0, point.ratios[0] + step[0]);
    const b = Math.max(0, point.ratios[1] + step[1]);
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
