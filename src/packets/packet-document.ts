import type { BallotKind } from '../domain/debrief/electorate.js';
import type { VoteChoice } from '../domain/debrief/ballot-tally.js';
import type { NextSignalPlan } from '../domain/next-signal/next-signal-plan.js';
import type { Outcome, Recommendation, ScoredOutcome } from '../domain/recommendation/recommendation.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import type { CardContent } from '../domain/scorecard/scorecard.js';
import type { PacketDto } from './packet.dto.js';
import type { PacketCardDto, PacketRevisionDto } from './packet.dto.js';
import type { PacketBallotDto, PacketDecisionDto, PacketMovementDto, PacketVoteDto } from './packet-talk.dto.js';

type Replaced = 'opened' | 'rubricVersion' | 'cards' | 'recommendation' | 'unexposed' | 'nextSignal' | 'ballots' | 'movements' | 'decisions';

export interface DocumentRevision extends Omit<PacketRevisionDto, 'content'> {
  readonly content: CardContent | null;
}

export interface DocumentCard extends Omit<PacketCardDto, 'content' | 'revisions'> {
  readonly content: CardContent | null;
  readonly revisions: readonly DocumentRevision[];
}

export interface DocumentBallot extends Omit<PacketBallotDto, 'kind' | 'votes' | 'tally' | 'seats'> {
  readonly kind: BallotKind;
  readonly votes: readonly (Omit<PacketVoteDto, 'choice'> & { readonly choice: VoteChoice })[] | null;
  readonly seats: readonly { readonly userId: string; readonly name: string; readonly voted: boolean; readonly reason: string | null }[] | null;
  readonly tally: {
    readonly forHire: number;
    readonly against: number;
    readonly tie: boolean;
    readonly result: ScoredOutcome;
    readonly committeeOutcome: ScoredOutcome | null;
  } | null;
}

/** A packet as it was sent, read again: what its page and its PDF are made from. */
export interface PacketDocument extends Omit<PacketDto, Replaced> {
  readonly opened: { readonly userId: string; readonly name: string; readonly at: string };
  readonly rubricVersion: Omit<PacketDto['rubricVersion'], 'content'> & { readonly content: RubricContent };
  readonly cards: readonly DocumentCard[];
  readonly recommendation: Recommendation;
  readonly unexposed: { readonly outcome: Outcome; readonly deciding: number | null; readonly differs: boolean };
  readonly nextSignal: NextSignalPlan | null;
  readonly ballots: readonly DocumentBallot[];
  readonly movements: readonly (Omit<PacketMovementDto, 'from' | 'to'> & { readonly from: VoteChoice; readonly to: VoteChoice })[];
  readonly decisions: readonly (Omit<PacketDecisionDto, 'outcome'> & { readonly outcome: ScoredOutcome })[];
}
