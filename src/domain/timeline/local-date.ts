/**
 * A local date is a day as the people of one place write it, `YYYY-MM-DD`, without a time or a zone. Days are counted on
 * a plain proleptic Gregorian day number, so that neither daylight saving nor the zone of the server can move them.
 *
 * Source: ISO 8601 calendar dates; day number 0 is 1970-01-01.
 */
import { DateTime, IANAZone } from 'luxon';
import { invalid } from '../refusal.js';

/** `YYYY-MM-DD`, a real date of the years 1900 to 2199. */
export type LocalDate = string;

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const WEEKDAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];

/** True when `text` is a real calendar date of 1900 to 2199. */
export function isLocalDate(text: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `text` as a local date; refuses (`validation_failed` at `pointer`) anything that is not a real date of 1900 to 2199. */
export function localDate(text: string, pointer = ''): LocalDate {
  if (isLocalDate(text)) return text;
  throw invalid([{ pointer, code: 'date', detail: `"${text}" is not a date of the form YYYY-MM-DD` }]);
}

/** Days since 1970-01-01; negative before. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The local date of a day number. */
export function fromDayNumber(day: number): LocalDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** `date` moved by `days` calendar days, forwards or backwards. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** ISO weekday of a local date. 1970-01-01 was a Thursday. */
export function isoWeekday(date: LocalDate): IsoWeekday {
  return WEEKDAYS[(((dayNumber(date) + 3) % 7) + 7) % 7] ?? 1;
}

/** `zone` when it is an IANA time zone name; refuses otherwise. */
export function ianaZone(zone: string, pointer = ''): string {
  if (IANAZone.isValidZone(zone)) return zone;
  throw invalid([{ pointer, code: 'time_zone', detail: `"${zone}" is not an IANA time zone name` }]);
}

/**
 * The local date on which an instant falls in a zone: the "day 0" of every deadline.
 * @param instant ISO 8601 date and time with an offset or `Z`; refused otherwise
 */
export function localDateOf(instant: string, zone: string, pointer = ''): LocalDate {
  return instantIn(instant, zone, pointer).toFormat('yyyy-MM-dd');
}

/** The instant as a luxon time in the zone; refuses times without an offset. */
export function instantIn(instant: string, zone: string, pointer = ''): DateTime<true> {
  const time = DateTime.fromISO(instant, { zone: ianaZone(zone) });
  if (time.isValid && /T.*(Z|[+-]\d{2}(:?\d{2})?)$/.test(instant)) return time;
  throw invalid([{ pointer, code: 'instant', detail: `"${instant}" is not an ISO 8601 time with an offset` }]);
}

/** False for a day a zone never had, for example 2011-12-30 in Pacific/Apia, which went from the 29th to the 31st. */
export function existsIn(date: LocalDate, zone: string): boolean {
  return DateTime.fromISO(`${date}T12:00:00`, { zone }).toFormat('yyyy-MM-dd') === date;
}
