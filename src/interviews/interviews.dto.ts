import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsTimeZone, IsUUID, Matches, MaxLength } from 'class-validator';
import { INTERVIEW_STATUSES, type InterviewStatus } from '../domain/interview/interview-life.js';
import { SLOT_WARNINGS, type SlotWarningCode } from '../domain/interview/slot-warnings.js';
import type { Training } from '../domain/interview/panel-place.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';
import { PageQuery } from '../platform/page-query.dto.js';
import type { CardStanding } from './interviews.reader.js';

const TRAINING: readonly Training[] = ['shadow', 'reverse_shadow'];
const CARD_STANDINGS: readonly CardStanding[] = ['due', 'submitted', 'declined', 'waived'];

const WARNING_CODES = [...SLOT_WARNINGS, 'no_observer'] as const;

/** An instant with an offset or `Z`: a local time alone is no moment. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A time of a body: ISO 8601 with an offset. */
export function IsInstant(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ pattern: INSTANT.source }),
    IsISO8601({ strict: true, strictSeparator: true }),
    Matches(INSTANT, { message: 'must be an ISO 8601 time with an offset' }),
  );
}

export class TimeBody {
  /** @example '2026-03-10T15:00:00Z' */
  @IsInstant()
  startsAt: string;
  @IsInstant()
  endsAt: string;
  /** The zone in which the candidate reads the time. Default: the candidate's. @example 'Asia/Shanghai' */
  @MayBeAbsent()
  @IsTimeZone()
  timeZone?: string;
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  location?: string;
}

export class MoveInterviewBody extends TimeBody {
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

export class PlanInterviewBody {
  @IsUUID()
  applicationId: string;
  /** Key of the application's round. Default: the current one. */
  @MayBeAbsent()
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9_-]{0,63}$/)
  round?: string;
}

export class CallOffBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class AssignBody {
  @IsUUID()
  userId: string;
  /** Title of the panel place to fill. Default: the first free one this person is qualified for. */
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  place?: string;
  /** A training seat: the card never counts. In a reverse shadow the trainee conducts and the qualified observer's card counts. */
  @ApiProperty({ enum: TRAINING, required: false })
  @MayBeAbsent()
  @IsIn(TRAINING)
  training?: Training;
  /** Leads the interview; takes the lead from whoever had it. */
  @MayBeAbsent()
  @IsBoolean()
  lead?: boolean;
}

export class UnassignBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class PanelCardDto {
  id: string;
  @ApiProperty({ enum: CARD_STANDINGS })
  status: CardStanding;
  counts: boolean;
}

export class PanelMemberDto {
  userId: string;
  name: string;
  @ApiProperty({ enum: TRAINING, nullable: true })
  training: Training | null;
  lead: boolean;
  place: string | null;
  seated: boolean;
  /** Null where the round owes no card. */
  card: PanelCardDto | null;
}

export class InterviewAbilitiesDto {
  schedule: boolean;
  move: boolean;
  /** Proposes times, sees when the panel is free, confirms and withdraws. */
  propose: boolean;
  markHeld: boolean;
  cancel: boolean;
  noShow: boolean;
  changePanel: boolean;
}

export class InterviewWarningDto {
  /**
   * Of a panel member: `overlap` has another interview then, `absent` is away, `day_off` a public holiday or weekend where they are,
   * `outside_hours` not in their working hours, `no_observer` a trainee conducts and nobody's card counts. Of the candidate: `short_notice`,
   * `candidate_hours` before 8 or after 20 where they are, `candidate_overlap` has another interview then.
   */
  @ApiProperty({ enum: WARNING_CODES })
  code: SlotWarningCode | 'no_observer';
  /** Null for what concerns the candidate. */
  userId: string | null;
  detail: string;
}

export class InterviewDto {
  id: string;
  applicationId: string;
  roundKey: string;
  roundName: string;
  @ApiProperty({ enum: INTERVIEW_STATUSES })
  status: InterviewStatus;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  location: string;
  /** Why it was called off; for those who coordinate it or see the application's content. */
  reason: string | null;
  /** The number for `If-Match`. */
  version: number;
  panel: PanelMemberDto[];
  abilities: InterviewAbilitiesDto;
}

/** The interview after a change, with what somebody should look at. Warnings never stop anything. */
export class ChangedInterviewDto extends InterviewDto {
  warnings: InterviewWarningDto[];
}

export class MyInterviewsQuery extends PageQuery {
  /** `open` (default): still to be held, or a card still to be given. `all`: everything. */
  @ApiProperty({ enum: ['open', 'all'], required: false })
  @IsOptional()
  @IsIn(['open', 'all'])
  show?: 'open' | 'all';
}

export class MyCardDto {
  id: string;
  @ApiProperty({ enum: ['assigned', 'draft', 'submitted', 'declined', 'waived'] })
  status: string;
  counts: boolean;
  /** Null until the interview has a time, or where the calendar does not know the day. */
  dueAt: Date | null;
  /** Minutes past due; null when nothing is owed or it is not late. */
  lateMinutes: number | null;
}

export class MyInterviewDto {
  id: string;
  applicationId: string;
  candidateName: string;
  jobTitle: string;
  roundKey: string;
  roundName: string;
  @ApiProperty({ enum: INTERVIEW_STATUSES })
  status: InterviewStatus;
  startsAt: Date | null;
  endsAt: Date | null;
  timeZone: string;
  location: string;
  @ApiProperty({ enum: TRAINING, nullable: true })
  training: Training | null;
  lead: boolean;
  card: MyCardDto | null;
}

export class MyInterviewPageDto {
  items: MyInterviewDto[];
  /** Null on the last page. */
  nextCursor: string | null;
}
