import { ApiProperty } from '@nestjs/swagger';

export class CalendarFeedDto {
  /** The end of the secret, to tell addresses apart. */
  hint: string;
  createdAt: Date;
  /** When a calendar program last read it, to the hour. */
  lastReadAt: Date | null;
}

export class CalendarFeedAbilitiesDto {
  /** Makes an address; one that is open ends. Not by an API token. */
  issue: boolean;
  revoke: boolean;
}

export class MyCalendarFeedDto {
  /** Null where no address is open. */
  @ApiProperty({ type: CalendarFeedDto, nullable: true })
  feed: CalendarFeedDto | null;
  abilities: CalendarFeedAbilitiesDto;
}

export class IssuedCalendarFeedDto extends MyCalendarFeedDto {
  /** The address to subscribe to, shown this once. Null when this answer is repeated for the same `Idempotency-Key`. */
  @ApiProperty({ type: String, nullable: true })
  url: string | null;
}
