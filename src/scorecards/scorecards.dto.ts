import { AnyJson } from '../platform/any-json.js';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import type { CardContent } from '../domain/scorecard/scorecard.js';
import type { CardChangeCode } from '../domain/scorecard/card-changes.js';
import { CARD_CHANGE_CODES } from '../domain/scorecard/card-changes.js';
import { PageQuery } from '../platform/cursor.js';
import { CardContentDto, ScorecardAbilitiesDto } from './scorecard-writing.dto.js';

/**
 * What is shown of a card's state. A draft is its author's alone: to everybody else it is due. `not_due` is a card whose
 * interview was cancelled or missed.
 */
export const SHOWN_STATUSES = ['due', 'draft', 'submitted', 'declined', 'waived', 'not_due'] as const;
export type ShownStatus = (typeof SHOWN_STATUSES)[number];

export class ListScorecardsQuery extends PageQuery {
  /** Only the caller's own cards, the ones due first at the top. Needed where no application is named. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  mine?: boolean;
  /** The cards of one application, in round order. */
  @IsOptional()
  @IsUUID()
  applicationId?: string;
  @ApiProperty({ enum: SHOWN_STATUSES, required: false })
  @IsOptional()
  @IsIn(SHOWN_STATUSES)
  status?: ShownStatus;
}

export class CompareRevisionsQuery {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  from: number;
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  to: number;
}

export class NamedDto {
  id: string;
  name: string;
}

export class RoundNameDto {
  key: string;
  name: string;
}

export class InterviewTimeDto {
  id: string;
  @ApiProperty({ enum: ['planned', 'scheduled', 'held', 'cancelled', 'no_show'] })
  status: string;
  startsAt: Date | null;
  endsAt: Date | null;
}

/**
 * A scorecard as far as the caller may know it. Until they may see its content there is only its place, its interviewer,
 * its status and whether it counts.
 */
export class ScorecardDto {
  id: string;
  applicationId: string;
  round: RoundNameDto;
  interviewer: NamedDto;
  @ApiProperty({ enum: SHOWN_STATUSES })
  status: ShownStatus;
  /** False for a card that never counts: a shadow's, or one that came after the first ballot. */
  counts: boolean;
  @ApiProperty({ type: ScorecardAbilitiesDto })
  abilities: ScorecardAbilitiesDto;

  /** To its author: who and what for. */
  candidate?: NamedDto;
  job?: NamedDto;
  interview?: InterviewTimeDto;
  /** To its author: the number for `If-Match`. */
  version?: number;
  dueAt?: Date | null;
  /** Why it was declined, to those who may see the content of the others. */
  reasonCode?: string | null;
  reason?: string | null;
  /** To those who may see its content. */
  revision?: number;
  rubricVersionId?: string;
  submittedAt?: Date | null;
  firstSubmittedAt?: Date | null;
  /** Its author had been shown another's card on this candidate before the current revision. */
  exposed?: boolean;
  imported?: boolean;
  @ApiProperty({ type: CardContentDto, nullable: true, required: false })
  content?: CardContent | null;
}

export class ScorecardPageDto {
  items: ScorecardDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class RevisionDto {
  number: number;
  /** Why it was amended; null on the first. */
  reason: string | null;
  exposed: boolean;
  contentHash: string;
  /** With the content, what the hash is over: SHA-256 of the salt, a line feed and the canonical JSON. */
  salt: string;
  submittedAt: Date;
  @ApiProperty({ type: CardContentDto })
  content: CardContent;
}

export class RevisionsDto {
  items: RevisionDto[];
}

export class CardChangeDto {
  @ApiProperty({ enum: CARD_CHANGE_CODES })
  code: CardChangeCode;
  /** Into the later revision; into the earlier one for what is gone. */
  pointer: string;
  key?: string;
  @AnyJson()
  before?: unknown;
  @AnyJson()
  after?: unknown;
}

export class RevisionComparisonDto {
  from: number;
  to: number;
  changes: CardChangeDto[];
}
