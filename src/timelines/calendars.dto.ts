import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IsCountryCode } from '../access/is-place.js';
import type { IsoWeekday } from '../domain/timeline/local-date.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { PageQuery } from '../platform/page-query.dto.js';
import { QueryFlag } from '../platform/query-flag.js';

const WEEKDAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];
const SOURCES = ['named', 'organisation', 'country'] as const;

export class ListCalendarsQuery extends PageQuery {
  /** Part of the name. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  search?: string;
  /** Include archived calendars. */
  @QueryFlag()
  archived?: boolean;
}

export class NamedDayDto {
  /** @example '2027-02-08' */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  date: string;
  @IsString()
  @MaxLength(200)
  name: string;
}

export class SaveCalendarBody {
  /** @example 'Guangzhou office' */
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;
  /** The country or subdivision whose holidays it starts from; null or left out for a plain week. @example 'CN' */
  @IsOptional()
  @IsCountryCode()
  country?: string | null;
  /** ISO weekdays at rest, 1 Monday to 7 Sunday; null or left out for the country's. */
  @ApiProperty({ type: 'array', items: { type: 'integer', minimum: 1, maximum: 7 }, nullable: true, required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  @IsIn(WEEKDAYS, { each: true })
  weekend?: IsoWeekday[] | null;
  /** Days off, beside the country's. */
  @ApiProperty({ type: [NamedDayDto], required: false })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => NamedDayDto)
  closingDays?: NamedDayDto[];
  /** Days worked although they would be off. */
  @ApiProperty({ type: [NamedDayDto], required: false })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => NamedDayDto)
  workingDays?: NamedDayDto[];
  /** Years beyond the country's coverage of which the days above say all there is. */
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(1900, { each: true })
  @Max(2199, { each: true })
  suppliedYears?: number[];
  /** Followed by everybody and every job of its country that names no calendar. */
  @MayBeAbsent()
  @IsBoolean()
  forCountry?: boolean;
}

export class YearRangeDto {
  from: number;
  to: number;
}

export class ClockMoveDto {
  /** Applications whose clocks the latest change moves, and how many of them are done. */
  total: number;
  moved: number;
  finishedAt: Date | null;
}

export class CalendarAbilitiesDto {
  edit: boolean;
  archive: boolean;
  restore: boolean;
}

export class CalendarDto {
  id: string;
  name: string;
  country: string | null;
  @ApiProperty({ type: 'array', items: { type: 'integer' }, nullable: true })
  weekend: number[] | null;
  closingDays: NamedDayDto[];
  workingDays: NamedDayDto[];
  suppliedYears: number[];
  forCountry: boolean;
  /** Years the country's holidays are known for; null for a plain week. */
  covered: YearRangeDto | null;
  /** How many active people and jobs that are not closed name it. */
  users: number;
  jobs: number;
  clocksMoving: ClockMoveDto | null;
  /** The number for `If-Match`. */
  version: number;
  createdAt: Date;
  archivedAt: Date | null;
  abilities: CalendarAbilitiesDto;
}

export class CalendarPageDto {
  items: CalendarDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class NameCalendarBody {
  /** Null to follow the calendar of the country again. */
  @IsOptional()
  @IsUUID()
  calendarId: string | null;
}

export class FollowedCalendarDto {
  /** `named` by it, the `organisation`'s for its country, or plainly the `country`'s. */
  @ApiProperty({ enum: SOURCES })
  source: (typeof SOURCES)[number];
  calendarId: string | null;
  name: string | null;
  country: string;
  zone: string;
  /** Years it knows by itself; null for a plain week. */
  covered: YearRangeDto | null;
  suppliedYears: number[];
  /** May name another. */
  edit: boolean;
}
