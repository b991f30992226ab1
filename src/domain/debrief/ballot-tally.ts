/**
 * What a revealed ballot says. Abstentions are counted as present and on no side. More votes for hiring than against are a
 * hire; a tie is no hire. It is a strong one when more than half of the votes on a side of hire say so.
 *
 * Source: product design, "Application and debrief life" ("a tie is no hire", "Abstention is explicit"); committee rules from
 * "Rubric model" (committee majority, committee unanimous). The strength rule is ours: the product names none.
 */
import type { Decider } from '../rubric/rubric.js';

export const VOTE_CHOICES = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire', 'abstain'] as const;
export type VoteChoice = (typeof VOTE_CHOICES)[number];
export type VotedOutcome = Exclude<VoteChoice, 'abstain'>;

export interface Tally {
  readonly counts: Readonly<Record<VoteChoice, number>>;
  readonly forHire: number;
  readonly against: number;
  readonly tie: boolean;
  readonly result: VotedOutcome;
}

/** Counts the votes. In: the choices that stand. Out: counts, sides and the result by majority. Total: no votes are a tie. */
export function tally(choices: readonly VoteChoice[]): Tally {
  const count = (choice: VoteChoice) => choices.filter((one) => one === choice).length;
  const counts = {
    strong_hire: count('strong_hire'),
    hire: count('hire'),
    no_hire: count('no_hire'),
    strong_no_hire: count('strong_no_hire'),
    abstain: count('abstain'),
  };
  const forHire = counts.strong_hire + counts.hire;
  const against = counts.no_hire + counts.strong_no_hire;
  return { counts, forHire, against, tie: forHire === against, result: resultOf(counts, forHire, against) };
}

function resultOf(counts: Tally['counts'], forHire: number, against: number): VotedOutcome {
  const cast = forHire + against;
  if (forHire > against) return 2 * counts.strong_hire > cast ? 'strong_hire' : 'hire';
  return 2 * counts.strong_no_hire > cast ? 'strong_no_hire' : 'no_hire';
}

/** What the committee has decided: by majority the ballot's result; unanimity makes one vote against a no. */
export function committeeOutcome(decider: Exclude<Decider, 'hiring_manager'>, counted: Tally): VotedOutcome {
  if (decider === 'committee_majority' || counted.forHire === 0 || counted.against === 0) return counted.result;
  return counted.result === 'strong_no_hire' ? 'strong_no_hire' : 'no_hire';
}

/** Seats that must vote before a committee ballot may be closed: what the policy says, but never more than there are. */
export function quorumOf(quorum: number | null, seats: number): number {
  return Math.min(quorum ?? Math.floor(seats / 2) + 1, seats);
}
