/**
 * In which round a criterion is to be assessed: one that assesses it and is still to come, else one that can be held once more. A round
 * that was skipped is taken before one is repeated: nobody has been asked its questions yet.
 *
 * Source: issue "The debrief room", item 8.
 */
import type { PanelPlace } from '../interview-plan.js';

export interface RoundOnPlan {
  readonly key: string;
  readonly name: string;
  readonly position: number;
  readonly status: 'pending' | 'current' | 'passed' | 'skipped' | 'not_reached';
  readonly owesCard: boolean;
  readonly panel: readonly PanelPlace[];
}

export interface ChosenRound {
  readonly round: RoundOnPlan;
  /** `to_come`: one more seat on it. `again`: a further interview of a round that is over. */
  readonly how: 'to_come' | 'again';
}

const ORDER: Readonly<Record<RoundOnPlan['status'], number>> = { current: 0, pending: 0, not_reached: 1, skipped: 1, passed: 2 };

/**
 * In: keys of the rounds that assess the criterion, the rounds of the application. Out: the round to use, or null where none of them is
 * on the plan and owes a card. Total; the order of the lists does not matter.
 */
export function chooseRound(assessedIn: readonly string[], rounds: readonly RoundOnPlan[]): ChosenRound | null {
  const fitting = rounds.filter((round) => round.owesCard && assessedIn.includes(round.key));
  const [round] = fitting.sort((left, right) => ORDER[left.status] - ORDER[right.status] || left.position - right.position);
  return round === undefined ? null : { round, how: ORDER[round.status] === 0 ? 'to_come' : 'again' };
}
