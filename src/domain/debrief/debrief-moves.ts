/**
 * Whether a move can be made, and if not, why, in words: first the state, then the person, then what the move needs, in the
 * order the table gives. The services refuse with exactly this, and a screen's buttons are its absence.
 *
 * Source: product design, "Application and debrief life"; the table is `debrief-states.ts`.
 */
import { Refusal } from '../refusal.js';
import { decides, facilitates, isHiringTeam, takesPart, type DebriefFacts } from './debrief-facts.js';
import { stateWords, TRANSITIONS, type Move, type Mover, type Need, type Transition } from './debrief-states.js';
import { BALLOT_KINDS, type BallotKind } from './electorate.js';

const MOVER_WORDS: Readonly<Record<Mover, string>> = {
  cards: 'the cards coming in',
  reveal: "the ballot's reveal",
  facilitator: 'the facilitator (or the hiring team, where nobody is seated as one)',
  decider: 'whoever decides under the rubric',
  hiring_team: 'the hiring manager or the recruiter',
};

/**
 * The refusal of a move by this viewer now, or null.
 *
 * In: the move and the facts. Out: `wrong_state`, `forbidden` or `incomplete` with the way out in words. Pure.
 */
export function checkMove(move: Move, facts: DebriefFacts): Refusal | null {
  const transition: Transition = TRANSITIONS[move];
  if (!transition.from.includes(facts.state)) return wrongState(transition, facts);
  if (!mayMove(transition.by, facts)) return new Refusal('forbidden', `Only ${MOVER_WORDS[transition.by]} may ${transition.words}.`);
  for (const need of transition.needs) {
    const refusal = NEEDS[need](facts);
    if (refusal) return refusal;
  }
  return null;
}

function wrongState(transition: Transition, { state }: DebriefFacts): Refusal {
  const from = transition.from.map(stateWords).join(' or ');
  return new Refusal('wrong_state', `To ${transition.words}, the debrief must be ${from}; it is ${stateWords(state)}.`);
}

function mayMove(by: Mover, facts: DebriefFacts): boolean {
  switch (by) {
    case 'cards':
    case 'reveal':
      return false;
    case 'facilitator':
      return facilitates(facts);
    case 'decider':
      return decides(facts);
    case 'hiring_team':
      return takesPart(facts) && isHiringTeam(facts);
  }
}

const NEEDS: Readonly<Record<Need, (facts: DebriefFacts) => Refusal | null>> = {
  application_open: ({ applicationStatus }) =>
    ['active', 'on_hold', 'offered'].includes(applicationStatus)
      ? null
      : new Refusal('wrong_state', `The application is ${applicationStatus}: bring it back first.`),
  not_hired: ({ applicationStatus }) =>
    applicationStatus === 'hired'
      ? new Refusal('wrong_state', 'The offer was accepted: a debrief is not reopened over a person who was hired.')
      : null,
  first_ballot_owed: (facts) => owedRefusal('first', facts, 'Start the discussion.'),
  first_ballot_settled: (facts) =>
    isOwed('first', facts) ? new Refusal('incomplete', 'The first ballot comes before talking: open it first.') : null,
  second_ballot_owed: (facts) => owedRefusal('second', facts, 'Go on without it.'),
  second_ballot_settled: (facts) =>
    isOwed('second', facts) ? new Refusal('incomplete', 'The second ballot comes first: the panel estimates again after talking.') : null,
  committee_ballot_owed: (facts) => owedRefusal('committee', facts, 'Go on without it.'),
  committee_ballot_settled: (facts) => (isOwed('committee', facts) ? new Refusal('incomplete', "The committee's ballot comes first.") : null),
  committee_seated: ({ policy, committee }) =>
    policy.decider !== 'hiring_manager' && committee.length === 0
      ? new Refusal('incomplete', 'A committee decides here, and nobody sits on it: seat its members first.')
      : null,
};

const POLICY_OF = { first: 'firstBallot', second: 'secondBallot', committee: 'committeeBallot' } as const;

/**
 * A ballot is owed when the policy has it, two people or more vote in it, and its time has not passed in this round: the first
 * one's when the discussion starts, another's when it or a later one is revealed.
 */
export function isOwed(kind: BallotKind, facts: DebriefFacts): boolean {
  if (kind === 'first' && facts.state !== 'collecting' && facts.state !== 'ready') return false;
  return facts.policy[POLICY_OF[kind]] && votersOf(kind, facts) >= 2 && !isPast(kind, facts);
}

function isPast(kind: BallotKind, { revealed }: DebriefFacts): boolean {
  return BALLOT_KINDS.slice(BALLOT_KINDS.indexOf(kind)).some((one) => revealed.includes(one));
}

function votersOf(kind: BallotKind, { panel, committee }: DebriefFacts): number {
  return kind === 'committee' ? committee.length : panel.length;
}

function owedRefusal(kind: BallotKind, facts: DebriefFacts, otherwise: string): Refusal | null {
  if (!facts.policy[POLICY_OF[kind]]) return new Refusal('wrong_state', `This debrief has no ${kind} ballot. ${otherwise}`);
  if (isPast(kind, facts)) return new Refusal('wrong_state', `The time of this round's ${kind} ballot has passed. ${otherwise}`);
  const voters = votersOf(kind, facts);
  if (voters === 0) return new Refusal('incomplete', `Nobody has a seat in the ${kind} ballot.`);
  return voters === 1 ? new Refusal('wrong_state', `One seat alone skips the ballot. ${otherwise}`) : null;
}
