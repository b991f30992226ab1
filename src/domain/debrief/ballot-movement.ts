/**
 * What changed between two ballots: who moved, how far, and towards whom. Nobody is ranked: people stand in the order of
 * their names, and a move is neither praise nor blame.
 *
 * Source: product design, "What changed between ballots is shown after closing"; issue "The debrief room", Ballots.
 */
import type { VoteChoice, VotedOutcome } from './ballot-tally.js';

export interface CastVote {
  readonly userId: string;
  readonly name: string;
  readonly choice: VoteChoice;
}

export interface Movement {
  readonly userId: string;
  readonly name: string;
  readonly from: VoteChoice;
  readonly to: VoteChoice;
  /** Steps towards hiring (positive) or away (negative); null where one of the two is an abstention. */
  readonly steps: number | null;
  /** Others whose first vote the new one is nearer to than the old one was, by name. */
  readonly towards: readonly string[];
}

const ORDER: readonly VotedOutcome[] = ['strong_no_hire', 'no_hire', 'hire', 'strong_hire'];

function rank(choice: VoteChoice): number | null {
  return choice === 'abstain' ? null : ORDER.indexOf(choice);
}

/**
 * The moves from the first ballot to the second.
 *
 * In: the votes that stand in each. Out: one entry per person who voted in both and chose differently, in the first ballot's order.
 */
export function movements(first: readonly CastVote[], second: readonly CastVote[]): Movement[] {
  return first.flatMap((before) => {
    const after = second.find((vote) => vote.userId === before.userId);
    if (!after || after.choice === before.choice) return [];
    const [from, to] = [rank(before.choice), rank(after.choice)];
    const steps = from === null || to === null ? null : to - from;
    return [
      { userId: before.userId, name: before.name, from: before.choice, to: after.choice, steps, towards: towards(before.userId, first, from, to) },
    ];
  });
}

function towards(mover: string, first: readonly CastVote[], from: number | null, to: number | null): string[] {
  if (from === null || to === null) return [];
  return first
    .filter((other) => {
      const position = rank(other.choice);
      return other.userId !== mover && position !== null && Math.abs(position - to) < Math.abs(position - from);
    })
    .map((other) => other.userId);
}
