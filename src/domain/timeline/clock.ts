/**
 * A clock is one promise about time on an application: what is due when, who holds it, how it stands, which event started
 * it and which stopped it.
 *
 * Source: product design, "Pipeline and timeline".
 */
import type { CalendarNotKnown } from './business-calendar.js';
import type { DayRemark } from './business-days.js';
import type { LocalDate } from './local-date.js';

export const CLOCK_KEYS = ['scorecard_due', 'decision_due', 'process', 'silent_gap', 'notice', 'committee_backlog'] as const;
export type ClockKey = (typeof CLOCK_KEYS)[number];

/**
 * `met`: stopped in time. `late`: past due, whether still open or stopped too late. `at_risk`: open with less than a
 * quarter of its time left. `not_known`: the calendar does not reach that far.
 */
export const CLOCK_STATES = ['on_time', 'at_risk', 'late', 'met', 'not_known'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** Something that happened, on the record. */
export interface TimelineEvent {
  readonly id: string;
  /** What happened, for example `interview.held`. */
  readonly kind: string;
  /** ISO 8601 with offset. */
  readonly at: string;
}

export type HolderRole = 'interviewer' | 'hiring_manager' | 'recruiter' | 'coordinator' | 'committee';

export interface ClockHolder {
  readonly role: HolderRole;
  /** The person, null while the seat is empty or belongs to a group. */
  readonly user: string | null;
}

export const PAUSE_REASONS = ['candidate_asked', 'holiday', 'hiring_freeze', 'other'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** A time during which nothing is owed. */
export interface ClockPause {
  /** ISO 8601 with offset. */
  readonly from: string;
  /** ISO 8601 with offset, null while it lasts. */
  readonly to: string | null;
  readonly reason: PauseReason;
  readonly words: string;
}

export interface Clock {
  readonly key: ClockKey;
  /** Id of what it is about: the scorecard, the interview or the application. */
  readonly subject: string;
  /** UTC ISO 8601; null when not known. */
  readonly dueAt: string | null;
  /** The local date and zone in which `dueAt` falls. */
  readonly dueOn: LocalDate | null;
  readonly zone: string;
  readonly holder: ClockHolder;
  readonly state: ClockState;
  readonly startedBy: TimelineEvent;
  /** Null while the clock runs. */
  readonly stoppedBy: TimelineEvent | null;
  /** The pause that holds the clock now. */
  readonly pause: ClockPause | null;
  /** Days that did not count, with why. */
  readonly skipped: readonly DayRemark[];
  readonly notKnown: CalendarNotKnown | null;
}
