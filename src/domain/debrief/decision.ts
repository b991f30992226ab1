/**
 * What a decision needs. Arithmetic, then judgement: whoever decides has the recommendation of this very moment before them
 * and, exactly where they differ from it, explains. A standing veto allows nothing above no hire; a committee's decision is
 * what its ballot said; an open challenge is overridden only with a reason.
 *
 * Source: product design, "Application and debrief life" (decision, challenge) and "Rubric model" (policy).
 */
import type { Outcome } from '../recommendation/recommendation.js';
import { Refusal } from '../refusal.js';
import { committeeOutcome, type Tally, type VotedOutcome } from './ballot-tally.js';
import { isEscalated, type DebriefFacts } from './debrief-facts.js';
import { checkMove } from './debrief-moves.js';

export interface DecisionRequest {
  readonly outcome: VotedOutcome;
  readonly explanation: string | null;
  readonly overrideReason: string | null;
  readonly escalationReason: string | null;
  /** Of the recommendation the decider read. */
  readonly inputHash: string;
}

export interface DecisionBasis {
  readonly recommendation: { readonly inputHash: string; readonly outcome: Outcome };
  /** The revealed committee ballot of this round, where there was one. */
  readonly committee: Tally | null;
  readonly openChallenges: number;
}

/** Whether a decision differs from the recommendation. Insufficient evidence recommends nothing, so every decision differs from it. */
export function departs(outcome: VotedOutcome, recommended: Outcome): boolean {
  return outcome !== recommended;
}

/**
 * The refusal of a decision, or null.
 *
 * In: the facts, what is asked, and what the decision stands on now. Out: in this order the move's own refusal, `version_conflict`
 * (the recommendation is another than the one read), `forbidden` (veto), `conflict` (the committee said otherwise),
 * `reason_required` (challenges, escalation), `explanation_required`. Pure.
 */
export function checkDecision(facts: DebriefFacts, request: DecisionRequest, basis: DecisionBasis): Refusal | null {
  return (
    checkMove('decide', facts) ??
    stale(request, basis) ??
    vetoed(facts, request) ??
    otherThanCommittee(facts, request, basis) ??
    unreasoned(facts, request, basis) ??
    unexplained(request, basis)
  );
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === '';
}

function stale(request: DecisionRequest, { recommendation }: DecisionBasis): Refusal | null {
  if (request.inputHash === recommendation.inputHash) return null;
  return new Refusal(
    'version_conflict',
    'The recommendation changed since you read it. Read it again, then decide.',
    [{ pointer: '/inputHash', code: 'stale', detail: 'is not the hash of the recommendation as it stands' }],
    { current: recommendation },
  );
}

function vetoed({ vetoes }: DebriefFacts, { outcome }: DecisionRequest): Refusal | null {
  if (vetoes.length === 0 || outcome === 'no_hire' || outcome === 'strong_no_hire') return null;
  const detail = `The veto of the ${vetoes.map((seat) => seat.replace('_', ' ')).join(' and the ')} stands: nothing above no hire can be decided.`;
  return new Refusal('forbidden', detail, [{ pointer: '/outcome', code: 'vetoed', detail: 'is above what the veto allows' }]);
}

function otherThanCommittee({ policy }: DebriefFacts, { outcome }: DecisionRequest, { committee }: DecisionBasis): Refusal | null {
  if (policy.decider === 'hiring_manager' || committee === null) return null;
  const said = committeeOutcome(policy.decider, committee);
  if (said === outcome) return null;
  return new Refusal('conflict', `The committee's ballot said ${said.replaceAll('_', ' ')}.`, [
    { pointer: '/outcome', code: 'not_the_ballot', detail: `the ballot said ${said.replaceAll('_', ' ')}` },
  ]);
}

function unreasoned(facts: DebriefFacts, request: DecisionRequest, { openChallenges }: DecisionBasis): Refusal | null {
  if (openChallenges > 0 && isBlank(request.overrideReason)) {
    return new Refusal(
      'reason_required',
      `${openChallenges === 1 ? 'A challenge is' : `${openChallenges} challenges are`} open. Wait for the answer, or say why you decide over it.`,
      [{ pointer: '/overrideReason', code: 'required', detail: 'say why you decide with a challenge open' }],
    );
  }
  if (isEscalated(facts) && isBlank(request.escalationReason)) {
    return new Refusal('reason_required', 'No hiring manager can decide and the decision is overdue. Say why you decide in their place.', [
      { pointer: '/escalationReason', code: 'required', detail: 'say why you decide in the place of the hiring manager' },
    ]);
  }
  return null;
}

function unexplained(request: DecisionRequest, { recommendation }: DecisionBasis): Refusal | null {
  if (!departs(request.outcome, recommendation.outcome) || !isBlank(request.explanation)) return null;
  const detail = `The recommendation is "${recommendation.outcome.replaceAll('_', ' ')}". Explain why you decide otherwise.`;
  return new Refusal('explanation_required', detail, [
    { pointer: '/explanation', code: 'required', detail: 'explain why the decision differs from the recommendation' },
  ]);
}
