/**
 * What the viewer may do in a debrief now: the same checks the services refuse by, asked without doing anything.
 *
 * Source: architecture, "abilities".
 */
import { checkAnswer, type ChallengedCard, type OpenChallenge } from '../debrief/challenge.js';
import {
  checkChallenge,
  checkChallengeTalk,
  checkDissent,
  checkMayClose,
  checkVeto,
  checkVetoWithdrawal,
  checkVote,
} from '../debrief/debrief-actions.js';
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

export interface ChallengeAbilities {
  readonly reply: boolean;
  readonly uphold: boolean;
  /** The card was amended since: the challenge can be answered with it. */
  readonly revise: boolean;
  readonly withdraw: boolean;
}

/** In: the facts for one viewer, a challenge and its card as it stands. Out: what the viewer may do about it. Pure. */
export function challengeAbilities(facts: DebriefFacts, challenge: OpenChallenge, card: ChallengedCard): ChallengeAbilities {
  const talk = checkChallengeTalk(facts) === null;
  const answers = (answer: 'upheld' | 'revised' | 'withdrawn') => talk && checkAnswer(challenge, answer, card, facts.viewer.userId) === null;
  return { reply: talk, uphold: answers('upheld'), revise: answers('revised'), withdraw: answers('withdrawn') };
}
