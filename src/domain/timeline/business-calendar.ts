/**
 * A business calendar says of each local date whether work is done on it. In this order: a day the zone never had is not a
 * working day; a day the organisation names (extra working day, closing day) is what it says; a day of a year the calendar
 * does not cover, and the organisation has not supplied, is not known; then the country's notice or rules decide; then
 * the weekend.
 *
 * Source: product design, "Pipeline and timeline"; State Council notices for China, 5 U.S.C. 6103 for the US.
 */
import { invalid, type Fault } from '../refusal.js';
import type { YearRange } from './holiday-source.js';
import { existsIn, ianaZone, isLocalDate, isoWeekday, yearOf, type IsoWeekday, type LocalDate } from './local-date.js';
import { nationalHolidays } from './national-holidays.js';
import { weekendOf } from './weekend-by-country.js';

export interface NamedDay {
  readonly date: LocalDate;
  readonly name: string;
}

/** What a calendar is made from: stored data, nothing computed. */
export interface CalendarSpec {
  /** Country (`CN`, `US`, `DE`) or subdivision (`DE-BY`); null for an organisation that supplies every year itself. */
  readonly country: string | null;
  /** IANA zone whose local dates these are; null when only dates, no times, are asked for. */
  readonly zone?: string | null;
  /** ISO weekdays at rest; default the country's. One to six of them, or none for a calendar without weekend. */
  readonly weekend?: readonly IsoWeekday[];
  readonly closingDays?: readonly NamedDay[];
  /** Days worked although they would be off. */
  readonly workingDays?: readonly NamedDay[];
  /** Years beyond the country's coverage for which the days above and the weekend are the whole truth. */
  readonly suppliedYears?: readonly number[];
}

export type DayKind = 'ordinary' | 'make_up' | 'extra_working_day' | 'weekend' | 'holiday' | 'closing_day' | 'pause' | 'no_such_day';

export interface KnownDay {
  readonly known: true;
  readonly date: LocalDate;
  readonly business: boolean;
  readonly kind: DayKind;
  /** In words: the holiday's or closing day's name. */
  readonly reason: string;
}

/** The answer past a calendar's covered years: never a guess. */
export interface CalendarNotKnown {
  readonly known: false;
  readonly code: 'calendar_not_known';
  readonly calendar: string;
  /** The first date asked for whose year is not covered. */
  readonly date: LocalDate;
  readonly covered: YearRange | null;
  /** A sentence: what is missing and the way out. */
  readonly detail: string;
}

export interface BusinessCalendar {
  readonly id: string;
  readonly zone: string | null;
  readonly dayOf: (date: LocalDate) => KnownDay | CalendarNotKnown;
}

function faultsOf(spec: CalendarSpec): readonly Fault[] {
  const faults: Fault[] = [];
  const weekend = spec.weekend ?? [];
  const weekdays: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
  if (weekend.some((day) => !weekdays.includes(day))) {
    faults.push({ pointer: '/weekend', code: 'weekday', detail: 'weekdays are 1 (Monday) to 7 (Sunday)' });
  }
  if (new Set(weekend).size === 7) {
    faults.push({ pointer: '/weekend', code: 'no_working_day', detail: 'a week needs at least one working day' });
  }
  const seen = new Set<LocalDate>();
  for (const list of ['closingDays', 'workingDays'] as const) {
    (spec[list] ?? []).forEach(({ date }, index) => {
      const pointer = `/${list}/${index}/date`;
      if (!isLocalDate(date)) faults.push({ pointer, code: 'date', detail: `"${date}" is not a date` });
      if (seen.has(date)) faults.push({ pointer, code: 'duplicate', detail: `${date} is named twice` });
      seen.add(date);
    });
  }
  (spec.suppliedYears ?? []).forEach((year, index) => {
    if (Number.isInteger(year) && year >= 1900 && year <= 2199) return;
    faults.push({ pointer: `/suppliedYears/${index}`, code: 'year', detail: `"${year}" is not a year` });
  });
  return faults;
}

function notKnown(calendar: string, date: LocalDate, covered: YearRange | null): CalendarNotKnown {
  const reach = covered ? `covers ${covered.from} to ${covered.to}` : 'covers only the years supplied';
  const detail = `The ${calendar} calendar ${reach}: working days of ${yearOf(date)} are not known until an admin enters that year.`;
  return { known: false, code: 'calendar_not_known', calendar, date, covered, detail };
}

const WEEKDAY_NAMES = ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/**
 * A calendar from its data.
 * @throws Refusal `validation_failed` for an unknown country or zone, bad or doubled dates, a week without a working day
 */
export function businessCalendar(spec: CalendarSpec): BusinessCalendar {
  const faults = faultsOf(spec);
  if (faults.length > 0) throw invalid(faults);
  const zone = spec.zone ? ianaZone(spec.zone, '/zone') : null;
  const national = spec.country === null ? null : nationalHolidays(spec.country);
  const covered = national?.covered ?? null;
  const id = spec.country?.toUpperCase() ?? 'organisation';
  const weekend = new Set<number>(spec.weekend ?? weekendOf(spec.country ?? ''));
  const closing = new Map((spec.closingDays ?? []).map((day) => [day.date, day.name]));
  const working = new Map((spec.workingDays ?? []).map((day) => [day.date, day.name]));
  const supplied = new Set(spec.suppliedYears);

  const decide = (date: LocalDate): KnownDay | CalendarNotKnown => {
    const say = (business: boolean, kind: DayKind, reason: string): KnownDay => ({
      known: true,
      date,
      business,
      kind,
      reason,
    });
    if (zone && !existsIn(date, zone)) return say(false, 'no_such_day', `${zone} never had this day`);
    const extra = working.get(date);
    if (extra !== undefined) return say(true, 'extra_working_day', extra);
    const closed = closing.get(date);
    if (closed !== undefined) return say(false, 'closing_day', closed);
    const year = yearOf(date);
    const isCovered = covered !== null && year >= covered.from && year <= covered.to;
    if (!isCovered && !supplied.has(year)) return notKnown(id, date, covered);
    const rule = isCovered ? national?.inYear(year).get(date) : undefined;
    if (rule) return rule.off ? say(false, 'holiday', rule.name) : say(true, 'make_up', `make-up day for ${rule.name}`);
    const weekday = isoWeekday(date);
    const name = WEEKDAY_NAMES[weekday] ?? '';
    return weekend.has(weekday) ? say(false, 'weekend', name) : say(true, 'ordinary', name);
  };

  const memory = new Map<LocalDate, KnownDay | CalendarNotKnown>();
  const dayOf = (date: LocalDate) => {
    const day = memory.get(date) ?? decide(date);
    memory.set(date, day);
    return day;
  };
  return { id, zone, dayOf };
}
