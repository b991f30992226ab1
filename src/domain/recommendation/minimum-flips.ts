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
import { planGoal } from './goal-plan.js';
import { outcomeOfRank, SCORED_OUTCOMES } from './outcome.js';
import type { Panel } from './panel.js';
import type { MinimumFlips } from './recommendation.js';

type Moves = ReadonlyMap<MovableRating, number>;

interface Direction {
  readonly slope: Slope;
  readonly ratings: readonly MovableRating[];
}

/** One outcome that may be flipped to, with a search for each way to it. */
interface Target {
  readonly rank: number;
  readonly direction: Direction;
  readonly searches: readonly FlipSearch[];
}

/**
 * In: a panel and its evaluation over all its cards.
 * Out: the least change of ratings that changes the outcome; null where the outcome is `insufficient_evidence` or no
 * change of existing ratings alters it.
 */
export function minimumFlips(panel: Panel, evaluation: Evaluation): MinimumFlips | null {
  if (evaluation.outcome === 'insufficient_evidence') return null;
  const rank = SCORED_OUTCOMES.indexOf(evaluation.outcome);
  const targets = targetsOf(panel, evaluation, rank);
  const fewest = Math.min(...targets.flatMap(({ searches }) => searches.map((search) => search.fewestSteps())));
  if (!Number.isFinite(fewest)) return null;
  const possible = targets
    .flatMap(({ direction }) => direction.ratings)
    .reduce((room, rating) => room + rating.room, 0);
  for (let count = fewest; count <= possible; count += 1) {
    for (let cards = 1; cards <= Math.min(count, evaluation.cards.length); cards += 1) {
      for (const { rank: reached, direction, searches } of targets) {
        const moves = firstOf(direction.ratings, searches, count, cards);
        if (moves !== null) return describe(evaluation, panel, direction, moves, reached, count);
      }
    }
  }
  return null;
}

/** From the lowest outcome to the highest; upward, a way must stop short of the outcome above. */
function targetsOf(panel: Panel, evaluation: Evaluation, rank: number): Target[] {
  const down = directionOf(panel, evaluation, false);
  const up = directionOf(panel, evaluation, true);
  const targets: Target[] = [];
  for (let lower = 0; lower < rank; lower += 1) {
    targets.push(target(lower, down, goalsAtMost(down.slope, lower), []));
  }
  for (let higher = rank + 1; higher < SCORED_OUTCOMES.length; higher += 1) {
    const above = higher + 1 < SCORED_OUTCOMES.length ? goalsAtLeast(up.slope, higher + 1) : [];
    targets.push(target(higher, up, goalsAtLeast(up.slope, higher), above));
  }
  return targets;
}

function target(rank: number, direction: Direction, goals: readonly Goal[], avoid: readonly Goal[]): Target {
  const { classes } = direction.slope;
  const room = classes.map(() => 0);
  for (const rating of direction.ratings) room[rating.kind] = (room[rating.kind] ?? 0) + rating.room;
  const beyond = avoid.map((goal) => planGoal(goal, classes, room));
  const searches = goals
    .filter((goal) => !avoid.some((further) => isImplied(further, goal)))
    .map((goal) => new FlipSearch(planGoal(goal, classes, room), direction.ratings, classes.length, beyond));
  return { rank, direction, searches };
}

/** True where meeting `goal` always meets `further` too. */
function isImplied(further: Goal, goal: Goal): boolean {
  return further.every((there) =>
    goal.some((here) => there.amount <= here.amount && there.gains.every((gain, kind) => gain === here.gains[kind])),
  );
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
  return { slope: { panel, evaluation, classes, up }, ratings };
}

function firstOf(
  ratings: readonly MovableRating[],
  searches: readonly FlipSearch[],
  count: number,
  cards: number,
): Moves | null {
  let first: Moves | null = null;
  for (const search of searches) {
    const moves = search.first(count, cards);
    if (moves !== null && (first === null || comesBefore(ratings, moves, first))) first = moves;
  }
  return first;
}

function comesBefore(ratings: readonly MovableRating[], moves: Moves, other: Moves): boolean {
  const differing = ratings.find((rating) => moves.get(rating) !== other.get(rating));
  return differing !== undefined && (moves.get(differing) ?? 0) > (other.get(differing) ?? 0);
}

function describe(
  { cards }: Evaluation,
  { criteria }: Panel,
  { slope }: Direction,
  moves: Moves,
  rank: number,
  count: number,
): MinimumFlips {
  const changes = [...moves].map(([rating, steps]) => {
    const card = cards[rating.card];
    const from = card?.levels[rating.criterion] ?? 0;
    return {
      scorecard: card?.id ?? '',
      criterion: criteria[rating.criterion]?.key ?? '',
      from,
      to: slope.up ? from + steps : from - steps,
    };
  });
  return { count, outcome: outcomeOfRank(rank), changes };
}
