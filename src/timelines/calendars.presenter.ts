import type { Actor } from '../domain/actor.js';
import { Refusal } from '../domain/refusal.js';
import type { YearRange } from '../domain/timeline/holiday-source.js';
import { nationalHolidays } from '../domain/timeline/national-holidays.js';
import type { CalendarDto, FollowedCalendarDto } from './calendars.dto.js';
import type { CalendarRow, FollowedCalendarRow } from './calendars.reader.js';

function coveredBy(country: string | null): YearRange | null {
  if (country === null) return null;
  try {
    return nationalHolidays(country).covered;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

export function presentCalendar(actor: Actor, row: CalendarRow): CalendarDto {
  const admin = actor.siteRole === 'admin';
  const archived = row.archivedAt !== null;
  return {
    ...row,
    covered: coveredBy(row.country),
    abilities: { edit: admin && !archived, archive: admin && !archived && row.users + row.jobs === 0, restore: admin && archived },
  };
}

export function presentFollowed(row: FollowedCalendarRow, edit: boolean): FollowedCalendarDto {
  const { country, zone, calendarId, name } = row;
  const source = calendarId === null ? 'country' : row.namedId === calendarId ? 'named' : 'organisation';
  return {
    source,
    calendarId,
    name,
    country,
    zone,
    covered: coveredBy(calendarId === null ? country : row.calendarCountry),
    suppliedYears: row.suppliedYears ?? [],
    edit,
  };
}
