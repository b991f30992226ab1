/**
 * When a panel member can be asked: inside their stated hours on their own clock; without stated hours 9 to 18 on business days of their country.
 * Not on public holidays and not while they are away. Hours are of a local date, so they keep their place when the clocks change; an hour that a
 * day does not have is not worked, and one that it has twice counts from the first.
 *
 * Source: product design, "People, seats and what they may do" and "Pipeline and timeline".
 */
import { DateTime } from 'luxon';
import type { WorkingHours } from '../access/availability.js';
import { type DayOfRest, stretchesOn } from '../notification/mail-time.js';
import { Refusal } from '../refusal.js';
import { type BusinessCalendar, businessCalendar } from '../timeline/business-calendar.js';
import { addDays, type LocalDate } from '../timeline/local-date.js';
import { type Interval, merged, without } from './intervals.js';

export interface PersonTime {
  readonly userId: string;
  /** IANA. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2; one without a known calendar has no holidays. */
  readonly country: string;
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

/** A calendar is the same for everybody of a country and zone, and making one takes longer than asking it. */
const calendars = new Map<string, BusinessCalendar | null>();
const MOST_CALENDARS = 500;

/** What the person's calendar says of a date; a country without a calendar has weekends and no holidays. Total. */
export function restOf(person: Pick<PersonTime, 'country' | 'zone'>): (date: LocalDate) => DayOfRest {
  const key = `${person.country} ${person.zone}`;
  const known = calendars.get(key);
  const calendar = known === undefined ? calendarOf(person) : known;
  if (calendars.size >= MOST_CALENDARS) calendars.clear();
  calendars.set(key, calendar);
  return (date) => {
    const day = calendar?.dayOf(date);
    if (!day?.known) return 'unknown';
    if (day.business) return 'work';
    return day.kind === 'weekend' ? 'weekend' : 'holiday';
  };
}

function calendarOf({ country, zone }: Pick<PersonTime, 'country' | 'zone'>): BusinessCalendar | null {
  try {
    return businessCalendar({ country, zone });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
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
