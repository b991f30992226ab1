import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { CLOCK_KEYS, type ClockKey, type HolderRole, PAUSE_REASONS, type PauseReason } from '../domain/timeline/clock.js';
import { CLOCK_RECORD_STATES, type ClockRecordState } from '../domain/timeline/clock-record.js';
import type { ForecastUnit } from '../domain/timeline/stage-laws.js';
import { IsInstant } from '../platform/instant.js';
import { MayBeAbsent } from '../platform/may-be-absent.js';

const HOLDER_ROLES: readonly HolderRole[] = ['interviewer', 'hiring_manager', 'recruiter', 'coordinator', 'committee'];
/** `stopped` stands for `met` and `met_late` where the viewer may know that it is over and not when. */
export const SHOWN_CLOCK_STATES = [...CLOCK_RECORD_STATES, 'stopped'] as const;
export type ShownClockState = ClockRecordState | 'stopped';
const ROUND_STATUSES = ['pending', 'current', 'passed', 'skipped', 'not_reached'] as const;
const BASES = ['history', 'plan', 'mixed'] as const;
const UNITS: readonly ForecastUnit[] = ['business_days', 'calendar_days'];

export class ClockHolderDto {
  @ApiProperty({ enum: HOLDER_ROLES })
  role: HolderRole;
  /** Null while the seat is empty or belongs to a group. */
  userId: string | null;
  name: string | null;
  /** False for a person who has been deactivated: what they hold waits to be handed over. */
  active: boolean;
}

export class ClockEventDto {
  /** The event in the record; null for what was there before the record. */
  eventId: string | null;
  /** @example 'interview.scheduled' */
  type: string;
}

export class SkippedDayDto {
  /** @example '2026-10-01' */
  date: string;
  /** holiday, weekend, closing_day, pause … */
  kind: string;
  reason: string;
}

export class ClockDto {
  @ApiProperty({ enum: CLOCK_KEYS })
  key: ClockKey;
  /** The scorecard, the interview or the application. */
  subjectId: string;
  /** Of the interview it is about. */
  roundKey: string | null;
  holder: ClockHolderDto;
  @ApiProperty({ enum: SHOWN_CLOCK_STATES })
  state: ShownClockState;
  /** May lie ahead: a card's clock starts at the end of its interview. */
  startedAt: Date;
  startedBy: ClockEventDto | null;
  /** Null while not known, or while a pause holds the clock whose end nobody knows. */
  dueAt: Date | null;
  /** The local date on which it is due. */
  dueOn: string | null;
  /** The zone in which it is due at 18:00. */
  zone: string;
  /** From here on at risk. */
  riskAt: Date | null;
  stoppedAt: Date | null;
  stoppedBy: ClockEventDto | null;
  /** Days that did not count, with why. */
  skipped: SkippedDayDto[];
  /** What the calendar does not know, in words; null where it knows. */
  notKnown: string | null;
}

export class RoundLineDto {
  key: string;
  name: string;
  @ApiProperty({ enum: ROUND_STATUSES })
  status: (typeof ROUND_STATUSES)[number];
  /** The start plus the plan's target day. */
  targetOn: string;
  /** The business day on which it could be held: the target, or the next one. */
  plannedOn: string | null;
  cardsDueOn: string | null;
  /** When the application came to this round. */
  enteredOn: string | null;
  /** The day of its last session that is set or over. */
  heldOn: string | null;
  /** When it was passed, or ended the application. */
  leftOn: string | null;
}

export class PlannedLineDto {
  startedOn: string;
  decisionDueOn: string | null;
  processEndsOn: string;
  /** Why a day above is not known. */
  notKnown: string | null;
}

export class ActualLineDto {
  /** Null also where the viewer may not know when. */
  decidedOn: string | null;
  endedOn: string | null;
}

export class SilentGapDto {
  /** Longest so far without any contact, calendar days. */
  days: number;
  /** What the plan allows. */
  limitDays: number;
}

export class PauseDto {
  id: string;
  @ApiProperty({ enum: PAUSE_REASONS })
  reasonCode: PauseReason;
  /** Null where the viewer may not read the hiring team's words. */
  words: string | null;
  from: Date;
  /** Null while nobody knows. */
  until: Date | null;
  /** Who set it. */
  setBy: string;
  setByName: string;
}

export class StageForecastDto {
  /** Key of the round, or `decision`. */
  round: string;
  name: string;
  @ApiProperty({ enum: ['history', 'plan'] })
  basis: 'history' | 'plan';
  /** Median days, for the present stage those still to go; in the forecast's unit. */
  medianDays: number;
  /** Past cases that went on, that ended there, and that are still there. */
  advanced: number;
  ended: number;
  open: number;
  longestDays: number;
  /** The department whose history it is; null for the whole organisation. */
  family: string | null;
}

export class ForecastReasonDto {
  /** `thin_history`, `longer_than_seen`, `calendar_not_known` */
  code: string;
  round: string | null;
  /** The figures of it. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  params: Record<string, unknown>;
  /** In words, in the language of your account. */
  words: string;
}

export class ForecastDto {
  /** The median. */
  decisionOn: string;
  /** Eight decisions of ten are meant to fall between these two, both included. */
  earliestOn: string;
  latestOn: string;
  /** 0.8 */
  confidence: number;
  @ApiProperty({ enum: UNITS })
  unit: ForecastUnit;
  @ApiProperty({ enum: BASES })
  basis: (typeof BASES)[number];
  /** The present stage first. */
  stages: StageForecastDto[];
  /** Why it is weaker than it could be; empty when it rests on history throughout. */
  reasons: ForecastReasonDto[];
  /** When the history was last gone through; null when never. */
  learnedAt: Date | null;
}

export class TimelineAbilitiesDto {
  pause: boolean;
  endPause: boolean;
}

export class TimelineDto {
  applicationId: string;
  status: string;
  currentRoundKey: string | null;
  /** The job's, in which every date of the line is read. */
  zone: string;
  clocks: ClockDto[];
  planned: PlannedLineDto;
  actual: ActualLineDto;
  rounds: RoundLineDto[];
  silentGap: SilentGapDto;
  pauses: PauseDto[];
  /** Null once decided or ended. */
  forecast: ForecastDto | null;
  abilities: TimelineAbilitiesDto;
}

export class PauseBody {
  @ApiProperty({ enum: PAUSE_REASONS })
  @IsIn(PAUSE_REASONS)
  reasonCode: PauseReason;
  @MayBeAbsent()
  @IsString()
  @MaxLength(2000)
  words?: string;
  /** Default now. Whole local days count: the day on which it begins, up to and without the day on which it ends. */
  @ApiProperty({ type: String, format: 'date-time', required: false })
  @MayBeAbsent()
  @IsInstant()
  from?: string;
  /** Null or left out while nobody knows. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, required: false })
  @IsOptional()
  @IsInstant()
  until?: string | null;
}

export class EndPauseBody {
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}
