import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsObject, IsString, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { MailDelivery, NotificationKind } from '../domain/notification/notification-kinds.js';

const DELIVERIES = ['at_once', 'digest', 'off'] as const;

/** One stretch of a weekday, on one's own clock. */
export class MailHoursDto {
  /** 1 Monday … 7 Sunday. */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday: number;
  /** @example '09:00' */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  from: string;
  /** @example '18:00' */
  @Matches(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  to: string;
}

export class ChangeMailSettingsBody {
  /** Choices that differ from a kind's own: at_once, digest or off. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', enum: [...DELIVERIES] } })
  @IsObject()
  kinds: Partial<Record<NotificationKind, MailDelivery>>;
  /** Local time of the digest. @example '09:00' */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  digestAt: string;
  /** When mail may come; empty: 9 to 18 on business days of the calendar one follows. */
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MailHoursDto)
  workingHours: MailHoursDto[];
  /** Dates without mail. @example ['2026-12-24'] */
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(10, { each: true })
  quietDays: string[];
  /** Holidays and closing days of the calendar one follows are quiet too. */
  @IsBoolean()
  quietOnHolidays: boolean;
}

export class MailKindDto {
  /** @example 'ballot.opened' */
  kind: string;
  @ApiProperty({ enum: [...DELIVERIES] })
  delivery: MailDelivery;
  /** What it is unless one chooses otherwise. */
  @ApiProperty({ enum: [...DELIVERIES] })
  default: MailDelivery;
}

export class MailSettingsDto {
  kinds: MailKindDto[];
  digestAt: string;
  workingHours: MailHoursDto[];
  quietDays: string[];
  quietOnHolidays: boolean;
  /** Mail is configured on this server. */
  mailed: boolean;
  /** The number for `If-Match`. */
  version: number;
}
