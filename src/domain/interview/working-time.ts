/**
 * When a panel member can be asked: inside their stated hours on their own clock; without stated hours 9 to 18 on business days of the calendar they
 * follow. Not on holidays and closing days of that calendar and not while they are away. Hours are of a local date, so they keep their place when the clocks change; an hour that a
 * day does not have is not worked, and one that it has twice counts from the first.
 *
 * Source: product design, "People, seats and what they may do" and "Pipeline and timeline".
 */
import { DateTime } from 'luxon';
import type { WorkingHours } from '../access/availability.js';
import { type DayOfRest, stretchesOn } from '../notification/mail-time.js';
import type { CalendarSpec } from '../timeline/business-calendar.js';
import { calendarOf } from '../timeline/known-calendars.js';
import { addDays, type LocalDate } from '../timeline/local-date.js';
import { type Interval, merged, without } from './intervals.js';

export interface PersonTime {
  readonly userId: string;
  /** IANA. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2; one without a known calendar has no holidays. */
  readonly country: string;
  /** The organisation's own that they follow; null or left out: their country's. */
  readonly calendar?: Omit<CalendarSpec, 'zone'> | null;
  /** Stated hours; empty: 9 to 18. */
  readonly hours: readonly WorkingHours[];
  /** Local dates, both ends away. */
  readonly absences: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** Other interviews. */
  readonly busy: readonly Interval[];
}

export function localDateAt(instant: number, zone: string): LocalDate {
  return DateTime.fromMillis(instant, { zone }).toFormat('yyyy-MM-dd');
}

/** Local dates an interval touches, in order. */
export function datesOf(interval: Interval, zone: string): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  const last = localDateAt(interval.to - 1, zone);
  for (let date = localDateAt(interval.from, zone); date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

export function isAway(person: PersonTime, date: LocalDate): boolean {
  return person.absences.some(({ from, to }) => from <= date && date <= to);
}

/** What the person's calendar says of a date; a country without a calendar has weekends and no holidays. Total. */
export function restOf({ zone, country, calendar = null }: Pick<PersonTime, 'country' | 'zone' | 'calendar'>): (date: LocalDate) => DayOfRest {
  const followed = calendarOf({ zone, country, calendar });
  return (date) => {
    const day = followed.dayOf(date);
    if (!day.known) return 'unknown';
    if (day.business) return 'work';
    return day.kind === 'weekend' ? 'weekend' : 'holiday';
  };
}

/**
 * When the person works.
 *
 * In: the person (zone and hours as stored), a window. Out: the union of their working stretches on every local date the window touches; not cut at
 * the window's ends. Errors: none for valid zones.
 */
export function workingTime(person: PersonTime, window: Interval): readonly Interval[] {
  const rest = restOf(person);
  const hours = { zone: person.zone, hours: person.hours, quiet: (date: LocalDate) => isAway(person, date), rest };
  const instant = (date: LocalDate, time: string) => DateTime.fromISO(`${date}T${time}`, { zone: person.zone }).toMillis();
  return merged(
    datesOf(window, person.zone).flatMap((date) =>
      stretchesOn(date, hours).map(({ from, to }) => ({ from: instant(date, from), to: instant(date, to) })),
    ),
  );
}

/** When the person works and has no other interview. In and out as `workingTime`. */
export function freeTime(person: PersonTime, window: Interval): readonly Interval[] {
  return without(workingTime(person, window), person.busy);
}
