/**
 * The fewest steps that meet a goal when nothing limits which ratings move.
 *
 * Requirements that read one criterion force steps on it, taken where a step gains most. Whatever a requirement over
 * several criteria still lacks is then gained by the largest gains left. With at most one requirement over several
 * criteria the count is exact: every step costs the same, so exchanging a smaller gain for a larger one never costs more.
 * With more it is a lower bound, which is all the search needs.
 *
 * Source: greedy exchange argument for unit-cost covering; held against brute force.
 */
import type { Goal, StepClass } from './flip-goals.js';

interface Ladder {
  readonly requirement: number;
  /** Classes that gain anything, the largest gain first. */
  readonly rungs: readonly { readonly kind: number; readonly gain: bigint }[];
}

export interface GoalPlan {
  readonly goal: Goal;
  /** Requirements over one criterion. */
  readonly narrow: readonly Ladder[];
  /** Requirements over several criteria. */
  readonly wide: readonly Ladder[];
  readonly amounts: readonly bigint[];
}

export function planGoal(goal: Goal, classes: readonly StepClass[]): GoalPlan {
  const ladders = goal.map(({ gains }, requirement) => {
    const rungs = gains.flatMap((gain, kind) => (gain > 0n ? [{ kind, gain }] : []));
    rungs.sort((left, right) => (left.gain === right.gain ? left.kind - right.kind : left.gain > right.gain ? -1 : 1));
    return { requirement, rungs };
  });
  const isNarrow = ({ rungs }: Ladder) => new Set(rungs.map(({ kind }) => classes[kind]?.criterion)).size <= 1;
  return {
    goal,
    narrow: ladders.filter(isNarrow),
    wide: ladders.filter((ladder) => !isNarrow(ladder)),
    amounts: goal.map((one) => one.amount),
  };
}

/**
 * In: the amounts still lacking per requirement, and how many steps each class has room for.
 * Out: the fewest steps (a lower bound where several wide requirements meet), or Infinity where the room is too small.
 */
export function leastSteps(plan: GoalPlan, amounts: readonly bigint[], room: readonly number[]): number {
  const forced: number[] = [];
  let forcedSteps = 0;
  for (const { requirement, rungs } of plan.narrow) {
    let lacking = amounts[requirement] ?? 0n;
    for (const { kind, gain } of rungs) {
      if (lacking <= 0n) break;
      const steps = stepsFor(lacking, gain, room[kind] ?? 0);
      lacking -= gain * BigInt(steps);
      const before = forced[kind] ?? 0;
      if (steps > before) {
        forced[kind] = steps;
        forcedSteps += steps - before;
      }
    }
    if (lacking > 0n) return Infinity;
  }
  let most = 0;
  for (const ladder of plan.wide) most = Math.max(most, freeSteps(ladder, amounts, room, forced));
  return forcedSteps + most;
}

function freeSteps(
  { requirement, rungs }: Ladder,
  amounts: readonly bigint[],
  room: readonly number[],
  forced: readonly number[],
): number {
  let lacking = amounts[requirement] ?? 0n;
  if (forced.length > 0) {
    for (const { kind, gain } of rungs) {
      const taken = forced[kind] ?? 0;
      if (taken > 0) lacking -= gain * BigInt(taken);
    }
  }
  let count = 0;
  for (const { kind, gain } of rungs) {
    if (lacking <= 0n) break;
    const steps = stepsFor(lacking, gain, (room[kind] ?? 0) - (forced[kind] ?? 0));
    if (steps === 0) continue;
    lacking -= gain * BigInt(steps);
    count += steps;
  }
  return lacking > 0n ? Infinity : count;
}

/** How many steps of one class to take: as many as are needed, at most as many as there is room for. */
function stepsFor(lacking: bigint, gain: bigint, room: number): number {
  if (room <= 0) return 0;
  if (gain >= lacking) return 1;
  const needed = (lacking + gain - 1n) / gain;
  return needed >= BigInt(room) ? room : Number(needed);
}
