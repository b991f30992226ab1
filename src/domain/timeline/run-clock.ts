/**
 * Starts, stops and reads one clock: counts its days on a calendar from the local date of the starting event, with pauses
 * taken out, due at 18:00 local; or, for notice, counts hours back from an appointment.
 *
 * Source: product design, "Pipeline and timeline".
 */
import type { BusinessCalendar } from './business-calendar.js';
import { clockState } from './clock-state.js';
import type { Clock, ClockHolder, ClockKey, ClockPause, TimelineEvent } from './clock.js';
import { dueAt } from './due-at.js';
import { instantIn, localDateOf } from './local-date.js';
import { runningPause, withPauses } from './pauses.js';

/** What every clock has, whichever way its time is counted. */
export interface ClockBasics {
  readonly key: ClockKey;
  readonly subject: string;
  readonly zone: string;
  readonly holder: ClockHolder;
  readonly startedBy: TimelineEvent;
  readonly stoppedBy: TimelineEvent | null;
}

/**
 * A clock of so many days.
 * @param calendar which days count; `everyDayCalendar` for calendar days
 * @param days ≥ 0, counted from the local date of `startedBy`
 * @param now ISO instant; a stopped clock does not look beyond its stop
 */
export function dayClock(basics: ClockBasics, calendar: BusinessCalendar, days: number, pauses: readonly ClockPause[], now: string): Clock {
  const { startedBy, stoppedBy, zone } = basics;
  const until = stoppedBy?.at ?? now;
  const due = dueAt(withPauses(calendar, pauses, zone, until), startedBy.at, days, zone);
  const pausedDays = due.known ? due.skipped.filter((day) => day.kind === 'pause').length : 0;
  const times = {
    startedAt: startedBy.at,
    dueAt: due.known ? due.at : null,
    stoppedAt: stoppedBy?.at ?? null,
    pausedDays,
  };
  return {
    ...basics,
    dueAt: times.dueAt,
    dueOn: due.known ? due.date : null,
    state: clockState(times, now),
    pause: stoppedBy ? null : runningPause(pauses, now),
    skipped: due.known ? due.skipped : [],
    notKnown: due.known ? null : due,
  };
}

/**
 * A clock of so many hours before an appointment; hours are hours, whatever the clocks do in between.
 * @param appointmentAt ISO instant  @param hours ≥ 0
 */
export function noticeClock(basics: ClockBasics, appointmentAt: string, hours: number, now: string): Clock {
  const due = instantIn(appointmentAt, 'UTC').minus({ milliseconds: Math.round(hours * 3_600_000) });
  const at = new Date(due.toMillis()).toISOString();
  const { startedBy, stoppedBy } = basics;
  const times = { startedAt: startedBy.at, dueAt: at, stoppedAt: stoppedBy?.at ?? null, pausedDays: 0 };
  return {
    ...basics,
    dueAt: at,
    dueOn: localDateOf(at, basics.zone),
    state: clockState(times, now),
    pause: null,
    skipped: [],
    notKnown: null,
  };
}
