import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsArray, IsIn, IsISO31661Alpha2, IsNotEmpty, IsObject, IsOptional, IsString, IsTimeZone, IsUUID, Matches, MaxLength } from 'class-validator';
import type { JobStatus } from '../domain/abilities/job-abilities.js';
import type { DebriefSettings } from '../domain/debrief/debrief-policy.js';
import type { JobRequirement, OfferShape, PayBand } from '../domain/rubric/template-pack.js';
import type { VisibilityPolicy } from '../domain/visibility/visibility.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { PageQuery } from '../platform/page-query.dto.js';
import { QueryFlag } from '../platform/query-flag.js';

const STATUSES: readonly JobStatus[] = ['draft', 'open', 'on_hold', 'closed', 'archived'];
const POLICIES: readonly VisibilityPolicy[] = ['after_own', 'at_debrief', 'deciders_only'];
export const JOB_SORTS = ['title', 'newest'] as const;
export type JobSort = (typeof JOB_SORTS)[number];

export class ListJobsQuery extends PageQuery {
  /** Part of the title. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  @ApiProperty({ enum: STATUSES, required: false })
  @IsOptional()
  @IsIn(STATUSES)
  status?: JobStatus;
  /** Only jobs whose applications start by this interview plan. */
  @IsOptional()
  @IsUUID()
  planId?: string;
  /** Only jobs on which you hold a seat now. */
  @QueryFlag()
  mine?: boolean;
  /** Include archived jobs. */
  @QueryFlag()
  archived?: boolean;
  @ApiProperty({ enum: JOB_SORTS, required: false })
  @IsOptional()
  @IsIn(JOB_SORTS)
  sort?: JobSort;
}

/** What may be said about a job, when it is made and later. */
export class JobFieldsBody {
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;
  @MayBeAbsent()
  @IsString()
  @MaxLength(4000)
  summary?: string;
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  department?: string;
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  location?: string;
  /** Country whose holidays the process follows. @example 'US' */
  @MayBeAbsent()
  @IsISO31661Alpha2()
  country?: string;
  /** @example 'Asia/Shanghai' */
  @MayBeAbsent()
  @IsTimeZone()
  timeZone?: string;
  /** A published rubric version; null takes it away. */
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  rubricVersionId?: string | null;
  @ApiPropertyOptional({ type: String, format: 'uuid', nullable: true })
  @IsOptional()
  @IsUUID()
  planId?: string | null;
  /** When interviewers see each other's cards; pinned when an application starts. */
  @ApiPropertyOptional({ enum: POLICIES })
  @MayBeAbsent()
  @IsIn(POLICIES)
  visibilityPolicy?: VisibilityPolicy;
  /** Which ballots a debrief holds, and the quorum of its committee. */
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    example: { firstBallot: true, secondBallot: true, committeeBallot: false, quorum: null },
  })
  @MayBeAbsent()
  @IsObject()
  debriefPolicy?: DebriefSettings;
  @MayBeAbsent()
  @IsArray()
  @MaxLength(2000, { each: true })
  @IsString({ each: true })
  responsibilities?: string[];
  @ApiPropertyOptional({ type: 'array', items: { type: 'object', additionalProperties: true } })
  @MayBeAbsent()
  @IsArray()
  requirements?: JobRequirement[];
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true })
  @IsOptional()
  @IsObject()
  band?: PayBand | null;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true })
  @IsOptional()
  @IsObject()
  offerShape?: OfferShape | null;
}

export class CreateJobBody extends JobFieldsBody {
  /** Key of a template pack: makes its rubric (published), plan, kits, requirements, band and offer shape too. @example 'ai-pm-loop' */
  @MayBeAbsent()
  @IsString()
  @Matches(/^[a-z0-9-]{1,64}$/)
  template?: string;
  /** Whom the recruiter seat goes to. Default: you. */
  @MayBeAbsent()
  @IsUUID()
  recruiterId?: string;
  @MayBeAbsent()
  @IsUUID()
  hiringManagerId?: string;
  @MayBeAbsent()
  @IsUUID()
  coordinatorId?: string;
}

export class MoveJobBody {
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

export class JobSeatDto {
  userId: string;
  name: string;
  @ApiProperty({ enum: ['recruiter', 'hiring_manager', 'coordinator', 'offer_approver'] })
  kind: string;
}

export class JobSummaryDto {
  id: string;
  title: string;
  department: string;
  location: string;
  @ApiProperty({ enum: STATUSES })
  status: JobStatus;
  createdAt: Date;
  openedAt: Date | null;
  /** Your own seats on it. */
  mySeats: string[];
}

export class JobPageDto {
  items: JobSummaryDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class JobAbilitiesDto {
  edit: boolean;
  open: boolean;
  hold: boolean;
  close: boolean;
  archive: boolean;
  startApplication: boolean;
  seeOffer: boolean;
}

export class JobDto {
  id: string;
  title: string;
  summary: string;
  department: string;
  location: string;
  country: string;
  timeZone: string;
  @ApiProperty({ enum: STATUSES })
  status: JobStatus;
  rubricVersionId: string | null;
  rubricName: string | null;
  planId: string | null;
  planName: string | null;
  @ApiProperty({ enum: POLICIES })
  visibilityPolicy: VisibilityPolicy;
  @ApiProperty({ type: 'object', additionalProperties: true })
  debriefPolicy: DebriefSettings;
  responsibilities: string[];
  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  requirements: JobRequirement[];
  /** Null where you hold no seat that sees money. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  band: PayBand | null;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  offerShape: OfferShape | null;
  templateKey: string | null;
  seats: JobSeatDto[];
  /** The number for `If-Match`. */
  version: number;
  createdAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  abilities: JobAbilitiesDto;
}
