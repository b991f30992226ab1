/**
 * When a mail may reach a person: inside their working hours, on their own clock, and on no day at rest (public holiday,
 * absence, a quiet day they named). Without stated hours: 9 to 18 on business days of the calendar they follow, make-up days
 * included. A mail that would wait longer than two months goes at once: late is better than lost.
 *
 * Source: product design, "Pipeline and timeline" (reminders respect the person's working hours).
 */
import { DateTime } from 'luxon';
import type { WorkingHours } from '../access/availability.js';
import { addDays, isoWeekday, type LocalDate } from '../timeline/local-date.js';

/** What a calendar says of a day. `unknown`: past its covered years; the weekend decides. */
export type DayOfRest = 'work' | 'weekend' | 'holiday' | 'unknown';

export interface MailHours {
  readonly zone: string;
  /** Stated hours; empty: 9 to 18. */
  readonly hours: readonly WorkingHours[];
  /** Days named quiet, and absences. */
  readonly quiet: (date: LocalDate) => boolean;
  readonly rest: (date: LocalDate) => DayOfRest;
}

const LONGEST_WAIT_DAYS = 62;
const OFFICE_HOURS = { from: '09:00', to: '18:00' } as const;

interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** The working stretches of a local date, earliest first; none on a day at rest. */
export function stretchesOn(date: LocalDate, person: MailHours): readonly Stretch[] {
  const rest = person.rest(date);
  if (person.quiet(date) || rest === 'holiday') return [];
  const weekday = isoWeekday(date);
  if (person.hours.length > 0) return person.hours.filter((stretch) => stretch.weekday === weekday).sort((a, b) => (a.from < b.from ? -1 : 1));
  return rest === 'weekend' || (rest === 'unknown' && weekday > 5) ? [] : [OFFICE_HOURS];
}

function instant(date: LocalDate, time: string, zone: string): Date {
  return DateTime.fromISO(`${date}T${time}`, { zone }).toJSDate();
}

function datesFrom(at: Date, zone: string): readonly LocalDate[] {
  const today = DateTime.fromJSDate(at, { zone }).toISODate() ?? at.toISOString().slice(0, 10);
  return Array.from({ length: LONGEST_WAIT_DAYS }, (_, days) => addDays(today, days));
}

/** The first moment from `at` on that lies in working hours, their last minute included. */
export function nextWorkingMoment(at: Date, person: MailHours): Date {
  for (const date of datesFrom(at, person.zone)) {
    for (const { from, to } of stretchesOn(date, person)) {
      const start = instant(date, from, person.zone);
      if (at <= start) return start;
      if (at <= instant(date, to, person.zone)) return at;
    }
  }
  return at;
}

/** The first digest after `at`: at the local time `HH:MM` of a day with working hours. */
export function nextDigestTime(at: Date, digestAt: string, person: MailHours): Date {
  for (const date of datesFrom(at, person.zone)) {
    const time = instant(date, digestAt, person.zone);
    if (time > at && stretchesOn(date, person).length > 0) return time;
  }
  return new Date(at.getTime() + 86_400_000);
}
