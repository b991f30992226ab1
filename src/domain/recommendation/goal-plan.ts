/**
 * Whether a goal can be met with so many steps, and the fewest steps it takes, when nothing but the room of each class
 * of steps limits which ratings move.
 *
 * Requirements that read one criterion force steps on it, taken where a step gains most. Whatever a requirement over
 * several criteria still lacks is then gained by the largest gains left. Where no two requirements over several criteria
 * share a criterion that count is exact: every step costs the same, so exchanging a smaller gain for a larger one never
 * costs more. Where they share one it is a lower bound, and a search over the classes settles what the bound leaves open.
 *
 * Source: greedy exchange argument for unit-cost covering, and branch and bound (Land & Doig 1960); held against brute
 * force.
 */
import type { Goal, StepClass } from './flip-goals.js';
import type { ReadRequirement } from './combined-requirements.js';
import { withCombined } from './combined-requirements.js';
import type { Whole } from './whole.js';
import { BIG, SMALL, SMALL_LIMIT } from './whole.js';

/** Room for steps, per class. */
export type PerClass = readonly number[];

/** A goal and how far the steps taken so far have brought it. */
export interface GoalPlan {
  /** Whether a step of the class brings the goal nearer. */
  helps(kind: number): boolean;
  /** Take steps of a class, or take them back where negative. */
  move(kind: number, steps: number): void;
  isMet(): boolean;
  /** The fewest further steps, exact or a lower bound; Infinity where the room is too small. */
  leastSteps(room: PerClass): number;
  /** Whether `steps` further steps or fewer can meet the goal; exact. */
  canMeet(room: PerClass, steps: number): boolean;
  /** What is still lacking, as text: equal texts have equal ways on. */
  lacking(): string;
}

/** In: a goal, the classes of steps and the room of each in the whole panel. */
export function planGoal(goal: Goal, classes: readonly StepClass[], room: PerClass): GoalPlan {
  const requirements = withCombined(goal, classes, room);
  const largest = requirements.reduce((most, one) => {
    const reach = one.gains.reduce((sum, gain, kind) => sum + gain * BigInt(room[kind] ?? 0), 0n);
    return [most, reach, one.amount, -one.amount].reduce((left, right) => (left > right ? left : right));
  }, 0n);
  return largest < SMALL_LIMIT ? new WholePlan(SMALL, goal.length, requirements, classes) : new WholePlan(BIG, goal.length, requirements, classes);
}

/** One requirement: what it still lacks, and the classes that gain anything for it, the largest gain first. */
interface Ladder<T> {
  lacking: T;
  readonly gains: readonly T[];
  readonly rungs: readonly { readonly kind: number; readonly gain: T }[];
  readonly criteria: ReadonlySet<number>;
}

class WholePlan<T> implements GoalPlan {
  private readonly ladders: readonly Ladder<T>[];
  private readonly narrow: readonly Ladder<T>[];
  /** Requirements over several criteria, those that share a criterion together. */
  private readonly wide: readonly (readonly Ladder<T>[])[];
  /** Classes that help, those that gain most of several requirements first. */
  private readonly order: readonly number[];
  private readonly isExact: boolean;
  private readonly forced: number[];

  constructor(
    private readonly whole: Whole<T>,
    private readonly own: number,
    requirements: readonly ReadRequirement[],
    private readonly classes: readonly StepClass[],
  ) {
    this.ladders = requirements.map((one) => ladderOf(whole, one));
    this.narrow = this.ladders.filter(({ criteria }) => criteria.size <= 1);
    this.wide = sharing(this.ladders.filter(({ criteria }) => criteria.size > 1));
    this.order = orderOf(this.ladders);
    this.isExact = this.wide.every((group) => group.length === 1);
    this.forced = classes.map(() => 0);
  }

  helps(kind: number): boolean {
    return this.order.includes(kind);
  }

  move(kind: number, steps: number): void {
    if (steps === 0) return;
    for (const ladder of this.ladders) {
      const gain = ladder.gains[kind];
      if (gain !== undefined) ladder.lacking = this.whole.less(ladder.lacking, gain, steps);
    }
  }

  isMet(): boolean {
    for (let at = 0; at < this.own; at += 1) {
      const ladder = this.ladders[at];
      if (ladder !== undefined && this.whole.isPositive(ladder.lacking)) return false;
    }
    return true;
  }

  lacking(): string {
    return this.ladders.map(({ lacking }) => String(lacking)).join();
  }

  leastSteps(room: PerClass): number {
    let steps = 0;
    if (this.narrow.length > 0) {
      this.forced.fill(0);
      for (const ladder of this.narrow) steps += this.force(ladder, room);
    }
    for (const group of this.wide) {
      let most = 0;
      for (const ladder of group) most = Math.max(most, this.climb(ladder, room));
      steps += most;
    }
    return steps;
  }

  canMeet(room: PerClass, steps: number): boolean {
    if (this.leastSteps(room) > steps) return false;
    return this.isExact || this.settle([...room], steps, 0);
  }

  /** Class by class; of one criterion's classes a lesser one only after the better ones are used up. */
  private settle(room: number[], steps: number, from: number): boolean {
    if (this.isMet()) return true;
    const kind = this.order[from];
    if (kind === undefined || this.leastSteps(room) > steps) return false;
    const space = room[kind] ?? 0;
    const lesser = (this.classes[kind]?.lesser ?? []).map((other) => [other, room[other] ?? 0] as const);
    let isSettled = false;
    room[kind] = 0;
    for (let take = Math.min(space, steps); take >= 0 && !isSettled; take -= 1) {
      for (const [other, spare] of lesser) room[other] = take < space ? 0 : spare;
      this.move(kind, take);
      isSettled = this.settle(room, steps - take, from + 1);
      this.move(kind, -take);
    }
    room[kind] = space;
    for (const [other, spare] of lesser) room[other] = spare;
    return isSettled;
  }

  /** Steps that one criterion must move beyond those already forced on it; Infinity where it has too little room. */
  private force({ lacking, rungs }: Ladder<T>, room: PerClass): number {
    let left = lacking;
    let more = 0;
    for (const { kind, gain } of rungs) {
      if (!this.whole.isPositive(left)) return more;
      const steps = this.whole.steps(left, gain, room[kind] ?? 0);
      left = this.whole.less(left, gain, steps);
      const before = this.forced[kind] ?? 0;
      if (steps > before) {
        this.forced[kind] = steps;
        more += steps - before;
      }
    }
    return this.whole.isPositive(left) ? Infinity : more;
  }

  /** Steps a requirement over several criteria takes after the forced ones. */
  private climb({ lacking, rungs }: Ladder<T>, room: PerClass): number {
    const { whole, forced } = this;
    let left = lacking;
    if (this.narrow.length > 0) for (const { kind, gain } of rungs) left = whole.less(left, gain, forced[kind] ?? 0);
    let count = 0;
    for (const { kind, gain } of rungs) {
      if (!whole.isPositive(left)) return count;
      const free = (room[kind] ?? 0) - (forced[kind] ?? 0);
      if (free <= 0) continue;
      const steps = whole.steps(left, gain, free);
      left = whole.less(left, gain, steps);
      count += steps;
    }
    return whole.isPositive(left) ? Infinity : count;
  }
}

function ladderOf<T>(whole: Whole<T>, one: ReadRequirement): Ladder<T> {
  const rungs = one.gains.flatMap((gain, kind) => (gain > 0n ? [{ kind, gain: whole.from(gain) }] : []));
  rungs.sort((left, right) => whole.descending(left.gain, right.gain) || left.kind - right.kind);
  return {
    lacking: whole.from(one.amount),
    gains: one.gains.map((gain) => whole.from(gain)),
    rungs,
    criteria: one.criteria,
  };
}

/** Ladders in groups, so that no criterion is in two groups. */
function sharing<T>(ladders: readonly Ladder<T>[]): Ladder<T>[][] {
  let groups: Ladder<T>[][] = [];
  for (const ladder of ladders) {
    const touches = (group: readonly Ladder<T>[]) => group.some(({ criteria }) => [...criteria].some((criterion) => ladder.criteria.has(criterion)));
    groups = [...groups.filter((group) => !touches(group)), [...groups.filter(touches).flat(), ladder]];
  }
  return groups;
}

/** Classes by how far up the ladders they stand, the best first. */
function orderOf<T>(ladders: readonly Ladder<T>[]): number[] {
  const places = new Map<number, number>();
  for (const { rungs } of ladders) {
    rungs.forEach(({ kind }, at) => places.set(kind, (places.get(kind) ?? 0) + 1 - at / rungs.length));
  }
  return [...places].sort(([one, left], [other, right]) => right - left || one - other).map(([kind]) => kind);
}
