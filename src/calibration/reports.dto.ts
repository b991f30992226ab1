import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { PageQuery } from '../platform/page-query.dto.js';

export class AgreementReportQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  rubricVersionId?: string;
  @IsOptional()
  @IsUUID()
  jobId?: string;
}

export class AdjustedScoresQuery extends PageQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
}

/** A figure and its 95 % interval: one never stands without the other. */
export class CoefficientDto {
  value: number;
  @ApiProperty({ type: [Number], minItems: 2, maxItems: 2 })
  interval95: number[];
}

/** Each null where it cannot be computed: no variation, or, for the last two, a table with gaps. Never 1 for want of variation. */
export class AgreementCoefficientsDto {
  @ApiProperty({ type: CoefficientDto, nullable: true })
  alphaOrdinal: CoefficientDto | null;
  @ApiProperty({ type: CoefficientDto, nullable: true })
  alphaInterval: CoefficientDto | null;
  /** ICC(1): interviewers differ from candidate to candidate. */
  @ApiProperty({ type: CoefficientDto, nullable: true })
  iccOneWay: CoefficientDto | null;
  /** ICC(2,1): the same interviewers rated every candidate. */
  @ApiProperty({ type: CoefficientDto, nullable: true })
  iccTwoWay: CoefficientDto | null;
  kendallW: number | null;
}

export class AgreementFiguresDto {
  candidates: number;
  interviewers: number;
  ratings: number;
  candidatesRatedTwice: number;
  /** The chance that two interviewers of one candidate gave the same level. */
  sameLevel: number | null;
  /** The same, levels at most one apart. */
  withinOneLevel: number | null;
  /** Mean over candidates of highest minus lowest, in levels. */
  meanRange: number | null;
  /** Mean over candidates of the average deviation about the median, in levels. */
  averageDeviation: number | null;
  /** Null under 30 candidates rated at least twice. */
  @ApiProperty({ type: AgreementCoefficientsDto, nullable: true })
  coefficients: AgreementCoefficientsDto | null;
}

export class AgreementRowDto {
  rubricId: string;
  rubricName: string;
  rubricVersionId: string;
  rubricVersion: number;
  /** Null over all jobs. */
  jobId: string | null;
  jobTitle: string | null;
  /** Null for the weighted score over all criteria. */
  criterion: string | null;
  criterionName: string | null;
  levels: number;
  candidates: number;
  /**
   * `shown`: everything that can be computed. `too_few_candidates`: under 30 rated twice, so no coefficients. `withheld`: under 30 candidates, and
   * you may not see every card of each: then no figure at all.
   */
  @ApiProperty({ enum: ['shown', 'too_few_candidates', 'withheld'] })
  status: 'shown' | 'too_few_candidates' | 'withheld';
  @ApiProperty({ type: AgreementFiguresDto, nullable: true })
  figures: AgreementFiguresDto | null;
}

/** When and from what the figures were computed. */
export class CalibrationRunDto {
  engine: number;
  /** First submissions, made before anybody else's card was seen and not imported, on closed debriefs. */
  cards: number;
  applications: number;
  interviewers: number;
  computedAt: Date;
}

export class AgreementReportDto {
  /** Null before the first computation. */
  @ApiProperty({ type: CalibrationRunDto, nullable: true })
  run: CalibrationRunDto | null;
  /** Coefficients need this many candidates rated at least twice. */
  fewestCandidates: number;
  @ApiProperty({ type: [AgreementRowDto] })
  items: AgreementRowDto[];
  nextCursor: string | null;
}

export class SeverityVarianceDto {
  candidate: number;
  interviewer: number;
  residual: number;
}

/** score = mean + candidate + interviewer + error, in levels. */
export class SeverityModelDto {
  @ApiProperty({ enum: ['reml', 'fixed_prior'] })
  method: 'reml' | 'fixed_prior';
  /** Why the prior stands in: under 200 ratings, or ratings that cannot tell the variances apart. Null for a fit. */
  @ApiProperty({ enum: ['few_ratings', 'not_identified'], nullable: true })
  priorBecause: 'few_ratings' | 'not_identified' | null;
  observations: number;
  interviewers: number;
  intercept: number;
  interceptStandardError: number;
  @ApiProperty({ type: SeverityVarianceDto })
  variance: SeverityVarianceDto;
  /** Share of the variance of single scores that lies between interviewers, in [0, 1]. */
  interviewerShare: number;
  /** Estimated as exactly zero: the ratings cannot tell these apart, which does not mean that they are equal. */
  @ApiProperty({ enum: ['candidate', 'interviewer'], isArray: true })
  zeroVariances: ('candidate' | 'interviewer')[];
  /** 1: every candidate can be compared with every other through shared interviewers. More: comparisons between parts rest on equal means. */
  connectedParts: number;
}

export class SeverityRowDto {
  /** Rubrics with this many levels are fitted together. */
  levels: number;
  candidates: number;
  @ApiProperty({ enum: ['shown', 'withheld'] })
  status: 'shown' | 'withheld';
  @ApiProperty({ type: SeverityModelDto, nullable: true })
  model: SeverityModelDto | null;
}

export class SeverityReportDto {
  @ApiProperty({ type: CalibrationRunDto, nullable: true })
  run: CalibrationRunDto | null;
  /** One entry a scale. Interviewers are not named: what is known of each is theirs first. */
  @ApiProperty({ type: [SeverityRowDto] })
  items: SeverityRowDto[];
}

export class AdjustedScoreDto {
  applicationId: string;
  candidateName: string;
  jobId: string;
  jobTitle: string;
  levels: number;
  interviewers: number;
  /** Mean of the weighted scores as given, in levels. */
  raw: number;
  /** Freed of who happened to rate. It stands beside the raw one and decides nothing. */
  adjusted: number;
  @ApiProperty({ type: [Number], minItems: 2, maxItems: 2 })
  interval95: number[];
  /** Where the rules begin to say hire, in levels. */
  bar: number;
  probabilityAboveBar: number;
}

export class AdjustedScoresDto {
  @ApiProperty({ type: CalibrationRunDto, nullable: true })
  run: CalibrationRunDto | null;
  /** By candidate's name, not by score: nobody is ranked. */
  @ApiProperty({ type: [AdjustedScoreDto] })
  items: AdjustedScoreDto[];
  nextCursor: string | null;
}
