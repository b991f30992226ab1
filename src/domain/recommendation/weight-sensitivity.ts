/**
 * How far one weight behind the deciding value must change, all else as it is, until the outcome is another: the nearest
 * such weight below and above, in [0, 10 × the weight], or [0, 1] where the weight is 0.
 *
 * A weighted mean moves one way as one weight grows, so the outcome can change only where the mean crosses a bound. The
 * crossing is solved exactly; the weight given back is the nearest one a packet can hold at which the outcome really is
 * another, tried with the exact arithmetic. A weakest link has no weights. A matrix's axes are varied apart.
 *
 * Source: interface design, fine print "weights".
 */
import { exactDecimal } from './decimal.js';
import type { Evaluation } from './evaluation.js';
import type { Fraction } from './fraction.js';
import { compareFractions, nearestDouble } from './fraction.js';
import { formValue, midpoint } from './means.js';
import { cappedRank, isHigh, outcomeOfRank, quadrantName, rankOf } from './outcome.js';
import type { LinearForm, Panel } from './panel.js';
import type { Outcome, WeightFlip } from './recommendation.js';

/** One weight set free: everything else in its weighted mean, summed. */
interface Lever {
  readonly weight: number;
  readonly limit: Fraction;
  /** Σ weight × mean and Σ weight of the other inputs, in the form's whole numbers. */
  readonly sum: bigint;
  readonly total: bigint;
  /** The input's own scaled mean. */
  readonly mean: bigint;
  readonly scale: bigint;
  readonly unit: bigint;
  /** The mean's values at which the outcome may change. */
  readonly bounds: readonly Fraction[];
  readonly outcome: (value: Fraction | null) => Outcome;
}

/** Out: for each rated input of the deciding value in order, the flip below and the flip above, where there is one. */
export function weightSensitivity(panel: Panel, evaluation: Evaluation): WeightFlip[] {
  if (evaluation.outcome === 'insufficient_evidence') return [];
  const { deciding } = panel;
  if (deciding.kind === 'weakest') return [];
  if (deciding.kind === 'linear') {
    const bounds = panel.thresholds.map((numerator) => ({ numerator, denominator: panel.thresholdScale }));
    const outcome = (value: Fraction | null) => outcomeAt(panel, value, evaluation.capped);
    return formFlips(panel, evaluation, deciding.form, bounds, outcome);
  }
  return [...axisFlips(panel, evaluation, 'x'), ...axisFlips(panel, evaluation, 'y')];
}

function outcomeAt(panel: Panel, value: Fraction | null, capped: boolean): Outcome {
  return value === null ? 'insufficient_evidence' : outcomeOfRank(cappedRank(rankOf(panel, value), capped));
}

/** One axis moves and the other stands still; the deciding matrix's own quadrant gates move with it. */
function axisFlips(panel: Panel, evaluation: Evaluation, axis: 'x' | 'y'): WeightFlip[] {
  const { deciding } = panel;
  if (deciding.kind !== 'matrix') return [];
  const { signal } = deciding;
  const still = formValue(axis === 'x' ? deciding.y : deciding.x, evaluation.means);
  if (still === null) return [];
  const stillHigh = isHigh(still, axis === 'x' ? signal.y : signal.x);
  const isCapped = cappedByAxis(panel, evaluation, axis, stillHigh);
  const outcome = (value: Fraction | null) => outcomeAt(panel, midpoint(value, still), value !== null && isCapped(isHigh(value, signal[axis])));
  const bounds = panel.thresholds.map((threshold) => ({
    numerator: 2n * threshold * still.denominator - panel.thresholdScale * still.numerator,
    denominator: panel.thresholdScale * still.denominator,
  }));
  return formFlips(panel, evaluation, deciding[axis], [...bounds, exactDecimal(signal[axis].threshold)], outcome);
}

/** Whether a gate caps the outcome, as the moving axis is high or low. */
function cappedByAxis(panel: Panel, evaluation: Evaluation, axis: 'x' | 'y', stillHigh: boolean) {
  const { deciding, gates } = panel;
  return (movingHigh: boolean): boolean =>
    gates.some((gate, at) => {
      if (gate.effect !== 'cap_no_hire') return false;
      if (gate.kind !== 'quadrant' || deciding.kind !== 'matrix' || gate.signal !== deciding.signal.key) {
        return evaluation.triggered[at] === true;
      }
      const [x, y] = axis === 'x' ? [movingHigh, stillHigh] : [stillHigh, movingHigh];
      return !gate.allowed.includes(quadrantName(deciding.signal.quadrants, x, y));
    });
}

function formFlips(
  panel: Panel,
  { means, outcome: current }: Evaluation,
  form: LinearForm,
  bounds: readonly Fraction[],
  outcome: Lever['outcome'],
): WeightFlip[] {
  const rated = form.inputs.flatMap((input) => {
    const mean = means.scaled[input.criterion] ?? null;
    return mean === null ? [] : [{ ...input, mean }];
  });
  const sum = rated.reduce((so, { weight, mean }) => so + weight * mean, 0n);
  const total = rated.reduce((so, { weight }) => so + weight, 0n);
  return rated.flatMap(({ criterion, weight, decimal, mean }) => {
    const lever: Lever = {
      weight: decimal,
      limit: weight === 0n ? { numerator: 1n, denominator: 1n } : { numerator: 10n * weight, denominator: form.scale },
      sum: sum - weight * mean,
      total: total - weight,
      mean,
      scale: form.scale,
      unit: means.unit,
      bounds,
      outcome,
    };
    const key = panel.criteria[criterion]?.key ?? '';
    return [nearestFlip(lever, current, -1), nearestFlip(lever, current, 1)].flatMap((flip) =>
      flip === null ? [] : [{ criterion: key, from: decimal, ...flip }],
    );
  });
}

function nearestFlip(lever: Lever, current: Outcome, way: -1 | 1): Pick<WeightFlip, 'to' | 'outcome'> | null {
  for (const crossing of crossings(lever, way)) {
    for (const to of weightsFrom(crossing, way)) {
      if (to < 0 || compareFractions(exactDecimal(to), lever.limit) > 0) break;
      const outcome = lever.outcome(valueAt(lever, exactDecimal(to)));
      if (outcome !== current) return { to, outcome };
    }
  }
  return null;
}

/** The weights at which the mean stands on a bound, on one side of the present weight, nearest first. */
function crossings(lever: Lever, way: -1 | 1): Fraction[] {
  const here = exactDecimal(lever.weight);
  const found: Fraction[] = [];
  for (const { numerator, denominator } of lever.bounds) {
    const needed = numerator * lever.unit * lever.total - denominator * lever.sum;
    const pull = (denominator * lever.mean - numerator * lever.unit) * lever.scale;
    if (pull === 0n) continue;
    const crossing = pull > 0n ? { numerator: needed, denominator: pull } : { numerator: -needed, denominator: -pull };
    if (crossing.numerator < 0n || compareFractions(crossing, lever.limit) > 0) continue;
    if (compareFractions(crossing, here) * way >= 0) found.push(crossing);
  }
  if (way < 0 && lever.total === 0n) found.push({ numerator: 0n, denominator: 1n });
  return found.sort((left, right) => compareFractions(left, right) * way);
}

/** The weight a packet can hold that is nearest to the crossing, and the next one on: one of them is the first past it. */
function weightsFrom(crossing: Fraction, way: -1 | 1): [number, number] {
  const nearest = nearestDouble(crossing);
  return [nearest, neighbour(nearest, way)];
}

/** The mean with the lever's weight set; null where nothing rated weighs anything. */
function valueAt(lever: Lever, weight: Fraction): Fraction | null {
  const own = weight.numerator * lever.scale;
  const total = lever.total * weight.denominator + own;
  if (total === 0n) return null;
  return { numerator: lever.sum * weight.denominator + own * lever.mean, denominator: total * lever.unit };
}

/** The next double up or down; 0 has none below, because a weight is never negative. */
function neighbour(value: number, way: -1 | 1): number {
  if (value === 0 && way < 0) return -1;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(way));
  return view.getFloat64(0);
}
