/**
 * What the viewer may do in a debrief now: the same checks the services refuse by, asked without doing anything.
 *
 * Source: architecture, "abilities".
 */
import { checkChallenge, checkDissent, checkMayClose, checkVeto, checkVetoWithdrawal, checkVote } from '../debrief/debrief-actions.js';
import type { DebriefFacts } from '../debrief/debrief-facts.js';
import { checkMove } from '../debrief/debrief-moves.js';

export interface DebriefAbilities {
  readonly openFirstBallot: boolean;
  readonly startDiscussing: boolean;
  readonly openSecondBallot: boolean;
  readonly openCommitteeBallot: boolean;
  readonly vote: boolean;
  readonly closeBallot: boolean;
  readonly challenge: boolean;
  readonly veto: boolean;
  readonly withdrawVeto: boolean;
  readonly decide: boolean;
  readonly dissent: boolean;
  readonly close: boolean;
  readonly reopen: boolean;
}

/** In: the facts for one viewer. Out: one yes or no per thing that can be done. Pure. */
export function debriefAbilities(facts: DebriefFacts): DebriefAbilities {
  return {
    openFirstBallot: checkMove('open_first_ballot', facts) === null,
    startDiscussing: checkMove('start_discussing', facts) === null,
    openSecondBallot: checkMove('open_second_ballot', facts) === null,
    openCommitteeBallot: checkMove('open_committee_ballot', facts) === null,
    vote: checkVote(facts) === null,
    closeBallot: checkMayClose(facts) === null,
    challenge: checkChallenge(facts) === null,
    veto: checkVeto(facts) === null,
    withdrawVeto: facts.vetoes.length > 0 && checkVetoWithdrawal(facts) === null,
    decide: checkMove('decide', facts) === null,
    dissent: checkDissent(facts) === null,
    close: checkMove('close', facts) === null,
    reopen: checkMove('reopen', facts) === null,
  };
}
