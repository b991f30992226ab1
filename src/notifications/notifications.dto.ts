import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsDate } from 'class-validator';
import { PageQuery } from '../platform/page-query.dto.js';
import { QueryFlag } from '../platform/query-flag.js';

/** Which notifications to list. */
export class ListNotificationsQuery extends PageQuery {
  /** Only those not read yet. */
  @QueryFlag()
  unread?: boolean;
  /** Those put off, instead of those in the inbox. */
  @QueryFlag()
  snoozed?: boolean;
}

export class SnoozeBody {
  /** When it comes back: later than now, at most 90 days. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? new Date(value) : value))
  @IsDate()
  until: Date;
}

export class NotificationAbilitiesDto {
  markRead: boolean;
  snooze: boolean;
}

/** Something a person was told, in words of their language. */
export class NotificationDto {
  id: string;
  /** @example 'break_glass.opened' */
  kind: string;
  subject: string;
  sentence: string;
  /** The words on the link. */
  action: string;
  /** Where it leads in the web app. */
  path: string;
  /** What it is about, by kind. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  params: Record<string, unknown>;
  applicationId: string | null;
  createdAt: Date;
  readAt: Date | null;
  snoozedUntil: Date | null;
  abilities: NotificationAbilitiesDto;
}

/** A page of notifications, the latest first. */
export class NotificationPageDto {
  items: NotificationDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export class UnreadCountDto {
  unread: number;
}
