import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DEBRIEF_STATES, type DebriefState } from '../domain/debrief/debrief-states.js';
import { PageQuery } from '../platform/page-query.dto.js';
import { QueryFlag } from '../platform/query-flag.js';
import { QueryTime } from '../platform/query-time.js';
import type { ScorecardsReader } from '../scorecards/scorecards.reader.js';

export class ListDebriefsQuery extends PageQuery {
  @ApiProperty({ enum: DEBRIEF_STATES, required: false })
  @IsOptional()
  @IsIn(DEBRIEF_STATES)
  state?: DebriefState;
  @IsOptional()
  @IsUUID()
  jobId?: string;
  /** Only those whose decision is due before this time. */
  @QueryTime()
  dueBefore?: Date;
  /** True: not decided yet; false: decided or closed. */
  @QueryFlag()
  open?: boolean;
}

export class DebriefReasonBody {
  /** Why, in words. */
  @IsString()
  @MaxLength(4000)
  @Matches(/\S/, { message: 'must say something' })
  reason: string;
}

export class DebriefSummaryDto {
  id: string;
  applicationId: string;
  jobId: string;
  jobTitle: string;
  candidateId: string;
  candidateName: string;
  @ApiProperty({ enum: DEBRIEF_STATES })
  state: DebriefState;
  /** 1, and one more after every reopening. */
  roundNumber: number;
  /** When the decision is due. */
  dueAt: Date | null;
  /** What you see of it: `status` is the stage alone. */
  @ApiProperty({ enum: ['status', 'content'] })
  sight: 'status' | 'content';
}

export class DebriefPageDto {
  items: DebriefSummaryDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class DebriefPolicyDto {
  firstBallot: boolean;
  secondBallot: boolean;
  committeeBallot: boolean;
  /** Null: more than half of the committee. */
  @ApiProperty({ type: Number, nullable: true })
  quorum: number | null;
  @ApiProperty({ enum: ['hiring_manager', 'committee_majority', 'committee_unanimous'] })
  decider: string;
  /** Seats that may veto. */
  vetoSeats: string[];
}

export class ElectorDto {
  userId: string;
  name: string;
  @ApiProperty({ enum: ['interviewer', 'hiring_manager', 'bar_raiser', 'committee_member'], isArray: true })
  kinds: string[];
}

export class VetoDto {
  id: string;
  seat: string;
  by: string;
  name: string;
  reason: string;
  at: string;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

export class ReopeningDto {
  /** The round it began. */
  roundNumber: number;
  @ApiProperty({ enum: DEBRIEF_STATES })
  fromState: DebriefState;
  reason: string;
  /** An offer nobody had accepted was out and was halted. */
  offerHalted: boolean;
  by: string;
  at: string;
}

export class DebriefAbilitiesDto {
  openFirstBallot: boolean;
  startDiscussing: boolean;
  openSecondBallot: boolean;
  openCommitteeBallot: boolean;
  vote: boolean;
  closeBallot: boolean;
  challenge: boolean;
  veto: boolean;
  withdrawVeto: boolean;
  decide: boolean;
  dissent: boolean;
  close: boolean;
  reopen: boolean;
}

/** Cards as the room of scorecards shows them to this viewer. */
export type PanelCards = Awaited<ReturnType<ScorecardsReader['visibleCards']>>['cards'];

/** For those who see the cards. Ballots, challenges, decisions and the recommendation have addresses of their own. */
export class DebriefContentDto {
  /** Every card of the panel, in the order of the rounds. */
  @ApiProperty({ type: 'array', items: { $ref: '#/components/schemas/ScorecardDto' } })
  cards: PanelCards;
  readyAt: Date | null;
  decidedAt: Date | null;
  closedAt: Date | null;
  policy: DebriefPolicyDto;
  /** Who votes in the panel's ballots, as things stand. */
  panel: ElectorDto[];
  committee: ElectorDto[];
  @ApiProperty({ enum: ['first', 'second', 'committee'], nullable: true })
  openBallot: string | null;
  /** Ballots of this round that were revealed. */
  @ApiProperty({ enum: ['first', 'second', 'committee'], isArray: true })
  ballotsHeld: string[];
  /** Ballots still to be held in this round before the decision. */
  @ApiProperty({ enum: ['first', 'second', 'committee'], isArray: true })
  ballotsOwed: string[];
  openChallenges: number;
  vetoes: VetoDto[];
  reopenings: ReopeningDto[];
  /** The decision is overdue and no hiring manager can make it: the recruiter may. */
  escalated: boolean;
}

export class DebriefDto extends DebriefSummaryDto {
  /** Null where you see the stage alone. */
  @ApiProperty({ type: DebriefContentDto, nullable: true })
  content: DebriefContentDto | null;
  abilities: DebriefAbilitiesDto;
}
