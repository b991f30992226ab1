import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { QueryFlag } from '../platform/query-flag.js';

const OUTCOMES = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'];
const RECOMMENDED = [...OUTCOMES, 'insufficient_evidence'];

/** Side by side means few at a time. */
export class ComparisonQuery {
  /** 1 to 20. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  limit: number = 12;
  /** `nextCursor` of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

export class FinalistsQuery extends ComparisonQuery {
  /** Also those who were rejected or withdrew. */
  @QueryFlag()
  ended?: boolean;
}

export class ComparedNameDto {
  id: string;
  name: string;
}

export class ComparedStageDto {
  key: string;
  name: string;
}

export class ComparedDebriefDto {
  id: string;
  state: string;
  roundNumber: number;
}

export class ComparedCriterionDto {
  key: string;
  name: string;
  /** Submitted cards that rated it. */
  n: number;
  @ApiProperty({ type: Number, nullable: true })
  mean: number | null;
  @ApiProperty({ type: Number, nullable: true })
  min: number | null;
  @ApiProperty({ type: Number, nullable: true })
  max: number | null;
}

export class ComparedSignalDto {
  key: string;
  @ApiProperty({ type: Number, nullable: true })
  value: number | null;
  quadrant?: string;
}

export class ComparedRecommendationDto {
  inputHash: string;
  engine: number;
  @ApiProperty({ enum: RECOMMENDED })
  outcome: string;
  /** In [0, 1]. */
  @ApiProperty({ type: Number, nullable: true })
  deciding: number | null;
  @ApiProperty({ type: Number, nullable: true })
  overall: number | null;
  /** Pieces of evidence that are missing. */
  missing: number;
  /** Fewest one-level steps to another outcome; null where none is. */
  @ApiProperty({ type: 'integer', nullable: true })
  flips: number | null;
  /** On revisions written before their authors saw another's card. */
  @ApiProperty({ enum: RECOMMENDED })
  unexposed: string;
  @ApiProperty({ type: [ComparedCriterionDto] })
  criteria: ComparedCriterionDto[];
  @ApiProperty({ type: [ComparedSignalDto] })
  signals: ComparedSignalDto[];
  /** Keys of the gates that are triggered. */
  gates: string[];
}

export class ComparedDecisionDto {
  @ApiProperty({ enum: OUTCOMES })
  outcome: string;
  level: string;
  departs: boolean;
  decidedAt: string;
}

/** One application beside others, on its own debrief. */
export class ComparedApplicationDto {
  applicationId: string;
  @ApiProperty({ type: ComparedNameDto })
  candidate: ComparedNameDto;
  @ApiProperty({ enum: ['active', 'on_hold', 'offered', 'hired', 'rejected', 'withdrawn'] })
  status: string;
  reasonCode: string | null;
  startedAt: Date;
  endedAt: Date | null;
  /** The furthest round reached. */
  @ApiProperty({ type: ComparedStageDto, nullable: true })
  stage: ComparedStageDto | null;
  rubricVersionId: string;
  @ApiProperty({ type: ComparedDebriefDto })
  debrief: ComparedDebriefDto;
  @ApiProperty({ type: ComparedRecommendationDto })
  recommendation: ComparedRecommendationDto;
  @ApiProperty({ type: ComparedDecisionDto, nullable: true })
  decision: ComparedDecisionDto | null;
}

export class FinalistsDto {
  @ApiProperty({ type: ComparedNameDto })
  job: ComparedNameDto;
  /** Every one on this page was scored against the same version of the rubric. */
  comparable: boolean;
  /** By name: the arithmetic does not rank people. */
  @ApiProperty({ type: [ComparedApplicationDto] })
  items: ComparedApplicationDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class ComparatorsDto {
  /** The application complained of. */
  @ApiProperty({ type: ComparedApplicationDto })
  subject: ComparedApplicationDto;
  /** The subject and everyone on this page were scored against the same version of the rubric. */
  comparable: boolean;
  /** Others of the job that came as far, by name. */
  @ApiProperty({ type: [ComparedApplicationDto] })
  items: ComparedApplicationDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}
