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
import type { GoalPlan, PerClass } from './goal-plan.js';

/** A rating that may move `room` single-level steps; `kind` is the position of its step class. */
export interface MovableRating {
  readonly card: number;
  readonly criterion: number;
  readonly kind: number;
  readonly room: number;
}

interface State {
  /** Position among the ratings. */
  readonly at: number;
  /** Whether a rating of the present card has moved. */
  readonly touched: boolean;
  /** Further cards that may be touched. */
  readonly cards: number;
  /** Steps left. */
  readonly steps: number;
}

export class FlipSearch {
  private readonly ratings: readonly MovableRating[];
  /** Room per card (of those that can help) and class. */
  private readonly rooms: readonly PerClass[];
  /** `best[card][cards][kind]`: room on the `cards` roomiest of the cards from `card` on. */
  private readonly best: readonly (readonly PerClass[])[];
  private readonly cardOf: readonly number[];
  private readonly whole: PerClass;
  /** Steps so far, per rating and per class. */
  private readonly moved: number[];
  private readonly taken: number[];
  private avoid: readonly GoalPlan[] = [];
  private readonly deadEnds = new Set<string>();

  /** `beyond`: goals of which none may be met along the way, because they lead to another outcome. */
  constructor(
    private readonly plan: GoalPlan,
    ratings: readonly MovableRating[],
    private readonly kinds: number,
    private readonly beyond: readonly GoalPlan[] = [],
  ) {
    this.ratings = ratings.filter(({ kind }) => plan.helps(kind));
    const cards = [...new Set(this.ratings.map(({ card }) => card))];
    this.cardOf = this.ratings.map(({ card }) => cards.indexOf(card));
    this.rooms = cards.map((card) => this.roomOf(this.ratings.filter((rating) => rating.card === card)));
    this.best = this.rooms.map((_room, from) => this.bestRooms(this.rooms.slice(from)));
    this.whole = this.roomOf(this.ratings);
    this.moved = this.ratings.map(() => 0);
    this.taken = this.whole.map(() => 0);
  }

  /** The fewest steps the goal takes with no limit on cards (exact or a lower bound), Infinity where it cannot be met. */
  fewestSteps(): number {
    return this.plan.leastSteps(
      this.whole.map(() => 0),
      this.whole,
    );
  }

  /** The first way in exactly `steps` steps on at most `cards` cards, or null. */
  first(steps: number, cards: number): ReadonlyMap<MovableRating, number> | null {
    this.moved.fill(0);
    this.taken.fill(0);
    this.deadEnds.clear();
    this.avoid = this.beyond.filter((plan) => plan.leastSteps(this.taken, this.whole) <= steps);
    if (!this.visit({ at: 0, touched: false, cards, steps })) return null;
    return new Map(this.ratings.flatMap((rating, at) => (this.moved[at] ? [[rating, this.moved[at]]] : [])));
  }

  private visit(state: State): boolean {
    const { at, touched, cards, steps } = state;
    if (this.avoid.some((plan) => plan.isMet(this.taken))) return false;
    if (steps === 0) return this.plan.isMet(this.taken);
    const rating = this.ratings[at];
    if (rating === undefined || !this.isPossible(state, rating)) return false;
    const key = this.avoid.length > 0 ? this.keyOf(state) : '';
    if (key !== '' && this.deadEnds.has(key)) return false;
    const before = this.taken[rating.kind] ?? 0;
    for (let take = touched || cards > 0 ? Math.min(rating.room, steps) : 0; take >= 0; take -= 1) {
      this.moved[at] = take;
      this.taken[rating.kind] = before + take;
      if (this.visit(this.after(state, rating, take))) return true;
    }
    if (key !== '') this.deadEnds.add(key);
    return false;
  }

  private after({ at, touched, cards, steps }: State, rating: MovableRating, take: number): State {
    const isTouched = touched || take > 0;
    const sameCard = this.ratings[at + 1]?.card === rating.card;
    return {
      at: at + 1,
      touched: isTouched && sameCard,
      cards: isTouched && !touched ? cards - 1 : cards,
      steps: steps - take,
    };
  }

  /** False only where no way through the rest of this card and the cards after it can meet the goal. */
  private isPossible({ at, touched, cards, steps }: State, rating: MovableRating): boolean {
    const next = (this.cardOf[at] ?? 0) + 1;
    const own = touched || cards > 0 ? this.restOfCard(at, rating) : null;
    if (own !== null && this.reaches(next, touched ? cards : cards - 1, own, steps)) return true;
    return !touched && this.reaches(next, cards, new Array<number>(this.kinds).fill(0), steps);
  }

  /** Whether `room` and the room on `cards` of the cards from `from` on can meet the goal. */
  private reaches(from: number, cards: number, room: PerClass, steps: number): boolean {
    const own = this.rooms[from];
    const best = this.best[from]?.[Math.min(cards, this.rooms.length - from)];
    if (cards === 0 || own === undefined || best === undefined) return this.plan.canMeet(this.taken, room, steps);
    if (this.plan.leastSteps(this.taken, sum(room, best)) > steps) return false;
    return this.reaches(from + 1, cards - 1, sum(room, own), steps) || this.reaches(from + 1, cards, room, steps);
  }

  private keyOf({ at, touched, cards, steps }: State): string {
    const lacking = [this.plan, ...this.avoid].map((plan) => plan.lacking(this.taken));
    return `${at}|${touched}|${cards}|${steps}|${lacking.join('|')}`;
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

  private bestRooms(rooms: readonly PerClass[]): number[][] {
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

function addRoom(room: number[], rating: MovableRating | undefined): void {
  if (rating !== undefined) room[rating.kind] = (room[rating.kind] ?? 0) + rating.room;
}

function sum(left: PerClass, right: PerClass): number[] {
  return left.map((value, at) => value + (right[at] ?? 0));
}
