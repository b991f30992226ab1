/**
 * What happens in the debrief rooms, by event type. `debrief.state_changed` says no more than the stage and is for everybody who
 * may know of the application; every other type here carries or times a judgement and is for those who may see the content.
 *
 * A vote is sealed until the reveal, in history too: `ballot.voted` is told by the product itself, not by the voter, and carries
 * only a salted commitment. `ballot.revealed` gives voters, choices and salts, so that each commitment can be checked.
 */
import type { Change } from './events.js';

interface Figures {
  readonly inputHash: string;
  readonly engine: number;
  readonly outcome: string;
  readonly deciding: number | null;
}

export interface DebriefEvents {
  'debrief.state_changed': Change<{ readonly state: string }> & { readonly roundNumber?: number; readonly skipped?: readonly string[] };
  /** Somebody asked for what is sealed to them. */
  'debrief.reading_refused': { readonly part: string };
  'debrief.reopened': { readonly roundNumber: number; readonly supersededDecisionId: string | null };
  'offer.halted': Change<{ readonly status: string }>;
  'ballot.opened': {
    readonly ballotId: string;
    readonly kind: string;
    readonly roundNumber: number;
    readonly inputHash: string;
    readonly engine: number;
  };
  'ballot.voted': { readonly ballotId: string; readonly kind: string; readonly commitment: string };
  'ballot.revealed': {
    readonly ballotId: string;
    readonly kind: string;
    readonly result: string;
    readonly votes: readonly {
      readonly voterId: string;
      readonly choice: string;
      readonly words: string;
      readonly salt: string;
      readonly commitment: string;
      readonly voided: string | null;
    }[];
    readonly absent: readonly { readonly userId: string; readonly reason: string }[];
  };
  'challenge.raised': {
    readonly challengeId: string;
    readonly scorecardId: string;
    readonly criterion: string;
    readonly revision: number;
    readonly level: number | null;
    readonly reasonCode: string;
    readonly words: string;
    readonly shown: Figures;
  };
  'challenge.replied': { readonly challengeId: string; readonly replyId: string; readonly parentId: string | null; readonly words: string };
  'challenge.resolved': {
    readonly challengeId: string;
    readonly scorecardId: string;
    readonly outcome: string;
    readonly words: string;
    readonly criterion: string;
    readonly before: { readonly revision: number; readonly level: number | null };
    readonly after: { readonly revision: number; readonly level: number | null };
    readonly shown: Figures;
  };
  'veto.cast': { readonly vetoId: string; readonly seat: string };
  'veto.withdrawn': { readonly vetoId: string; readonly seat: string };
  'decision.recorded': {
    readonly decisionId: string;
    readonly roundNumber: number;
    readonly decider: string;
    readonly outcome: string;
    readonly departs: boolean;
    readonly rationale: string;
    readonly explanation: string | null;
    readonly level: string;
    readonly conditions: string;
    readonly overrodeChallenges: readonly string[];
    readonly shown: Figures;
  };
  'decision.superseded': { readonly decisionId: string; readonly roundNumber: number };
  'decision.dissented': { readonly decisionId: string; readonly words: string };
}
