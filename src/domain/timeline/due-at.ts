/**
 * A deadline is counted on local dates and then fixed as an instant: day 0 is the event's local date, the deadline is 18:00
 * on the n-th business day there. So a change of the clocks never moves the local hour, and the date line never moves
 * the day.
 *
 * Source: product design, "Pipeline and timeline"; IANA time zone data through luxon.
 */
import { DateTime } from 'luxon';
import type { BusinessCalendar, CalendarNotKnown } from './business-calendar.js';
import { addBusinessDays, type BusinessDayReached } from './business-days.js';
import { ianaZone, localDate, localDateOf, type LocalDate } from './local-date.js';

/** Hour of the day, local, at which everything is due. */
export const DUE_HOUR = 18;

export interface Due extends BusinessDayReached {
  /** UTC, ISO 8601. */
  readonly at: string;
  /** The same instant on the local clock, with its offset. */
  readonly local: string;
  readonly zone: string;
}

/** 18:00 on a local date of a zone, as UTC ISO 8601 and on the local clock. */
export function closeOfDay(date: LocalDate, zone: string): { readonly at: string; readonly local: string } {
  const [year = 0, month = 1, day = 1] = localDate(date).split('-').map(Number);
  const time = DateTime.fromObject({ year, month, day, hour: DUE_HOUR }, { zone: ianaZone(zone) });
  return {
    at: new Date(time.toMillis()).toISOString(),
    local: time.toFormat("yyyy-MM-dd'T'HH:mm:ssZZ"),
  };
}

/**
 * When something is due that has `businessDays` from an event.
 * @param eventAt ISO 8601 instant with offset
 * @param zone IANA zone in which the holder lives; decides day 0 and the hour
 * @throws Refusal `validation_failed` for a bad instant, zone or number
 */
export function dueAt(calendar: BusinessCalendar, eventAt: string, businessDays: number, zone: string): Due | CalendarNotKnown {
  const reached = addBusinessDays(calendar, localDateOf(eventAt, zone), businessDays);
  return reached.known ? { ...reached, ...closeOfDay(reached.date, zone), zone } : reached;
}
