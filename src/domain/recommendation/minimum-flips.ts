/**
 * The fewest single-level steps on existing ratings that give another outcome, and which: among equals the one that
 * touches fewer cards, then the one with the lower outcome, then the first in packet order of cards and rubric order.
 *
 * Source: interface design, fine print "minimumFlips".
 */
import type { Evaluation } from './evaluation.js';
import type { Goal, Slope } from './flip-goals.js';
import { goalsAtLeast, goalsAtMost, stepClasses } from './flip-goals.js';
import type { MovableRating } from './flip-search.js';
import { FlipSearch } from './flip-search.js';
import type { GoalPlan } from './goal-plan.js';
import { planGoal } from './goal-plan.js';
import { outcomeOfRank, SCORED_OUTCOMES } from './outcome.js';
import type { Panel } from './panel.js';
import type { MinimumFlips } from './recommendation.js';

type Moves = ReadonlyMap<MovableRating, number>;

/** Ratings to be raised, or to be lowered, with what it takes to reach each outcome; worked out when first asked for. */
interface Direction {
  readonly slope: Slope;
  readonly ratings: readonly MovableRating[];
  readonly ways: Map<number, readonly Way[]>;
}

interface Way {
  readonly goal: Goal;
  readonly plan: GoalPlan;
  readonly search: FlipSearch;
}

interface Found {
  readonly rank: number;
  readonly direction: Direction;
  readonly moves: Moves;
}

/**
 * In: a panel and its evaluation over all its cards.
 * Out: the least change of ratings that changes the outcome; null where the outcome is `insufficient_evidence` or no
 * change of existing ratings alters it.
 */
export function minimumFlips(panel: Panel, evaluation: Evaluation): MinimumFlips | null {
  if (evaluation.outcome === 'insufficient_evidence') return null;
  const rank = SCORED_OUTCOMES.indexOf(evaluation.outcome);
  const down = directionOf(panel, evaluation, false);
  const up = directionOf(panel, evaluation, true);
  const nearest = [...waysTo(down, rank - 1), ...waysTo(up, rank + 1)];
  const fewest = Math.min(...nearest.map(({ search }) => search.fewestSteps()));
  if (!Number.isFinite(fewest)) return null;
  const most = [...down.ratings, ...up.ratings].reduce((room, rating) => room + rating.room, 0);
  for (let count = fewest; count <= most; count += 1) {
    for (let cards = 1; cards <= Math.min(count, evaluation.cards.length); cards += 1) {
      const found = findLower(down, rank, count, cards) ?? findHigher(up, rank, count, cards);
      if (found !== null) return describe(panel, evaluation, found, count);
    }
  }
  return null;
}

/** Whatever reaches a lower outcome reaches those between too, so nothing is lower where the nearest is out of reach. */
function findLower(down: Direction, rank: number, count: number, cards: number): Found | null {
  const nearest = firstOf(down, rank - 1, count, cards, []);
  if (nearest === null) return null;
  for (let lower = 0; lower < rank - 1; lower += 1) {
    const moves = firstOf(down, lower, count, cards, []);
    if (moves !== null) return { rank: lower, direction: down, moves };
  }
  return { rank: rank - 1, direction: down, moves: nearest };
}

/**
 * From the next outcome up. A way to one must stop short of the outcome above it; the first way of all mostly does, and
 * only where it does not is a search that avoids the outcome above worth its cost.
 */
function findHigher(up: Direction, rank: number, count: number, cards: number): Found | null {
  const nearest = firstOf(up, rank + 1, count, cards, []);
  if (nearest === null) return null;
  if (!reaches(up, rank + 2, nearest)) return { rank: rank + 1, direction: up, moves: nearest };
  for (let higher = rank + 1; higher < SCORED_OUTCOMES.length; higher += 1) {
    const further = waysTo(up, higher + 1).filter(({ search }) => search.fewestSteps() <= count);
    const moves = firstOf(up, higher, count, cards, further);
    if (moves !== null) return { rank: higher, direction: up, moves };
  }
  return null;
}

/** Whether upward moves make the outcome's rank at least `rank`. */
function reaches({ slope }: Direction, rank: number, moves: Moves): boolean {
  if (rank >= SCORED_OUTCOMES.length) return false;
  return goalsAtLeast(slope, rank).some((goal) =>
    goal.every(({ gains, amount }) => {
      let gained = 0n;
      for (const [{ kind }, steps] of moves) gained += (gains[kind] ?? 0n) * BigInt(steps);
      return gained >= amount;
    }),
  );
}

/** The ways to an outcome of at least (upward) or at most (downward) the given rank; none where there is no such outcome. */
function waysTo({ slope, ratings, ways }: Direction, rank: number): readonly Way[] {
  if (rank < 0 || rank >= SCORED_OUTCOMES.length) return [];
  const known = ways.get(rank);
  if (known !== undefined) return known;
  const room = slope.classes.map(() => 0);
  for (const rating of ratings) room[rating.kind] = (room[rating.kind] ?? 0) + rating.room;
  const goals = slope.up ? goalsAtLeast(slope, rank) : goalsAtMost(slope, rank);
  const found = goals.map((goal) => {
    const plan = planGoal(goal, slope.classes, room);
    return { goal, plan, search: new FlipSearch(plan, ratings, room.length) };
  });
  ways.set(rank, found);
  return found;
}

/** True where meeting `goal` always meets `further` too. */
function isImplied(further: Goal, goal: Goal): boolean {
  return further.every((there) => goal.some((here) => there.amount <= here.amount && there.gains.every((gain, kind) => gain === here.gains[kind])));
}

function directionOf(panel: Panel, evaluation: Evaluation, up: boolean): Direction {
  const classes = stepClasses(evaluation);
  const kinds = new Map(classes.map(({ criterion, round }, kind) => [`${criterion} ${round}`, kind]));
  const ratings = evaluation.cards.flatMap((card, at) =>
    card.levels.flatMap((level, criterion) => {
      const room = level === 0 ? 0 : up ? panel.levels - level : level - 1;
      const round = panel.pooling === 'by_round' ? card.round : 0;
      return room === 0 ? [] : [{ card: at, criterion, kind: kinds.get(`${criterion} ${round}`) ?? -1, room }];
    }),
  );
  return { slope: { panel, evaluation, classes, up }, ratings, ways: new Map() };
}

function firstOf(direction: Direction, rank: number, count: number, cards: number, further: readonly Way[]): Moves | null {
  let first: Moves | null = null;
  for (const { goal, search } of waysTo(direction, rank)) {
    if (further.some((beyond) => isImplied(beyond.goal, goal))) continue;
    const moves = search.first(
      count,
      cards,
      further.map(({ plan }) => plan),
    );
    if (moves !== null && (first === null || comesBefore(direction.ratings, moves, first))) first = moves;
  }
  return first;
}

function comesBefore(ratings: readonly MovableRating[], moves: Moves, other: Moves): boolean {
  const differing = ratings.find((rating) => moves.get(rating) !== other.get(rating));
  return differing !== undefined && (moves.get(differing) ?? 0) > (other.get(differing) ?? 0);
}

function describe(panel: Panel, { cards }: Evaluation, { rank, direction, moves }: Found, count: number): MinimumFlips {
  const changes = [...moves].map(([rating, steps]) => {
    const card = cards[rating.card];
    const from = card?.levels[rating.criterion] ?? 0;
    return {
      scorecard: card?.id ?? '',
      criterion: panel.criteria[rating.criterion]?.key ?? '',
      from,
      to: direction.slope.up ? from + steps : from - steps,
    };
  });
  return { count, outcome: outcomeOfRank(rank), changes };
}
