import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DEBRIEF_SEATS, type DebriefSeat, JOB_SEATS, type SeatKind } from '../domain/access/seat-rules.js';
import type { JobSeat } from '../domain/visibility/visibility.js';
import { ReasonBody } from './users.dto.js';

const SEAT_KINDS = [...JOB_SEATS, 'interviewer', ...DEBRIEF_SEATS] as const;

/** Whom to give which seat of a job. */
export class GrantJobSeatBody {
  @IsUUID()
  userId: string;
  @ApiProperty({ enum: JOB_SEATS })
  @IsIn(JOB_SEATS)
  kind: JobSeat;
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

/** Whom to give which seat of a debrief. */
export class GrantDebriefSeatBody {
  @IsUUID()
  userId: string;
  @ApiProperty({ enum: DEBRIEF_SEATS })
  @IsIn(DEBRIEF_SEATS)
  kind: DebriefSeat;
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

/** To whom a seat goes for good, and why. */
export class HandOverBody extends ReasonBody {
  @IsUUID()
  userId: string;
}

/** Who stands in, from when to when, and why. */
export class DelegateBody extends HandOverBody {
  /** First day, on the holder's clock. @example '2026-08-03' */
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'must be a date of the form YYYY-MM-DD' })
  startsOn: string;
  /** Last day. @example '2026-08-14' */
  @IsString()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'must be a date of the form YYYY-MM-DD' })
  endsOn: string;
}

/** What the caller may do with a seat. */
export class SeatAbilitiesDto {
  end: boolean;
  delegate: boolean;
  handOver: boolean;
}

/** A seat, and who holds it. */
export class SeatDto {
  id: string;
  @ApiProperty({ enum: SEAT_KINDS })
  kind: SeatKind;
  userId: string;
  userName: string;
  jobId: string;
  /** Null for a seat of a job. */
  applicationId: string | null;
  interviewId: string | null;
  @ApiProperty({ enum: ['shadow', 'reverse_shadow'], nullable: true })
  training: 'shadow' | 'reverse_shadow' | null;
  lead: boolean;
  /** The seat this one stands in for. */
  delegatedFrom: string | null;
  /** Name of its holder. */
  standsInFor: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  reason: string | null;
  grantedAt: Date;
  endedAt: Date | null;
  abilities: SeatAbilitiesDto;
}

/** Open seats: in force now or later. */
export class SeatsDto {
  items: SeatDto[];
}
