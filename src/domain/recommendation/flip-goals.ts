/**
 * What it takes to change an outcome, as whole-number requirements on the ratings.
 *
 * A better rating never hurts, so the cheapest way to a higher outcome only raises ratings and the cheapest way to a
 * lower one only lowers them. Every condition behind an outcome (a deciding value at a threshold, a gate's mean, a matrix
 * axis) is a weighted mean on one side of a bound. One step on a rating moves such a mean by a fixed whole number of
 * units, the same for all ratings of one criterion in one round. A goal is a list of requirements that must all be met;
 * several goals are alternatives.
 *
 * Source: interface design, fine print "minimumFlips"; the reduction is the project's own and is held against brute force.
 */
import type { Gate, MinimumLevelGate, QuadrantGate } from '../rubric/rubric.js';
import { exactDecimal } from './decimal.js';
import type { Evaluation } from './evaluation.js';
import type { Fraction } from './fraction.js';
import { levelStep } from './means.js';
import { HIRE, isTriggered, matrixOf, quadrantName } from './outcome.js';
import type { LinearForm, Panel, Reading } from './panel.js';

/** The steps that move means alike: on ratings of one criterion, pooled in one round. */
export interface StepClass {
  readonly criterion: number;
  readonly round: number;
  /** Units of the criterion's scaled mean per step. */
  readonly step: bigint;
  /** Positions of the classes of the same criterion whose steps move it less. */
  readonly lesser: readonly number[];
}

/** Steps must gain `amount` in all; a step of class q gains `gains[q]`. */
export interface Requirement {
  readonly gains: readonly bigint[];
  readonly amount: bigint;
}

export type Goal = readonly Requirement[];

/** A panel as read, and which way its ratings are to move. */
export interface Slope {
  readonly panel: Panel;
  readonly evaluation: Evaluation;
  readonly classes: readonly StepClass[];
  readonly up: boolean;
}

/** The classes of steps there are in a panel as read. */
export function stepClasses({ means }: Evaluation): StepClass[] {
  const classes: StepClass[] = [];
  means.groups.forEach((groups, criterion) => {
    const first = classes.length;
    const steps = groups.map((group) => levelStep(group, groups, means.common));
    groups.forEach(({ round }, at) => {
      const step = steps[at] ?? 0n;
      const lesser = steps.flatMap((other, place) => (other < step ? [first + place] : []));
      classes.push({ criterion, round, step, lesser });
    });
  });
  return classes;
}

/** Goals of an upward slope that make the outcome's rank at least `rank` (1 … 3); none where no rating can. */
export function goalsAtLeast(slope: Slope, rank: number): Goal[] {
  const reached = decidingRequirements(slope, rank - 1);
  let goals: Goal[] = [reached.filter((one) => one.amount > 0n)];
  if (rank < HIRE) return goals;
  for (const gate of cappingGates(slope.panel)) goals = eachWithEach(goals, waysToClear(slope, gate));
  return goals;
}

/** Goals of a downward slope that make the outcome's rank at most `rank` (0 … 2). */
export function goalsAtMost(slope: Slope, rank: number): Goal[] {
  const goals: Goal[] = decidingRequirements(slope, rank).map((one) => [one]);
  if (rank + 1 < HIRE) return goals;
  return [...goals, ...cappingGates(slope.panel).flatMap((gate) => waysToTrigger(slope, gate))];
}

function cappingGates(panel: Panel): readonly Gate[] {
  return panel.gates.filter((gate) => gate.effect === 'cap_no_hire');
}

/** Upward every one of these must be met to reach the threshold; downward any one is enough to miss it. */
function decidingRequirements(slope: Slope, threshold: number): Requirement[] {
  const { panel, evaluation } = slope;
  const bound = { numerator: panel.thresholds[threshold] ?? 0n, denominator: panel.thresholdScale };
  const reading = panel.deciding;
  if (reading.kind === 'weakest') {
    const rated = reading.criteria.filter((criterion) => (evaluation.means.scaled[criterion] ?? null) !== null);
    return [...new Set(rated)].map((criterion) => requirement(slope, onlyWeight(slope, criterion), bound));
  }
  return [requirement(slope, decidingWeights(slope, reading), bound)];
}

function decidingWeights(slope: Slope, reading: Exclude<Reading, { kind: 'weakest' }>): readonly bigint[] {
  if (reading.kind === 'linear') return ratedWeights(slope, reading.form);
  const x = ratedWeights(slope, reading.x);
  const y = ratedWeights(slope, reading.y);
  const [totalX, totalY] = [total(x), total(y)];
  return x.map((weight, at) => weight * totalY + (y[at] ?? 0n) * totalX);
}

function waysToClear(slope: Slope, gate: Gate): Goal[] {
  const { panel, evaluation } = slope;
  if (gate.kind === 'minimum_level') {
    const one = levelRequirement(slope, gate);
    if (one !== null) return [one.amount > 0n ? [one] : []];
  }
  const axes = gate.kind === 'quadrant' ? axisRequirements(slope, gate) : null;
  if (gate.kind === 'quadrant' && axes !== null) {
    const ways = axes.corners.filter((corner) => gate.allowed.includes(corner.name));
    return ways.map(({ xHigh, yHigh }) => [...(xHigh ? [axes.x] : []), ...(yHigh ? [axes.y] : [])].filter((one) => one.amount > 0n));
  }
  return isTriggered(panel, gate, evaluation.cards, evaluation.means) ? [] : [[]];
}

function waysToTrigger(slope: Slope, gate: Gate): Goal[] {
  if (gate.kind === 'minimum_level') {
    const one = levelRequirement(slope, gate);
    return one === null ? [] : [[one]];
  }
  const axes = gate.kind === 'quadrant' ? axisRequirements(slope, gate) : null;
  if (gate.kind !== 'quadrant' || axes === null) return [];
  const ways = axes.corners.filter((corner) => !gate.allowed.includes(corner.name));
  return ways.map(({ xHigh, yHigh }) => [...(xHigh ? [] : [axes.x]), ...(yHigh ? [] : [axes.y])].filter((one) => one.amount > 0n));
}

/** Null where the gate's criterion is unrated, which no rating changes. */
function levelRequirement(slope: Slope, gate: MinimumLevelGate): Requirement | null {
  const criterion = slope.panel.positions.get(gate.criterion) ?? -1;
  if ((slope.evaluation.means.scaled[criterion] ?? null) === null) return null;
  const bound = { numerator: BigInt(gate.level - 1), denominator: BigInt(slope.panel.levels - 1) };
  return requirement(slope, onlyWeight(slope, criterion), bound);
}

/** Null where the matrix has no quadrant. */
function axisRequirements(slope: Slope, gate: QuadrantGate) {
  const reading = matrixOf(slope.panel, gate)?.reading;
  if (reading?.kind !== 'matrix') return null;
  const x = ratedWeights(slope, reading.x);
  const y = ratedWeights(slope, reading.y);
  if (total(x) === 0n || total(y) === 0n) return null;
  const corners = [true, false].flatMap((xHigh) =>
    [true, false].map((yHigh) => ({ xHigh, yHigh, name: quadrantName(reading.signal.quadrants, xHigh, yHigh) })),
  );
  return {
    x: requirement(slope, x, exactDecimal(reading.signal.x.threshold)),
    y: requirement(slope, y, exactDecimal(reading.signal.y.threshold)),
    corners,
  };
}

/** Bring the weighted mean to the bound (upward) or below it (downward). */
function requirement(slope: Slope, weights: readonly bigint[], bound: Fraction): Requirement {
  const { means } = slope.evaluation;
  let value = 0n;
  weights.forEach((weight, at) => (value += weight * (means.scaled[at] ?? 0n)));
  const short = bound.numerator * total(weights) * means.unit - bound.denominator * value;
  return {
    gains: slope.classes.map(({ criterion, step }) => bound.denominator * (weights[criterion] ?? 0n) * step),
    amount: slope.up ? short : 1n - short,
  };
}

function ratedWeights(slope: Slope, form: LinearForm): bigint[] {
  const weights = slope.panel.criteria.map(() => 0n);
  for (const { criterion, weight } of form.inputs) {
    if ((slope.evaluation.means.scaled[criterion] ?? null) !== null) weights[criterion] = (weights[criterion] ?? 0n) + weight;
  }
  return weights;
}

function onlyWeight(slope: Slope, only: number): bigint[] {
  return slope.panel.criteria.map((_criterion, at) => (at === only ? 1n : 0n));
}

function total(weights: readonly bigint[]): bigint {
  return weights.reduce((sum, weight) => sum + weight, 0n);
}

function eachWithEach(left: readonly Goal[], right: readonly Goal[]): Goal[] {
  return left.flatMap((one) => right.map((other) => [...one, ...other]));
}
