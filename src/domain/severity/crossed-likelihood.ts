import type { CrossedDesign } from './crossed-design.js';
import { selectedInverse } from './selected-inverse.js';
import { factorise, logDeterminant, solveFactored } from './sparse-cholesky.js';

/**
 * The REML criterion of  score = μ + subject + rater + error  at given variance ratios, with its gradient.
 *
 * With a, b the ratios of the eliminated and the kept variance to the residual one, H = I + a Zₐ Zₐᵀ + b Z_b Z_bᵀ is the
 * covariance of the scores over the residual variance. Profiling out μ and the residual variance leaves
 *   criterion(a, b) = log|H| + log(1ᵀH⁻¹1) + (n−1) (1 + log(2π yᵀPy/(n−1))),   P = H⁻¹ − H⁻¹1 (1ᵀH⁻¹1)⁻¹ 1ᵀH⁻¹.
 * Zₐ is eliminated by hand (its block is diagonal), which leaves S = I + b W, W = Z_bᵀ(I + a ZₐZₐᵀ)⁻¹Z_b, to factorise. Ratios
 * of exactly zero need no special case.
 *
 * Source: Bates et al. (2015), J. Stat. Software 67(1), section 3.4; Gilmour, Thompson & Cullis (1995), Biometrics 51:1440–1450
 * (average information).
 */
export interface LikelihoodPoint {
  readonly ratios: readonly [eliminated: number, kept: number];
  readonly criterion: number;
  /** yᵀPy. */
  readonly squares: number;
  readonly intercept: number;
  /** 1ᵀH⁻¹1; the intercept's variance is the residual variance over this. */
  readonly interceptWeight: number;
  /** Slope of the criterion in each ratio. */
  readonly gradient: readonly [number, number];
  /** Average information, profiled: stands in for the criterion's second derivatives ([aa, ab, bb]). */
  readonly information: readonly [number, number, number];
  /** Py by level: the BLUPs are the ratio times these. */
  readonly pull: LevelPair;
  /** H⁻¹1 by level: how far the intercept's own error reaches a level. */
  readonly leverage: LevelPair;
  /** Diagonal of S⁻¹ by column, and for each eliminated level the sum of S⁻¹ over its columns. */
  readonly keptInverse: Float64Array;
  readonly eliminatedInverse: Float64Array;
}

/** A number per eliminated level and one per column. */
interface LevelPair {
  readonly eliminated: Float64Array;
  readonly kept: Float64Array;
}

interface Solver {
  readonly times: (v: Float64Array) => Float64Array;
  readonly logDet: number;
  readonly factor: Float64Array;
  readonly weights: Float64Array;
}

function levelSums(design: CrossedDesign, v: Float64Array): LevelPair {
  const eliminated = new Float64Array(design.load.length);
  const kept = new Float64Array(design.pattern.size);
  const of = design.eliminated.of;
  for (let i = 0; i < v.length; i++) {
    eliminated[of[i]!] = eliminated[of[i]!]! + v[i]!;
    kept[design.column[i]!] = kept[design.column[i]!]! + v[i]!;
  }
  return { eliminated, kept };
}

/** W on the pattern: Z_bᵀ(I + a ZₐZₐᵀ)⁻¹Z_b. */
function schurWeights(design: CrossedDesign, a: number): Float64Array {
  const { pattern, load, pair, pairStart } = design;
  const w = new Float64Array(pattern.row.length);
  for (let i = 0; i < load.length; i++) {
    const share = a / (1 + a * load[i]!);
    for (let p = pairStart[i]!; p < pairStart[i + 1]!; p++) w[pair[p]!] = w[pair[p]!]! - share;
  }
  for (let c = 0; c < pattern.size; c++) w[pattern.start[c]!] = w[pattern.start[c]!]! + design.columnLoad[c]!;
  return w;
}

/** The covariance H at (a, b), factorised, as a function that applies H⁻¹. */
function solver(design: CrossedDesign, a: number, b: number): Solver {
  const { pattern, load, column } = design;
  const of = design.eliminated.of;
  const weights = schurWeights(design, a);
  const system = weights.map((w) => b * w);
  for (let c = 0; c < pattern.size; c++) system[pattern.start[c]!] = system[pattern.start[c]!]! + 1;
  const factor = factorise(pattern, system);
  const within = (v: Float64Array): Float64Array => {
    const sums = levelSums(design, v).eliminated;
    return v.map((x, i) => x - (a * sums[of[i]!]!) / (1 + a * load[of[i]!]!));
  };
  const times = (v: Float64Array): Float64Array => {
    const swept = within(v);
    const u = solveFactored(pattern, factor, levelSums(design, swept).kept);
    return within(v.map((x, i) => x - b * u[column[i]!]!));
  };
  const logDet = load.reduce((sum, n) => sum + Math.log1p(a * n), logDeterminant(pattern, factor));
  return { times, logDet, factor, weights };
}

function dot(u: Float64Array, v: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += u[i]! * v[i]!;
  return sum;
}

/** tr(ZᵀH⁻¹Z) for both sides, and the parts of S⁻¹ the standard errors need. */
function traces(design: CrossedDesign, h: Solver, a: number, b: number) {
  const { pattern, load, pair, pairStart } = design;
  const inverse = selectedInverse(pattern, h.factor);
  const keptInverse = new Float64Array(pattern.size);
  let kept = 2 * dot(h.weights, inverse);
  for (let c = 0; c < pattern.size; c++) {
    keptInverse[c] = inverse[pattern.start[c]!]!;
    kept -= h.weights[pattern.start[c]!]! * keptInverse[c]!;
  }
  const eliminatedInverse = new Float64Array(load.length);
  let eliminated = 0;
  for (let i = 0; i < load.length; i++) {
    const own = 1 + a * load[i]!;
    let sum = 0;
    let at = pairStart[i]!;
    for (let length = load[i]!; length > 0; length--) {
      sum -= inverse[pair[at]!]!;
      for (const end = at + length; at < end; at++) sum += 2 * inverse[pair[at]!]!;
    }
    eliminatedInverse[i] = sum;
    eliminated += load[i]! / own - (b * sum) / (own * own);
  }
  return { eliminated, kept, keptInverse, eliminatedInverse };
}

/** Spreads numbers per level back over the ratings. */
function spread(design: CrossedDesign, sums: LevelPair): { eliminated: Float64Array; kept: Float64Array } {
  const eliminated = new Float64Array(design.scores.length);
  const kept = new Float64Array(design.scores.length);
  for (let i = 0; i < eliminated.length; i++) {
    eliminated[i] = sums.eliminated[design.eliminated.of[i]!]!;
    kept[i] = sums.kept[design.column[i]!]!;
  }
  return { eliminated, kept };
}

/**
 * Evaluates the criterion.
 * In: a design and the two variance ratios, each ≥ 0. Out: criterion, slopes and everything estimates are read from.
 * Exact up to rounding; no iteration. Throws `RangeError` on ratios so large that rounding breaks the factor.
 */
export function likelihoodAt(design: CrossedDesign, a: number, b: number): LikelihoodPoint {
  const n = design.scores.length;
  const h = solver(design, a, b);
  const one = h.times(new Float64Array(n).fill(1));
  const weight = one.reduce((sum, x) => sum + x, 0);
  const project = (v: Float64Array): Float64Array => {
    const solved = h.times(v);
    const mean = dot(one, v) / weight;
    return solved.map((x, i) => x - mean * one[i]!);
  };
  const shift = design.scores[0] ?? 0;
  const centred = design.scores.map((y) => y - shift);
  const residual = project(centred);
  const squares = dot(centred, residual);
  const variance = squares / (n - 1);
  const pull = levelSums(design, residual);
  const leverage = levelSums(design, one);
  const reach = spread(design, pull);
  const qa = dot(pull.eliminated, pull.eliminated);
  const qb = dot(pull.kept, pull.kept);
  const pa = project(reach.eliminated);
  const trace = traces(design, h, a, b);
  const ta = trace.eliminated - dot(leverage.eliminated, leverage.eliminated) / weight;
  const tb = trace.kept - dot(leverage.kept, leverage.kept) / weight;
  const profiled = (cross: number, q1: number, q2: number): number => (cross - (q1 * q2) / squares) / variance;
  return {
    ratios: [a, b],
    criterion: h.logDet + Math.log(weight) + (n - 1) * (1 + Math.log(2 * Math.PI * variance)),
    squares,
    intercept: shift + dot(one, centred) / weight,
    interceptWeight: weight,
    gradient: [ta - qa / variance, tb - qb / variance],
    information: [
      profiled(dot(reach.eliminated, pa), qa, qa),
      profiled(dot(reach.kept, pa), qa, qb),
      profiled(dot(reach.kept, project(reach.kept)), qb, qb),
    ],
    pull,
    leverage,
    keptInverse: trace.keptInverse,
    eliminatedInverse: trace.eliminatedInverse,
  };
}
