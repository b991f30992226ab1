/**
 * A clock as it is kept, so that lists can sort by it. Nothing that waiting changes is kept: the state follows from the kept
 * times and the time it is asked at. A clock held by a pause whose end nobody knows has no due time until the pause ends,
 * unless its due day had come before the pause.
 *
 * Source: `clock-state.ts`, `pauses.ts`; product design, "Pipeline and timeline".
 */
import type { CalendarNotKnown } from './business-calendar.js';
import type { DayRemark } from './business-days.js';
import { AT_RISK_SHARE } from './clock-state.js';
import type { Clock, ClockKey, ClockPause, HolderRole } from './clock.js';
import { instantIn, localDateOf } from './local-date.js';

/** `met` and `met_late` are stopped, all others open. */
export const CLOCK_RECORD_STATES = ['on_time', 'at_risk', 'late', 'paused', 'not_known', 'met', 'met_late'] as const;
export type ClockRecordState = (typeof CLOCK_RECORD_STATES)[number];

/** Instants are ISO 8601, UTC or with an offset. */
export interface ClockTimesKept {
  /** Null when the calendar does not reach that far, or while an endless pause holds the clock. */
  readonly dueAt: string | null;
  /** From here on at risk; null with `dueAt`. */
  readonly riskAt: string | null;
  readonly stoppedAt: string | null;
  /** The pause that is not over, running or to come. */
  readonly pausedFrom: string | null;
  readonly pausedUntil: string | null;
}

export interface ClockRecord extends ClockTimesKept {
  readonly key: ClockKey;
  readonly subjectId: string;
  readonly holderRole: HolderRole;
  readonly holderId: string | null;
  readonly zone: string;
  /** May lie ahead: a card's clock starts at the end of its interview. */
  readonly startedAt: string;
  /** Null where what happened was before the record. */
  readonly startedByEvent: string | null;
  readonly stoppedByEvent: string | null;
  readonly skipped: readonly DayRemark[];
  readonly notKnown: CalendarNotKnown | null;
}

const DAY_MS = 86_400_000;
const at = (instant: string) => instantIn(instant, 'UTC').toMillis();
const orNull = (id: string | undefined) => (id === undefined || id === '' ? null : id);

/**
 * What is kept of a clock.
 * @param clock as `applicationClocks` computes it  @param pauses of the application  @param now ISO instant
 */
export function clockRecord(clock: Clock, pauses: readonly ClockPause[], now: string): ClockRecord {
  const pause = clock.stoppedBy || clock.key === 'notice' ? null : unfinishedPause(pauses, now);
  const held = pause !== null && pause.to === null && clock.dueOn !== null && clock.dueOn >= localDateOf(pause.from, clock.zone);
  const dueAt = held ? null : clock.dueAt;
  return {
    key: clock.key,
    subjectId: clock.subject,
    holderRole: clock.holder.role,
    holderId: clock.holder.user,
    zone: clock.zone,
    startedAt: clock.startedBy.at,
    startedByEvent: orNull(clock.startedBy.id),
    dueAt,
    riskAt: dueAt === null ? null : riskAt(clock, dueAt),
    stoppedAt: clock.stoppedBy?.at ?? null,
    stoppedByEvent: orNull(clock.stoppedBy?.id),
    pausedFrom: pause?.from ?? null,
    pausedUntil: pause?.to ?? null,
    skipped: clock.skipped,
    notKnown: clock.notKnown,
  };
}

/** A quarter of the clock's own time before it is due; days taken out by pauses are not its own. */
function riskAt(clock: Clock, dueAt: string): string {
  const pausedDays = clock.skipped.filter((day) => day.kind === 'pause').length;
  const whole = at(dueAt) - at(clock.startedBy.at) - pausedDays * DAY_MS;
  return new Date(at(dueAt) - Math.max(0, whole) * AT_RISK_SHARE).toISOString();
}

/** The pause that runs at `now` or is still to come; an application has at most one such. */
export function unfinishedPause(pauses: readonly ClockPause[], now: string): ClockPause | null {
  return pauses.find((pause) => pause.to === null || at(pause.to) > at(now)) ?? null;
}

/** How a kept clock stands at `now`, an ISO instant. The SQL form is `clock_state`. */
export function clockRecordState(times: ClockTimesKept, now: string): ClockRecordState {
  const { dueAt, riskAt: risk, stoppedAt, pausedFrom, pausedUntil } = times;
  if (stoppedAt !== null) {
    if (dueAt === null) return 'not_known';
    return at(stoppedAt) <= at(dueAt) ? 'met' : 'met_late';
  }
  if (dueAt !== null && at(now) > at(dueAt)) return 'late';
  if (pausedFrom !== null && at(pausedFrom) <= at(now) && (pausedUntil === null || at(now) < at(pausedUntil))) return 'paused';
  if (dueAt === null) return 'not_known';
  return risk !== null && at(now) > at(risk) ? 'at_risk' : 'on_time';
}
