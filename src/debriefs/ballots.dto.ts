import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { VOTE_CHOICES, type VoteChoice } from '../domain/debrief/ballot-tally.js';
import { BALLOT_KINDS, type BallotKind } from '../domain/debrief/electorate.js';

const OUTCOMES = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'] as const;

export class OpenBallotBody {
  @ApiProperty({ enum: BALLOT_KINDS })
  @IsIn(BALLOT_KINDS)
  kind: BallotKind;
}

export class VoteBody {
  /** Abstaining is a vote of its own. */
  @ApiProperty({ enum: VOTE_CHOICES })
  @IsIn(VOTE_CHOICES)
  choice: VoteChoice;
  /** Opened with the vote. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  words?: string;
}

export class AbsenceBody {
  @IsUUID()
  userId: string;
  @IsString()
  @MaxLength(2000)
  reason: string;
}

export class CloseBallotBody {
  /** One for everybody whose vote is outstanding. */
  @ApiProperty({ type: [AbsenceBody], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => AbsenceBody)
  absences?: AbsenceBody[];
}

export class ShownDto {
  inputHash: string;
  engine: number;
  @ApiProperty({ enum: [...OUTCOMES, 'insufficient_evidence'] })
  outcome: string;
}

export class BallotSeatDto {
  userId: string;
  name: string;
  @ApiProperty({ enum: ['interviewer', 'hiring_manager', 'bar_raiser', 'committee_member'], isArray: true })
  kinds: string[];
  /** Null while the ballot is sealed, except to the facilitator and for yourself. */
  @ApiProperty({ type: Boolean, nullable: true })
  voted: boolean | null;
  /** Why an absent person did not vote. */
  reason: string | null;
}

export class VoteDto {
  userId: string;
  name: string;
  @ApiProperty({ enum: VOTE_CHOICES })
  choice: VoteChoice;
  words: string;
  /** With these three anybody can check the commitment in the history. */
  salt: string;
  commitment: string;
  /** Why the vote does not count: its voter came to be in conflict of interest. */
  voided: string | null;
}

export class OwnVoteDto {
  @ApiProperty({ enum: VOTE_CHOICES })
  choice: VoteChoice;
  words: string;
}

export class TallyDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  counts: Record<VoteChoice, number>;
  forHire: number;
  against: number;
  /** A tie is no hire. */
  tie: boolean;
  @ApiProperty({ enum: OUTCOMES })
  result: string;
  /** What the committee decided by its rule; null for the panel's ballots. */
  @ApiProperty({ enum: OUTCOMES, nullable: true })
  committeeOutcome: string | null;
}

export class BallotDto {
  id: string;
  @ApiProperty({ enum: BALLOT_KINDS })
  kind: BallotKind;
  roundNumber: number;
  @ApiProperty({ enum: ['open', 'revealed'] })
  status: 'open' | 'revealed';
  openedAt: string;
  revealedAt: string | null;
  /** Who closed it before everybody voted. */
  closedBy: string | null;
  /** The recommendation the voters had before them. */
  shown: ShownDto;
  seats: BallotSeatDto[];
  /** Your own vote; while the ballot is open you may change it. */
  @ApiProperty({ type: OwnVoteDto, nullable: true })
  mine: OwnVoteDto | null;
  /** Null until the reveal. */
  @ApiProperty({ type: [VoteDto], nullable: true })
  votes: VoteDto[] | null;
  @ApiProperty({ type: TallyDto, nullable: true })
  tally: TallyDto | null;
}

export class MovementDto {
  roundNumber: number;
  userId: string;
  name: string;
  @ApiProperty({ enum: VOTE_CHOICES })
  from: VoteChoice;
  @ApiProperty({ enum: VOTE_CHOICES })
  to: VoteChoice;
  /** Towards hiring (positive) or away from it; null where one of the two is an abstention. */
  @ApiProperty({ type: Number, nullable: true })
  steps: number | null;
  /** Others whose first vote the new one is nearer to. */
  towards: string[];
}

export class BallotsDto {
  /** Newest first. */
  items: BallotDto[];
  /** Who changed their mind between the first and the second ballot of a round. */
  movements: MovementDto[];
}
