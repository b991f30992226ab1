import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import {
  CHALLENGE_ANSWERS,
  CHALLENGE_REASONS,
  type ChallengeAnswer,
  type ChallengeReason,
  type ChallengeStatus,
} from '../domain/debrief/challenge.js';

const SOMETHING = { message: 'must say something' };

export class RaiseChallengeBody {
  @IsUUID()
  scorecardId: string;
  /** Key of the criterion whose rating is challenged. */
  @IsString()
  @MaxLength(100)
  criterion: string;
  @ApiProperty({ enum: CHALLENGE_REASONS })
  @IsIn(CHALLENGE_REASONS)
  reasonCode: ChallengeReason;
  @IsString()
  @MaxLength(4000)
  @Matches(/\S/, SOMETHING)
  words: string;
}

export class ReplyBody {
  @IsString()
  @MaxLength(4000)
  @Matches(/\S/, SOMETHING)
  words: string;
  /** The reply this one answers. */
  @ApiProperty({ type: String, format: 'uuid', nullable: true, required: false })
  @IsOptional()
  @IsUUID()
  parentId?: string | null;
}

export class AnswerBody {
  /** `revised` needs an amendment of the card made after the challenge. */
  @ApiProperty({ enum: CHALLENGE_ANSWERS })
  @IsIn(CHALLENGE_ANSWERS)
  outcome: ChallengeAnswer;
  @IsString()
  @MaxLength(4000)
  @Matches(/\S/, SOMETHING)
  words: string;
}

export class RatingAtDto {
  /** Of the card. */
  revision: number;
  /** Null: not assessed. */
  @ApiProperty({ type: Number, nullable: true })
  level: number | null;
}

export class ShownThenDto {
  inputHash: string;
  engine: number;
  outcome: string;
  @ApiProperty({ type: Number, nullable: true })
  deciding: number | null;
}

export class ReplyDto {
  id: string;
  parentId: string | null;
  authorId: string;
  authorName: string;
  words: string;
  saidAt: string;
}

export class ChallengeAbilitiesDto {
  reply: boolean;
  uphold: boolean;
  revise: boolean;
  withdraw: boolean;
}

export class ChallengeDto {
  id: string;
  roundNumber: number;
  scorecardId: string;
  /** Who wrote the card. */
  authorId: string;
  authorName: string;
  criterion: string;
  @ApiProperty({ enum: CHALLENGE_REASONS })
  reasonCode: ChallengeReason;
  words: string;
  raisedBy: string;
  raisedByName: string;
  raisedAt: Date;
  @ApiProperty({ enum: ['open', ...CHALLENGE_ANSWERS] })
  status: ChallengeStatus;
  /** The rating as it was challenged. */
  before: RatingAtDto;
  /** The rating as it stood at the answer. */
  @ApiProperty({ type: RatingAtDto, nullable: true })
  after: RatingAtDto | null;
  resolution: string | null;
  resolvedBy: string | null;
  resolvedAt: Date | null;
  /** The recommendation when it was raised. */
  recommendationBefore: ShownThenDto;
  /** The recommendation when it was answered. */
  @ApiProperty({ type: ShownThenDto, nullable: true })
  recommendationAfter: ShownThenDto | null;
  replies: ReplyDto[];
  abilities: ChallengeAbilitiesDto;
}

export class ChallengesDto {
  /** In the order they were raised. */
  items: ChallengeDto[];
}
