import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { EventFilters } from '../audit/events.dto.js';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../domain/application/application-life.js';
import { INTERVIEW_STATUSES, type InterviewStatus } from '../domain/interview/interview-life.js';
import { QueryFlag } from '../platform/query-flag.js';
import { QueryTime } from '../platform/query-time.js';

const CARD_STATUSES = ['due', 'submitted', 'declined', 'waived', 'not_due'] as const;

/** What every export takes. */
export class ExportQuery {
  /** CSV only: begins with a byte order mark, by which some spreadsheets know UTF-8. */
  @QueryFlag()
  bom?: boolean;
}

export class ExportApplicationsQuery extends ExportQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
  @ApiProperty({ enum: APPLICATION_STATUSES, required: false })
  @IsOptional()
  @IsIn(APPLICATION_STATUSES)
  status?: ApplicationStatus;
  /** Key of the round the application stands in. */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9_-]{0,63}$/)
  round?: string;
  /** Part of the candidate's name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  /** Started not before this time. */
  @QueryTime()
  from?: Date;
  /** Started before this time. */
  @QueryTime()
  until?: Date;
}

export class ExportCandidatesQuery extends ExportQuery {
  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  /** Only candidates with an application to this job that you may know of. */
  @IsOptional()
  @IsUUID()
  jobId?: string;
  /** Include archived candidates. */
  @QueryFlag()
  archived?: boolean;
}

export class ExportInterviewsQuery extends ExportQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
  @IsOptional()
  @IsUUID()
  applicationId?: string;
  @ApiProperty({ enum: INTERVIEW_STATUSES, required: false })
  @IsOptional()
  @IsIn(INTERVIEW_STATUSES)
  status?: InterviewStatus;
  /** Begins not before this time. */
  @QueryTime()
  from?: Date;
  /** Begins before this time. */
  @QueryTime()
  until?: Date;
}

export class ExportScorecardsQuery extends ExportQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
  @IsOptional()
  @IsUUID()
  applicationId?: string;
  @ApiProperty({ enum: CARD_STATUSES, required: false })
  @IsOptional()
  @IsIn(CARD_STATUSES)
  status?: (typeof CARD_STATUSES)[number];
}

export class ExportDecisionsQuery extends ExportQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
  @IsOptional()
  @IsUUID()
  applicationId?: string;
  /** Made not before this time. */
  @QueryTime()
  from?: Date;
  /** Made before this time. */
  @QueryTime()
  until?: Date;
}

export class ExportEventsQuery extends IntersectionType(ExportQuery, EventFilters) {}
