/**
 * Which ratings to move: the first way, in packet order of cards and rubric order of criteria, to meet a goal in exactly
 * so many steps on at most so many cards. "First" takes as many steps as possible on the earliest rating, then on the
 * next, and so on.
 *
 * A depth-first search that gives up a branch as soon as the fewest steps from there exceed the steps left. Where a goal
 * has at most one requirement over several criteria that bound is exact and the search never goes back on a rating.
 *
 * Source: branch and bound (Land & Doig 1960); held against brute force.
 */
import type { Goal } from './flip-goals.js';
import type { GoalPlan } from './least-steps.js';
import { leastSteps } from './least-steps.js';

/** A rating that may move `room` single-level steps; `kind` is the position of its step class. */
export interface MovableRating {
  readonly card: number;
  readonly criterion: number;
  readonly kind: number;
  readonly room: number;
}

interface State {
  readonly at: number;
  readonly touched: boolean;
  readonly cards: number;
  readonly steps: number;
  readonly amounts: readonly bigint[];
  readonly avoided: readonly (readonly bigint[])[];
}

export class FlipSearch {
  private readonly ratings: readonly MovableRating[];
  /** Room per card (of those that can help) and class. */
  private readonly rooms: readonly (readonly number[])[];
  /** `best[card][cards][kind]`: room on the `cards` roomiest of the cards from `card` on. */
  private readonly best: readonly (readonly (readonly number[])[])[];
  private readonly cardOf: readonly number[];
  private readonly taken: number[];
  private avoid: readonly Goal[] = [];
  private readonly deadEnds = new Set<string>();

  /** `beyond`: goals of which none may be met along the way, because they lead to another outcome. */
  constructor(
    private readonly plan: GoalPlan,
    ratings: readonly MovableRating[],
    private readonly kinds: number,
    private readonly beyond: readonly GoalPlan[] = [],
  ) {
    this.ratings = ratings.filter(({ kind }) => plan.goal.some(({ gains }) => (gains[kind] ?? 0n) > 0n));
    const cards = [...new Set(this.ratings.map(({ card }) => card))];
    this.cardOf = this.ratings.map(({ card }) => cards.indexOf(card));
    this.rooms = cards.map((card) => this.roomOf(this.ratings.filter((rating) => rating.card === card)));
    this.best = this.rooms.map((_room, from) => this.bestRooms(this.rooms.slice(from)));
    this.taken = this.ratings.map(() => 0);
  }

  /** The fewest steps the goal takes with no limit on cards (exact or a lower bound), Infinity where it cannot be met. */
  fewestSteps(): number {
    return leastSteps(this.plan, this.plan.amounts, this.roomOf(this.ratings));
  }

  /** The first way in exactly `steps` steps on at most `cards` cards, or null. */
  first(steps: number, cards: number): ReadonlyMap<MovableRating, number> | null {
    const room = this.roomOf(this.ratings);
    this.avoid = this.beyond.filter((plan) => leastSteps(plan, plan.amounts, room) <= steps).map(({ goal }) => goal);
    this.deadEnds.clear();
    this.taken.fill(0);
    const avoided = this.avoid.map((goal) => goal.map(({ amount }) => amount));
    if (!this.visit({ at: 0, touched: false, cards, steps, amounts: this.plan.amounts, avoided })) return null;
    return new Map(this.ratings.flatMap((rating, at) => (this.taken[at] ? [[rating, this.taken[at]]] : [])));
  }

  private visit(state: State): boolean {
    const { at, steps, amounts, avoided } = state;
    if (avoided.some((goal) => goal.every((amount) => amount <= 0n))) return false;
    if (steps === 0) return amounts.every((amount) => amount <= 0n);
    const rating = this.ratings[at];
    if (rating === undefined || !this.isPossible(state, rating)) return false;
    const key = this.avoid.length > 0 ? deadEndKey(state) : '';
    if (key !== '' && this.deadEnds.has(key)) return false;
    const most = state.touched || state.cards > 0 ? Math.min(rating.room, steps) : 0;
    for (let take = most; take >= 0; take -= 1) {
      this.taken[at] = take;
      if (this.visit(this.after(state, rating, take))) return true;
    }
    this.taken[at] = 0;
    if (key !== '') this.deadEnds.add(key);
    return false;
  }

  private after(state: State, rating: MovableRating, take: number): State {
    const { at, cards, steps } = state;
    const touched = state.touched || take > 0;
    const sameCard = this.ratings[at + 1]?.card === rating.card;
    return {
      at: at + 1,
      touched: touched && sameCard,
      cards: touched && !state.touched ? cards - 1 : cards,
      steps: steps - take,
      amounts: gained(this.plan.goal, state.amounts, rating.kind, take),
      avoided: state.avoided.map((amounts, goal) => gained(this.avoid[goal] ?? [], amounts, rating.kind, take)),
    };
  }

  /** False only where no way through the rest of this card and the cards after it can meet the goal. */
  private isPossible({ at, touched, cards, steps, amounts }: State, rating: MovableRating): boolean {
    const next = (this.cardOf[at] ?? 0) + 1;
    if ((touched || cards > 0) && this.reaches(next, touched ? cards : cards - 1, this.restOfCard(at, rating), steps, amounts)) {
      return true;
    }
    return !touched && this.reaches(next, cards, new Array<number>(this.kinds).fill(0), steps, amounts);
  }

  private reaches(from: number, cards: number, room: readonly number[], steps: number, amounts: readonly bigint[]): boolean {
    const own = this.rooms[from];
    const best = this.best[from]?.[Math.min(cards, this.rooms.length - from)];
    if (cards === 0 || own === undefined || best === undefined) return leastSteps(this.plan, amounts, room) <= steps;
    if (leastSteps(this.plan, amounts, sum(room, best)) > steps) return false;
    return (
      this.reaches(from + 1, cards - 1, sum(room, own), steps, amounts) ||
      this.reaches(from + 1, cards, room, steps, amounts)
    );
  }

  private restOfCard(at: number, { card }: MovableRating): number[] {
    const room = new Array<number>(this.kinds).fill(0);
    for (let next = at; this.ratings[next]?.card === card; next += 1) addRoom(room, this.ratings[next]);
    return room;
  }

  private roomOf(ratings: readonly MovableRating[]): number[] {
    const room = new Array<number>(this.kinds).fill(0);
    for (const rating of ratings) addRoom(room, rating);
    return room;
  }

  private bestRooms(rooms: readonly (readonly number[])[]): number[][] {
    const best = [...rooms, []].map(() => new Array<number>(this.kinds).fill(0));
    for (let kind = 0; kind < this.kinds; kind += 1) {
      const sorted = rooms.map((room) => room[kind] ?? 0).sort((left, right) => right - left);
      let sumSoFar = 0;
      sorted.forEach((room, cards) => {
        sumSoFar += room;
        const row = best[cards + 1];
        if (row !== undefined) row[kind] = sumSoFar;
      });
    }
    return best;
  }
}

function gained(goal: Goal, amounts: readonly bigint[], kind: number, steps: number): readonly bigint[] {
  if (steps === 0) return amounts;
  return amounts.map((amount, at) => amount - (goal[at]?.gains[kind] ?? 0n) * BigInt(steps));
}

function addRoom(room: number[], rating: MovableRating | undefined): void {
  if (rating !== undefined) room[rating.kind] = (room[rating.kind] ?? 0) + rating.room;
}

function sum(left: readonly number[], right: readonly number[]): number[] {
  return left.map((value, at) => value + (right[at] ?? 0));
}

function deadEndKey({ at, touched, cards, steps, amounts, avoided }: State): string {
  return `${at}|${touched}|${cards}|${steps}|${amounts.join()}|${avoided.join('|')}`;
}
