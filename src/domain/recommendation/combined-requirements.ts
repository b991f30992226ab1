/**
 * Requirements that follow from others and bound them better together. Where two requirements must both be met, so must
 * any sum of them with weights of 0 or more; the right weights show that meeting both takes more steps than either alone.
 *
 * The weights are chosen by estimate. Whatever they are, the combined requirement is true, so nothing exact hangs on it.
 *
 * Source: surrogate constraints (Glover 1968).
 */
import { greatestCommonDivisor } from './fraction.js';
import type { Goal, Requirement, StepClass } from './flip-goals.js';

/** Combining weights are whole numbers up to this. */
const FINENESS = 4096;

/** A requirement and the criteria on which a step gains anything for it. */
export interface ReadRequirement extends Requirement {
  readonly criteria: ReadonlySet<number>;
}

/** In: a goal. Out: its requirements in lowest terms and in order, then the combined ones. */
export function withCombined(goal: Goal, classes: readonly StepClass[], room: readonly number[]): readonly ReadRequirement[] {
  const own = goal.map((one) => read(inLowestTerms(one), classes));
  const wide = own.filter(({ criteria }) => criteria.size > 1);
  const combined = wide.flatMap((left, at) =>
    wide.slice(at + 1).flatMap((right) => {
      const isShared = [...left.criteria].some((criterion) => right.criteria.has(criterion));
      return isShared ? [read(combine(left, right, bestRatio(left, right, classes, room)), classes)] : [];
    }),
  );
  return [...own, ...combined];
}

function read(one: Requirement, classes: readonly StepClass[]): ReadRequirement {
  const criteria = new Set<number>();
  classes.forEach(({ criterion }, kind) => {
    if ((one.gains[kind] ?? 0n) > 0n) criteria.add(criterion);
  });
  return { ...one, criteria };
}

/** Gains divided by what they share; the amount rounds up, because gains come in whole multiples. */
function inLowestTerms({ gains, amount }: Requirement): Requirement {
  let divisor = 0n;
  for (const gain of gains) divisor = greatestCommonDivisor(divisor, gain);
  if (divisor <= 1n) return { gains, amount };
  const whole = amount / divisor;
  return {
    gains: gains.map((gain) => gain / divisor),
    amount: amount > 0n && whole * divisor !== amount ? whole + 1n : whole,
  };
}

function combine(left: Requirement, right: Requirement, ratio: number): Requirement {
  const ofLeft = BigInt(ratio <= 1 ? FINENESS : Math.round(FINENESS / ratio));
  const ofRight = BigInt(ratio <= 1 ? Math.round(FINENESS * ratio) : FINENESS);
  return {
    gains: left.gains.map((gain, kind) => gain * ofLeft + (right.gains[kind] ?? 0n) * ofRight),
    amount: left.amount * ofLeft + right.amount * ofRight,
  };
}

/** How many times as much the right requirement is to weigh: the ratio, among those that tie two criteria, that asks most. */
function bestRatio(left: Requirement, right: Requirement, classes: readonly StepClass[], room: readonly number[]): number {
  const [a, b] = [left.gains.map(Number), right.gains.map(Number)];
  const [needA, needB] = [Number(left.amount), Number(right.amount)];
  let best = { ratio: needA / needB, steps: 0 };
  for (const ratio of [best.ratio, ...tyingRatios(a, b, onePerCriterion(classes))]) {
    const gains = a.map((gain, kind) => gain + ratio * (b[kind] ?? 0));
    const steps = estimatedSteps(gains, needA + ratio * needB, room);
    if (steps > best.steps) best = { ratio, steps };
  }
  return best.ratio;
}

/** Classes of one criterion gain in one proportion, so one of them stands for all; more than a few tell nothing new. */
function onePerCriterion(classes: readonly StepClass[]): number[] {
  const first = new Map<number, number>();
  classes.forEach(({ criterion }, kind) => first.has(criterion) || first.set(criterion, kind));
  return [...first.values()].slice(0, 12);
}

function tyingRatios(a: readonly number[], b: readonly number[], kinds: readonly number[]): ReadonlySet<number> {
  const ratios = new Set<number>();
  for (const one of kinds) {
    for (const other of kinds) {
      const ratio = ((a[one] ?? 0) - (a[other] ?? 0)) / ((b[other] ?? 0) - (b[one] ?? 0));
      if (ratio > 0 && Number.isFinite(ratio)) ratios.add(ratio);
    }
  }
  return ratios;
}

function estimatedSteps(gains: readonly number[], need: number, room: readonly number[]): number {
  const kinds = gains.map((gain, kind) => ({ gain, room: room[kind] ?? 0 }));
  kinds.sort((left, right) => right.gain - left.gain);
  let [left, steps] = [need, 0];
  for (const kind of kinds) {
    if (left <= 0) break;
    const take = Math.min(kind.room, left / kind.gain);
    left -= take * kind.gain;
    steps += take;
  }
  return left > 0 ? 0 : steps;
}
