/**
 * United States: the federal holidays, observed on the Friday before when they fall on a Saturday and on the Monday after
 * when they fall on a Sunday. New Year's Day of a Saturday is therefore a day off of the year before.
 *
 * Source: 5 U.S.C. 6103 and Executive Order 11582 through `@18f/us-federal-holidays`, both shifts on. Covered: 1986, the
 * first year of the present list (Juneteenth joins in 2021), to 2030, the last year for which the Office of Personnel
 * Management has published its table. Days closed by a single executive order, Inauguration Day and state holidays are
 * an organisation's own closing days.
 */
import federal from '@18f/us-federal-holidays';
import { yearOf, type LocalDate } from './local-date.js';
import type { NamedDayRule, NationalHolidays } from './holiday-source.js';

const OBSERVED = { shiftSaturdayHolidays: true, shiftSundayHolidays: true };

function inYear(year: number): ReadonlyMap<LocalDate, NamedDayRule> {
  const listed = [...federal.allForYear(year, OBSERVED), ...federal.allForYear(year + 1, OBSERVED)];
  return new Map(listed.filter((day) => yearOf(day.dateString) === year).map((day) => [day.dateString, { off: true, name: day.name }]));
}

const years = new Map<number, ReadonlyMap<LocalDate, NamedDayRule>>();

export const usFederalHolidays: NationalHolidays = {
  covered: { from: 1986, to: 2030 },
  inYear: (year) => {
    const days = years.get(year) ?? inYear(year);
    years.set(year, days);
    return days;
  },
};
