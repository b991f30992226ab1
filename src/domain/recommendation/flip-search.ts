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

/** The ratings worth moving, laid out by card. */
interface Layout {
  readonly ratings: readonly MovableRating[];
  /** Position of each rating's card among the cards that have any. */
  readonly cardOf: readonly number[];
  /** Room per card and class. */
  readonly rooms: readonly PerClass[];
  /** `best[card][cards][kind]`: room on the `cards` roomiest of the cards from `card` on. */
  readonly best: readonly (readonly PerClass[])[];
}

export class FlipSearch {
  private readonly helpful: readonly MovableRating[];
  private readonly whole: number[];
  private readonly none: PerClass;
  private layout: Layout = { ratings: [], cardOf: [], rooms: [], best: [] };
  private layoutSteps = -1;
  /** Steps so far, per rating. */
  private moved: number[] = [];
  private avoid: readonly GoalPlan[] = [];
  private readonly deadEnds = new Set<string>();

  constructor(
    private readonly plan: GoalPlan,
    ratings: readonly MovableRating[],
    private readonly kinds: number,
  ) {
    this.helpful = ratings.filter(({ kind }) => plan.helps(kind));
    this.whole = roomOf(this.helpful, kinds);
    this.none = new Array<number>(kinds).fill(0);
  }

  /** The fewest steps the goal takes with no limit on cards (exact or a lower bound), Infinity where it cannot be met. */
  fewestSteps(): number {
    return this.plan.leastSteps(this.whole);
  }

  /**
   * The first way in exactly `steps` steps, none of which can be spared, on at most `cards` cards; or null.
   * `avoid`: goals that must not be met along the way, because they lead to another outcome.
   */
  first(steps: number, cards: number, avoid: readonly GoalPlan[]): ReadonlyMap<MovableRating, number> | null {
    if (this.fewestSteps() > steps) return null;
    if (steps !== this.layoutSteps) this.layout = this.layOut(steps);
    this.layoutSteps = steps;
    const { ratings } = this.layout;
    this.moved = ratings.map(() => 0);
    this.deadEnds.clear();
    this.avoid = avoid;
    if (!this.visit({ at: 0, touched: false, cards, steps })) return null;
    const moves = new Map(ratings.flatMap((rating, at) => (this.moved[at] ? [[rating, this.moved[at]]] : [])));
    for (const [rating, taken] of moves) this.move(rating.kind, -taken);
    return moves;
  }

  private layOut(steps: number): Layout {
    const isUsable = this.whole.map((_room, kind) => this.isUsable(kind, steps));
    const ratings = this.helpful.filter(({ kind }) => isUsable[kind] === true);
    const cards = [...new Set(ratings.map(({ card }) => card))];
    const rooms = cards.map((card) =>
      roomOf(
        ratings.filter((rating) => rating.card === card),
        this.kinds,
      ),
    );
    return {
      ratings,
      cardOf: ratings.map(({ card }) => cards.indexOf(card)),
      rooms,
      best: rooms.map((_room, from) => bestRooms(rooms.slice(from), this.kinds)),
    };
  }

  /** Whether a way in so many steps can have a step of this class. */
  private isUsable(kind: number, steps: number): boolean {
    const room = this.whole[kind] ?? 0;
    if (room === 0) return false;
    this.whole[kind] = room - 1;
    this.plan.move(kind, 1);
    const least = this.plan.leastSteps(this.whole);
    this.plan.move(kind, -1);
    this.whole[kind] = room;
    return least < steps;
  }

  private move(kind: number, steps: number): void {
    this.plan.move(kind, steps);
    for (const plan of this.avoid) plan.move(kind, steps);
  }

  private visit(state: State): boolean {
    const { at, touched, cards, steps } = state;
    if (this.avoid.some((plan) => plan.isMet())) return false;
    if (steps === 0) return this.plan.isMet();
    const rating = this.layout.ratings[at];
    if (rating === undefined || !this.isPossible(state, rating)) return false;
    const key = this.avoid.length > 0 ? this.keyOf(state) : '';
    if (key !== '' && this.deadEnds.has(key)) return false;
    for (let take = touched || cards > 0 ? Math.min(rating.room, steps) : 0; take >= 0; take -= 1) {
      this.moved[at] = take;
      this.move(rating.kind, take);
      if (this.visit(this.after(state, rating, take))) return true;
      this.move(rating.kind, -take);
    }
    if (key !== '') this.deadEnds.add(key);
    return false;
  }

  private after({ at, touched, cards, steps }: State, rating: MovableRating, take: number): State {
    const isTouched = touched || take > 0;
    const sameCard = this.layout.ratings[at + 1]?.card === rating.card;
    return {
      at: at + 1,
      touched: isTouched && sameCard,
      cards: isTouched && !touched ? cards - 1 : cards,
      steps: steps - take,
    };
  }

  /** False only where no way through the rest of this card and the cards after it can meet the goal. */
  private isPossible({ at, touched, cards, steps }: State, rating: MovableRating): boolean {
    const next = (this.layout.cardOf[at] ?? 0) + 1;
    const own = touched || cards > 0 ? this.restOfCard(at, rating) : null;
    if (own !== null && this.reaches(next, touched ? cards : cards - 1, own, steps)) return true;
    return !touched && this.reaches(next, cards, this.none, steps);
  }

  /** Whether `room` and the room on `cards` of the cards from `from` on can meet the goal. */
  private reaches(from: number, cards: number, room: PerClass, steps: number): boolean {
    const { rooms, best } = this.layout;
    const own = rooms[from];
    const most = best[from]?.[Math.min(cards, rooms.length - from)];
    if (cards === 0 || own === undefined || most === undefined) return this.plan.canMeet(room, steps);
    if (this.plan.leastSteps(sum(room, most)) > steps) return false;
    return this.reaches(from + 1, cards - 1, sum(room, own), steps) || this.reaches(from + 1, cards, room, steps);
  }

  private keyOf({ at, touched, cards, steps }: State): string {
    const lacking = [this.plan, ...this.avoid].map((plan) => plan.lacking());
    return `${at}|${touched}|${cards}|${steps}|${lacking.join('|')}`;
  }

  private restOfCard(at: number, { card }: MovableRating): number[] {
    const room = new Array<number>(this.kinds).fill(0);
    const { ratings } = this.layout;
    for (let next = at; ratings[next]?.card === card; next += 1) addRoom(room, ratings[next]);
    return room;
  }
}

function roomOf(ratings: readonly MovableRating[], kinds: number): number[] {
  const room = new Array<number>(kinds).fill(0);
  for (const rating of ratings) addRoom(room, rating);
  return room;
}

function addRoom(room: number[], rating: MovableRating | undefined): void {
  if (rating !== undefined) room[rating.kind] = (room[rating.kind] ?? 0) + rating.room;
}

/** Per number of cards, from 0: the most room there is in each class on so many cards. */
function bestRooms(rooms: readonly PerClass[], kinds: number): number[][] {
  const best = [...rooms, []].map(() => new Array<number>(kinds).fill(0));
  for (let kind = 0; kind < kinds; kind += 1) {
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

function sum(left: PerClass, right: PerClass): number[] {
  return left.map((value, at) => value + (right[at] ?? 0));
}
