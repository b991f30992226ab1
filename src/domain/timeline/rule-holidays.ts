/**
 * Countries other than China and the US: public holidays computed from each country's rules. A whole public holiday
 * is a day off; so is the weekday that stands in for one lost to a weekend, whatever type the source gives it. Half days
 * (Christmas Eve from 14:00), observances, school and optional days stay working days: an organisation that closes on them
 * says so in its own calendar.
 *
 * Source: `date-holidays`. Covered 2015 to 2030: the rules hold the law as it stood when they were written down, not what
 * parliaments will still change. Holidays of the Islamic calendar are computed; where a country waits for the moon, its
 * organisation corrects the day. Festivals fixed only by yearly decree (Diwali, for example) are not among the rules.
 */
import Holidays, { type HolidaysTypes } from 'date-holidays';
import { addDays, yearOf, type LocalDate } from './local-date.js';
import type { NamedDayRule, NationalHolidays } from './holiday-source.js';

const COVERED = { from: 2015, to: 2030 };
const HOUR_MS = 3_600_000;

/** Seollal is the day before the new year, the day and the day after (Korean decree on public holidays, article 2). */
const SEOLLAL = { wrong: 'korean 01-0-01 P3D', right: '1 day before korean 01-0-01 P3D', name: 'Korean New Year' };

/** Whole days a holiday takes: none for half days. An hour more or less is a clock change. */
function wholeDays(holiday: HolidaysTypes.Holiday): number {
  const startHour = Number(holiday.date.slice(11, 13));
  if (startHour > 1) return 0;
  return Math.floor((holiday.end.getTime() - holiday.start.getTime()) / HOUR_MS / 24 + 1 / 24);
}

function isDayOff(holiday: HolidaysTypes.Holiday): boolean {
  return holiday.type === 'public' || (holiday.type === 'bank' && holiday.substitute === true);
}

/** A holiday may run over New Year and its stand-in may lie in the year before, so the neighbours are read too. */
function inYear(source: Holidays, year: number): ReadonlyMap<LocalDate, NamedDayRule> {
  const days = new Map<LocalDate, NamedDayRule>();
  const listed = [year - 1, year, year + 1].flatMap((each) => source.getHolidays(each, 'en'));
  for (const holiday of listed.filter(isDayOff)) {
    for (let offset = 0; offset < wholeDays(holiday); offset += 1) {
      const date = addDays(holiday.date.slice(0, 10), offset);
      if (yearOf(date) === year && !days.has(date)) days.set(date, { off: true, name: holiday.name });
    }
  }
  return days;
}

/**
 * The holidays of a country or of one of its subdivisions, null when there is none of that name.
 * @param code upper case, `DE`, `DE-BY`, `DE-BY-A`
 */
export function ruleHolidays(code: string): NationalHolidays | null {
  const [country = '', state, region] = code.split('-');
  const index = new Holidays();
  if (!(country in index.getCountries())) return null;
  if (state !== undefined && !(state in (index.getStates(country) ?? {}))) return null;
  if (region !== undefined && !(region in (index.getRegions(country, state ?? '') ?? {}))) return null;
  const source = new Holidays({ country, ...(state ? { state } : {}), ...(region ? { region } : {}) });
  if (country === 'KR' && source.unsetRule(SEOLLAL.wrong)) {
    source.setHoliday(SEOLLAL.right, { name: SEOLLAL.name, type: 'public' });
  }
  const years = new Map<number, ReadonlyMap<LocalDate, NamedDayRule>>();
  return {
    covered: COVERED,
    inYear: (year) => {
      const days = years.get(year) ?? inYear(source, year);
      years.set(year, days);
      return days;
    },
  };
}
