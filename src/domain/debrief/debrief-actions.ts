/**
 * What people do in a debrief without moving it: vote, close a ballot, challenge a rating, veto, dissent. Each answers the
 * refusal in words, or null.
 *
 * Source: product design, "Application and debrief life".
 */
import { Refusal } from '../refusal.js';
import { quorumOf } from './ballot-tally.js';
import { facilitates, takesPart, type DebriefFacts } from './debrief-facts.js';
import { stateWords, type DebriefState } from './debrief-states.js';
import { hasVoted, type Elector } from './electorate.js';

const BEFORE_DECISION: readonly DebriefState[] = ['ready', 'first_ballot', 'discussing', 'second_ballot', 'committee_ballot'];

/** The people who vote in the ballot that is open. */
export function votersNow(facts: DebriefFacts): readonly Elector[] {
  if (facts.openBallot === null) return [];
  return facts.openBallot === 'committee' ? facts.committee : facts.panel;
}

function outsider(facts: DebriefFacts): Refusal | null {
  return takesPart(facts) ? null : new Refusal('forbidden', 'Only people with a seat in this debrief, who see its cards, may do this.');
}

/** Whose vote is outstanding in the open ballot. */
export function absentNow(facts: DebriefFacts, covered: ReadonlySet<string>): Elector[] {
  return votersNow(facts).filter((elector) => !hasVoted(elector, covered));
}

export function checkVote(facts: DebriefFacts): Refusal | null {
  if (facts.openBallot === null) return new Refusal('wrong_state', `No ballot is open; the debrief is ${stateWords(facts.state)}.`);
  const mine = votersNow(facts).some((elector) => elector.userId === facts.viewer.userId);
  return mine ? outsider(facts) : new Refusal('forbidden', 'You have no vote in this ballot.');
}

/** Whether this viewer may close the open ballot at all; what closing needs is `checkClosing`. */
export function checkMayClose(facts: DebriefFacts): Refusal | null {
  if (facts.openBallot === null) return new Refusal('wrong_state', `No ballot is open; the debrief is ${stateWords(facts.state)}.`);
  return facilitates(facts) ? null : new Refusal('forbidden', 'Only the facilitator may close a ballot before everybody voted.');
}

export interface Absence {
  readonly userId: string;
  readonly reason: string;
}

/**
 * Whether a ballot may be closed with these people absent.
 *
 * In: the facts, the holders of the seats voted for, and the reasons given. Out: `reason_required` naming each absent person without a reason,
 * `validation_failed` for a reason about somebody who voted or has no vote, `incomplete` below the committee's quorum, or null.
 */
export function checkClosing(facts: DebriefFacts, covered: ReadonlySet<string>, absences: readonly Absence[]): Refusal | null {
  const absent = absentNow(facts, covered);
  const voted = votersNow(facts).length - absent.length;
  const odd = absences.flatMap(({ userId }, index) =>
    absent.some((elector) => elector.userId === userId)
      ? []
      : [{ pointer: `/absences/${index}/userId`, code: 'not_absent', detail: 'is nobody whose vote is outstanding' }],
  );
  if (odd.length > 0) return new Refusal('validation_failed', 'A reason was given for somebody whose vote is not outstanding.', odd);
  const needed = facts.openBallot === 'committee' ? quorumOf(facts.policy.quorum, facts.committee.length) : Math.min(1, votersNow(facts).length);
  if (voted < needed) return new Refusal('incomplete', `At least ${needed} must vote before this ballot may be closed; ${voted} did.`);
  const silent = absent.filter((elector) => !absences.some(({ userId, reason }) => userId === elector.userId && reason.trim() !== ''));
  if (silent.length === 0) return null;
  const faults = silent.map((elector) => ({ pointer: '/absences', code: 'reason_required', detail: `say why ${elector.name} did not vote` }));
  return new Refusal('reason_required', `Say why ${silent.map((elector) => elector.name).join(', ')} did not vote.`, faults);
}

export function checkChallenge(facts: DebriefFacts): Refusal | null {
  if (facts.state === 'collecting') return new Refusal('wrong_state', 'Ratings can be challenged once every card is in.');
  if (!BEFORE_DECISION.includes(facts.state)) return new Refusal('wrong_state', 'The decision stands: reopen the debrief to challenge a rating.');
  return outsider(facts);
}

/** Talk about a challenge goes on, and its answer may come, until the debrief is closed. */
export function checkChallengeTalk(facts: DebriefFacts): Refusal | null {
  if (facts.state === 'collecting' || facts.state === 'closed') return new Refusal('wrong_state', `The debrief is ${facts.state}.`);
  return outsider(facts);
}

/** The seats of this viewer that may veto here. */
export function vetoSeatsOf({ policy, viewer }: DebriefFacts): string[] {
  return policy.vetoSeats.filter((seat) => [...viewer.applicationSeats, ...viewer.jobSeats].some((held) => held === seat));
}

export function checkVeto(facts: DebriefFacts): Refusal | null {
  const withdrawable = checkVetoWithdrawal(facts);
  if (withdrawable) return withdrawable;
  const free = vetoSeatsOf(facts).filter((seat) => !facts.vetoes.includes(seat));
  return free.length > 0 ? null : new Refusal('already_exists', 'Your veto stands already.');
}

/** A veto, given or taken back, would open a vote while a ballot is sealed. */
export function checkVetoWithdrawal(facts: DebriefFacts): Refusal | null {
  if (!BEFORE_DECISION.includes(facts.state))
    return new Refusal('wrong_state', `A veto is given or taken back before the decision; the debrief is ${stateWords(facts.state)}.`);
  if (facts.openBallot !== null) return new Refusal('wrong_state', 'A ballot is open: vote in it, and give or take back a veto after the reveal.');
  if (facts.policy.vetoSeats.length === 0) return new Refusal('wrong_state', 'This rubric gives nobody a veto.');
  const refusal = outsider(facts);
  if (refusal) return refusal;
  return vetoSeatsOf(facts).length > 0 ? null : new Refusal('forbidden', 'Your seat has no veto under this rubric.');
}

export function checkDissent(facts: DebriefFacts): Refusal | null {
  if (facts.state !== 'decided')
    return new Refusal('wrong_state', `A dissent is written between the decision and its closing; the debrief is ${stateWords(facts.state)}.`);
  if (facts.decidedBy === facts.viewer.userId) return new Refusal('forbidden', 'You made this decision yourself: reopen it instead.');
  return outsider(facts);
}
