/**
 * Counting business days. The count starts on the day after the start and ends on a business day; no business day to add
 * means the start itself, or the next business day when the start is none. Backwards likewise. One day that is not
 * known makes the whole answer "not known".
 *
 * Source: the convention of WORKDAY and NETWORKDAYS in spreadsheets and of NumPy's busday functions.
 */
import { invalid } from '../refusal.js';
import type { BusinessCalendar, CalendarNotKnown, DayKind } from './business-calendar.js';
import { addDays, dayNumber, fromDayNumber, localDate, type LocalDate } from './local-date.js';

/** A day passed over, or an unusual day that did count, with why. */
export interface DayRemark {
  readonly date: LocalDate;
  readonly kind: DayKind;
  readonly reason: string;
}

export interface BusinessDayReached {
  readonly known: true;
  readonly date: LocalDate;
  /** Days between start and `date` that did not count, in the order walked. */
  readonly skipped: readonly DayRemark[];
  /** Make-up and extra working days that did count. */
  readonly madeUp: readonly DayRemark[];
}

/** Largest number of business days that can be asked for, either way. */
export const MOST_BUSINESS_DAYS = 5000;

/** Whether work is done on `date`: known with the reason, or not known. */
export function isBusinessDay(calendar: BusinessCalendar, date: LocalDate) {
  return calendar.dayOf(localDate(date, '/date'));
}

/**
 * The `n`-th business day after `start` (before, when `n` is negative).
 * @param n whole number, −5000 to 5000; refused otherwise
 * @returns the date with every day skipped and why, or that the calendar is not known so far
 */
export function addBusinessDays(calendar: BusinessCalendar, start: LocalDate, n: number): BusinessDayReached | CalendarNotKnown {
  if (!Number.isInteger(n) || Math.abs(n) > MOST_BUSINESS_DAYS) {
    throw invalid([{ pointer: '/add', code: 'range', detail: `"${n}" is not a whole number from -5000 to 5000` }]);
  }
  const step = n < 0 ? -1 : 1;
  const skipped: DayRemark[] = [];
  const madeUp: DayRemark[] = [];
  let date = localDate(start, '/start');
  let left = Math.abs(n);
  if (n !== 0) date = addDays(date, step);
  else left = 1;
  for (;;) {
    const day = calendar.dayOf(date);
    if (!day.known) return day;
    const remark = { date, kind: day.kind, reason: day.reason };
    if (!day.business) skipped.push(remark);
    else {
      left -= 1;
      if (day.kind === 'make_up' || day.kind === 'extra_working_day') madeUp.push(remark);
      if (left === 0) return { known: true, date, skipped, madeUp };
    }
    date = addDays(date, step);
  }
}

export interface BusinessDayCount {
  readonly known: true;
  readonly days: number;
}

/** Business days from `first` to `last`, both counted; 0 when `last` is earlier. What NETWORKDAYS counts. */
export function businessDaysIn(calendar: BusinessCalendar, first: LocalDate, last: LocalDate): BusinessDayCount | CalendarNotKnown {
  let days = 0;
  for (let day = dayNumber(localDate(first, '/first')); day <= dayNumber(localDate(last, '/last')); day += 1) {
    const found = calendar.dayOf(fromDayNumber(day));
    if (!found.known) return found;
    if (found.business) days += 1;
  }
  return { known: true, days };
}

/**
 * Business days it takes from `from` to `to`: those after `from` up to and including `to`, so that counting to
 * `addBusinessDays(calendar, from, n)` gives `n`. Negative when `to` is earlier.
 */
export function businessDaysBetween(calendar: BusinessCalendar, from: LocalDate, to: LocalDate): BusinessDayCount | CalendarNotKnown {
  if (to >= from) return businessDaysIn(calendar, addDays(localDate(from, '/from'), 1), to);
  const back = businessDaysIn(calendar, to, addDays(from, -1));
  return back.known ? { known: true, days: back.days === 0 ? 0 : -back.days } : back;
}
