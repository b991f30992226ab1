import { debriefAbilities } from '../abilities/debrief-abilities.js';
import { checkClosing, checkVeto } from './debrief-actions.js';
import type { DebriefFacts } from './debrief-facts.js';
import { checkMove } from './debrief-moves.js';
import { checkDecision, type DecisionBasis, type DecisionRequest } from './decision.js';
import { tally } from './ballot-tally.js';
import type { Elector } from './electorate.js';

const elector = (userId: string): Elector => ({ userId, name: userId, kinds: ['interviewer'], covers: [userId] });

function facts(more: Partial<DebriefFacts> = {}, viewer: Partial<DebriefFacts['viewer']> = {}): DebriefFacts {
  return {
    state: 'ready',
    applicationStatus: 'active',
    openBallot: null,
    revealed: [],
    panel: [elector('ann'), elector('bob')],
    committee: [],
    policy: { firstBallot: true, secondBallot: true, committeeBallot: false, quorum: null, decider: 'hiring_manager', vetoSeats: [] },
    facilitatorSeated: true,
    hiringManagerAvailable: true,
    decisionOverdue: false,
    vetoes: [],
    decidedBy: null,
    viewer: { userId: 'fay', siteRole: 'member', sight: 'content', jobSeats: [], applicationSeats: ['facilitator'], ...viewer },
    ...more,
  };
}
const manager = { userId: 'hana', jobSeats: ['hiring_manager'], applicationSeats: [] } as const;
const after = { state: 'discussing', revealed: ['first', 'second'] } as const;

describe('a move of the debrief', () => {
  it('names the state it needs, the person it needs and what comes first', () => {
    expect(checkMove('open_second_ballot', facts())).toMatchObject({
      code: 'wrong_state',
      message: 'To open the second ballot, the debrief must be discussing; it is ready.',
    });
    expect(checkMove('open_first_ballot', facts({}, manager))).toMatchObject({ code: 'forbidden' });
    expect(checkMove('start_discussing', facts())).toMatchObject({
      code: 'incomplete',
      message: 'The first ballot comes before talking: open it first.',
    });
    expect(checkMove('decide', facts({ state: 'discussing', revealed: ['first'] }, manager))).toMatchObject({ code: 'incomplete' });
    expect(checkMove('decide', facts(after, manager))).toBeNull();
  });

  it('falls to the hiring team where nobody is seated as facilitator', () => {
    expect(checkMove('open_first_ballot', facts({ facilitatorSeated: false }, manager))).toBeNull();
    expect(checkMove('open_first_ballot', facts({ facilitatorSeated: false }, { ...manager, jobSeats: ['coordinator'] }))).toMatchObject({
      code: 'forbidden',
    });
  });

  it('skips what the policy skips and what one seat alone would vote in', () => {
    const policy = { ...facts().policy, firstBallot: false, secondBallot: false };
    expect(checkMove('decide', facts({ policy }, manager))).toBeNull();
    expect(checkMove('open_first_ballot', facts({ policy }))).toMatchObject({ message: 'This debrief has no first ballot. Start the discussion.' });
    expect(checkMove('decide', facts({ panel: [elector('ann')] }, manager))).toBeNull();
    expect(checkMove('open_first_ballot', facts({ panel: [] }))).toMatchObject({ code: 'incomplete' });
  });

  it('does not hold a passed ballot against a panel that grew since', () => {
    expect(checkMove('decide', facts({ state: 'discussing', revealed: ['second'] }, manager))).toBeNull();
    expect(checkMove('open_second_ballot', facts({ state: 'discussing', revealed: ['committee'] }))).toMatchObject({ code: 'wrong_state' });
  });

  it("is nobody's who sees the stage alone, reads as an auditor or under break-glass", () => {
    for (const viewer of [{ sight: 'status' }, { siteRole: 'auditor' }, { siteRole: 'admin', applicationSeats: [] }] as const) {
      expect(Object.values(debriefAbilities(facts({ facilitatorSeated: false }, viewer)))).not.toContain(true);
    }
  });

  it('lets one member of a committee decide alone, and several only write down their ballot', () => {
    const policy = { ...facts().policy, firstBallot: false, secondBallot: false, committeeBallot: true, decider: 'committee_majority' } as const;
    expect(checkMove('decide', facts({ policy }))).toMatchObject({ code: 'incomplete' });
    expect(checkMove('decide', facts({ policy, committee: [elector('cleo')] }))).toMatchObject({ code: 'forbidden' });
    expect(
      checkMove('decide', facts({ policy, committee: [elector('cleo')] }, { userId: 'cleo', applicationSeats: ['committee_member'] })),
    ).toBeNull();
    const two = [elector('cleo'), elector('cody')];
    expect(checkMove('decide', facts({ policy, committee: two }))).toMatchObject({
      code: 'incomplete',
      message: "The committee's ballot comes first.",
    });
    expect(checkMove('decide', facts({ policy, committee: two, state: 'discussing', revealed: ['committee'] }))).toBeNull();
  });
});

describe('a decision', () => {
  const request: DecisionRequest = { outcome: 'hire', explanation: null, overrideReason: null, escalationReason: null, inputHash: 'h' };
  const basis: DecisionBasis = { recommendation: { inputHash: 'h', outcome: 'hire' }, committee: null, openChallenges: 0 };
  const mine = facts(after, manager);

  it('needs an explanation exactly where it differs from the recommendation', () => {
    for (const outcome of ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'] as const) {
      const refusal = checkDecision(mine, { ...request, outcome }, basis);
      expect(refusal?.code ?? null).toBe(outcome === 'hire' ? null : 'explanation_required');
      expect(checkDecision(mine, { ...request, outcome, explanation: 'Because.' }, basis)).toBeNull();
    }
    expect(checkDecision(mine, request, { ...basis, recommendation: { inputHash: 'h', outcome: 'insufficient_evidence' } })).toMatchObject({
      code: 'explanation_required',
    });
  });

  it('stands on what the decider read, under no veto, with no challenge passed over in silence', () => {
    expect(checkDecision(mine, { ...request, inputHash: 'old' }, basis)).toMatchObject({ code: 'version_conflict' });
    expect(checkDecision({ ...mine, vetoes: ['bar_raiser'] }, request, basis)).toMatchObject({ code: 'forbidden' });
    expect(checkDecision({ ...mine, vetoes: ['bar_raiser'] }, { ...request, outcome: 'no_hire', explanation: 'Vetoed.' }, basis)).toBeNull();
    expect(checkDecision(mine, request, { ...basis, openChallenges: 2 })).toMatchObject({ code: 'reason_required' });
    expect(checkDecision(mine, { ...request, overrideReason: 'Settled by talk.' }, { ...basis, openChallenges: 2 })).toBeNull();
  });

  it("is the committee's where a committee decides", () => {
    const policy = { ...mine.policy, committeeBallot: true, decider: 'committee_majority' } as const;
    const theirs = facts({ state: 'discussing', revealed: ['first', 'second', 'committee'], policy, committee: [elector('cleo'), elector('cody')] });
    const committee = tally(['no_hire', 'no_hire']);
    expect(checkDecision(theirs, request, { ...basis, committee })).toMatchObject({ code: 'conflict' });
    expect(checkDecision(theirs, { ...request, outcome: 'no_hire', explanation: 'So they voted.' }, { ...basis, committee })).toBeNull();
  });

  it('passes to the recruiter only when it is overdue and no manager is there', () => {
    const recruiter = { userId: 'rita', jobSeats: ['recruiter'], applicationSeats: [] } as const;
    const late = facts({ ...after, decisionOverdue: true, hiringManagerAvailable: false }, recruiter);
    expect(checkDecision(late, request, basis)).toMatchObject({ code: 'reason_required' });
    expect(checkDecision(late, { ...request, escalationReason: 'On leave.' }, basis)).toBeNull();
    expect(checkMove('decide', { ...late, decisionOverdue: false })).toMatchObject({ code: 'forbidden' });
    expect(checkMove('decide', { ...late, hiringManagerAvailable: true })).toMatchObject({ code: 'forbidden' });
  });
});

describe('closing and vetoing', () => {
  const open = facts({ state: 'first_ballot', openBallot: 'first' });

  it('asks why for everybody whose seat did not vote', () => {
    expect(checkClosing(open, new Set(), [])).toMatchObject({ code: 'incomplete' });
    expect(checkClosing(open, new Set(['ann']), [{ userId: 'bob', reason: ' ' }])).toMatchObject({ code: 'reason_required' });
    expect(checkClosing(open, new Set(['ann']), [{ userId: 'bob', reason: 'ill' }])).toBeNull();
    expect(checkClosing({ ...open, panel: [] }, new Set(['ann']), [])).toBeNull();
  });

  it('keeps a veto out of an open ballot, and to the seat the rubric names', () => {
    const bar = { userId: 'bo', jobSeats: [], applicationSeats: ['bar_raiser'] } as const;
    const policy = { ...open.policy, vetoSeats: ['bar_raiser'] };
    expect(checkVeto(facts({ ...open, policy }, bar))).toMatchObject({ code: 'wrong_state' });
    expect(checkVeto(facts({ policy }, bar))).toBeNull();
    expect(checkVeto(facts({ policy }, manager))).toMatchObject({ code: 'forbidden' });
    expect(checkVeto(facts({}, bar))).toMatchObject({ code: 'wrong_state' });
  });
});
