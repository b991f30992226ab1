import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { QueryTime } from '../platform/query-time.js';

const STEPS = [5, 10, 15, 20, 30, 60];

export class PanelTimeQuery {
  /** Default: now. */
  @QueryTime()
  from?: Date;
  /** At most 62 days later. Default: 14 days later. */
  @QueryTime()
  to?: Date;
}

export class SuggestionsQuery extends PanelTimeQuery {
  /** Length of the slots. Default: the round's. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(5)
  @Max(1440)
  minutes?: number;
  /** Minutes from one beginning to the next: 5, 10, 15, 20, 30 or 60. */
  @IsOptional()
  @Type(() => Number)
  @IsIn(STEPS)
  step: number = 30;
  /** Most slots, 1 to 500. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;
}

export class SuggestedSlotDto {
  startsAt: Date;
  endsAt: Date;
  /** The round promises the candidate more notice. */
  shortNotice: boolean;
  /** Between 8:00 and 20:00 where the candidate is. */
  inCandidateHours: boolean;
}

export class SuggestionsDto {
  minutes: number;
  /** The candidate's. */
  timeZone: string;
  /** Times at which the whole panel is free, earliest first. */
  items: SuggestedSlotDto[];
  /** There are more than `limit`. */
  more: boolean;
}

export class TimeSpanDto {
  startsAt: Date;
  endsAt: Date;
}

export class AwayDto {
  /** Local dates, both ends away. @example '2026-03-10' */
  startsOn: string;
  endsOn: string;
}

export class MemberTimeDto {
  userId: string;
  name: string;
  timeZone: string;
  /** Stated hours, or 9 to 18 on business days; holidays and absences taken out. */
  working: TimeSpanDto[];
  /** Other interviews, never with whom. */
  busy: TimeSpanDto[];
  free: TimeSpanDto[];
  away: AwayDto[];
}

export class CandidateTimeDto {
  timeZone: string;
  /** Notice the round promises. */
  noticeHours: number;
  /** Other interviews you may know of. */
  busy: TimeSpanDto[];
}

export class PanelTimeDto {
  from: Date;
  to: Date;
  candidate: CandidateTimeDto;
  members: MemberTimeDto[];
}
