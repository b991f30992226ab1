import { IsOptional, IsUUID } from 'class-validator';
import { QueryTime } from '../platform/query-time.js';

/** Which stays in rounds a report counts. */
export class PipelineReportQuery {
  @IsOptional()
  @IsUUID()
  jobId?: string;
  /** Rounds entered not before this time. Default: a year ago. */
  @QueryTime()
  from?: Date;
  /** Rounds entered before this time. Default: now. */
  @QueryTime()
  until?: Date;
}
