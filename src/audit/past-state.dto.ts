import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDate, IsIn, IsUUID, MaxDate, MinDate } from 'class-validator';

const KINDS = ['scorecard', 'debrief'] as const;

export class PastStateQuery {
  @IsIn(KINDS)
  kind: (typeof KINDS)[number];
  @IsUUID()
  id: string;
  /** The moment to look at; what happened at that very moment counts. @example '2026-03-04T12:00:00Z' */
  @Type(() => Date)
  @IsDate()
  @MinDate(new Date('2000-01-01T00:00:00Z'))
  @MaxDate(new Date('2200-01-01T00:00:00Z'))
  at: Date;
}

/** One scorecard as it stood. */
export class PastCardDto {
  id: string;
  interviewerId: string;
  interviewerName: string;
  roundKey: string;
  roundName: string;
  /** What everybody could have been told then: a draft is its author's, and counts as assigned. */
  @ApiProperty({ enum: ['assigned', 'submitted', 'declined', 'waived'] })
  status: string;
  /** Null before the first submission. */
  revision: number | null;
  submittedAt: Date | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  content: Record<string, unknown> | null;
}

/** A decision as it stood. */
export class PastDecisionDto {
  id: string;
  outcome: string;
  rationale: string;
  explanation: string | null;
  decidedBy: string;
  decidedAt: Date;
}

/** A scorecard, or a debrief with all its cards, as it stood at a past moment. */
export class PastStateDto {
  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];
  id: string;
  at: Date;
  applicationId: string;
  /** Of the debrief; null when a scorecard was asked for. */
  debriefState: string | null;
  /** The decision that stood then, if any. */
  @ApiProperty({ type: PastDecisionDto, nullable: true })
  decision: PastDecisionDto | null;
  cards: PastCardDto[];
}
