/**
 * China: the State Council's yearly notice names the days off and the weekend days worked to make up for them (调休). A
 * year without its notice is not known: neither its holidays nor its make-up days can be foreseen. The notice for the
 * coming year usually appears in October or November and may still name the last days of December.
 *
 * Source: State Council notices as data in `chinese-days` (1.5.7 holds 2004 to 2026); the covered years are read from
 * the data itself, so a newer release extends them. Verified day by day against two other transcriptions for 2008 to
 * 2026, and against the notice for 2007.
 *
 * Only days the notice names are taken from the package: its own weekday arithmetic follows the time zone of the process
 * and is a day off west of Greenwich.
 */
import chineseDays from 'chinese-days';
import { dayNumber, fromDayNumber, type LocalDate } from './local-date.js';
import type { NamedDayRule, NationalHolidays, YearRange } from './holiday-source.js';

/** First year any notice in the package speaks of; before 2004 there is none. */
const EARLIEST = 2004;

function named(date: LocalDate): NamedDayRule | null {
  const { name, work } = chineseDays.getDayDetail(date);
  const [english, chinese] = name.split(',');
  return english !== undefined && chinese !== undefined ? { off: !work, name: `${english} (${chinese})` } : null;
}

/** National Day is a day off in every notice, so a year has its notice when 1 October is named. */
function coveredYears(): YearRange {
  let to = EARLIEST;
  while (named(`${to + 1}-10-01`)) to += 1;
  return { from: EARLIEST, to };
}

const years = new Map<number, ReadonlyMap<LocalDate, NamedDayRule>>();

function inYear(year: number): ReadonlyMap<LocalDate, NamedDayRule> {
  const known = years.get(year);
  if (known) return known;
  const days = new Map<LocalDate, NamedDayRule>();
  const last = dayNumber(`${year}-12-31`);
  for (let day = dayNumber(`${year}-01-01`); day <= last; day += 1) {
    const rule = named(fromDayNumber(day));
    if (rule) days.set(fromDayNumber(day), rule);
  }
  years.set(year, days);
  return days;
}

export const chineseHolidays: NationalHolidays = { covered: coveredYears(), inYear };
