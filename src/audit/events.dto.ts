import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../platform/page-query.dto.js';
import { QueryTime } from '../platform/query-time.js';

export const SUBJECT_KINDS = [
  'organisation',
  'user',
  'invitation',
  'session',
  'token',
  'seat',
  'rubric',
  'interview_plan',
  'job',
  'candidate',
  'application',
  'interview',
  'scorecard',
  'debrief',
  'file',
  'export',
  'notification',
  'background_job',
  'webhook',
  'offer',
  'import',
  'calendar',
] as const;

/** What the record is narrowed to. */
export class EventFilters {
  @ApiProperty({ enum: SUBJECT_KINDS, required: false })
  @IsOptional()
  @IsIn(SUBJECT_KINDS)
  subjectKind?: (typeof SUBJECT_KINDS)[number];
  @IsOptional()
  @IsUUID()
  subjectId?: string;
  @IsOptional()
  @IsUUID()
  applicationId?: string;
  @IsOptional()
  @IsUUID()
  jobId?: string;
  @IsOptional()
  @IsUUID()
  actorId?: string;
  /** A type, or the beginning of one: `scorecard.`. */
  @IsOptional()
  @IsString()
  @MaxLength(80)
  type?: string;
  /** Not before this time. */
  @QueryTime()
  from?: Date;
  /** Before this time. */
  @QueryTime()
  until?: Date;
}

export class ListEventsQuery extends IntersectionType(PageQuery, EventFilters) {}

export class EventActorDto {
  /** Null for the operator and for background work. */
  id: string | null;
  name: string;
  /** How they came in: session, token, cli or system. */
  via: string;
}

export class EventDto {
  id: string;
  at: Date;
  /** @example 'scorecard.submitted' */
  type: string;
  actor: EventActorDto;
  subjectKind: string;
  subjectId: string;
  applicationId: string | null;
  jobId: string | null;
  /** What happened, by type; before and after where something changed. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  payload: Record<string, unknown>;
  reason: string | null;
  /** The user a delegate acted for. */
  onBehalfOf: string | null;
}

export class EventPageDto {
  items: EventDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}
