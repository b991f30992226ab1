import type { MailSettings } from '../domain/notification/mail-list.js';
import type { DayOfRest, MailHours } from '../domain/notification/mail-time.js';
import type { BusinessCalendar } from '../domain/timeline/business-calendar.js';
import { calendarOf } from '../domain/timeline/known-calendars.js';
import { isoWeekday, type LocalDate } from '../domain/timeline/local-date.js';
import type { MailPerson } from './mails.store.js';

function restOn(date: LocalDate, calendar: BusinessCalendar, quietOnHolidays: boolean): DayOfRest {
  const day = calendar.dayOf(date);
  if (!day.known) return 'unknown';
  if (day.business) return 'work';
  if (day.kind === 'weekend') return 'weekend';
  return quietOnHolidays ? 'holiday' : isoWeekday(date) > 5 ? 'weekend' : 'work';
}

/** When this person may be mailed: their hours and days on their clock. */
export function mailHoursOf(person: MailPerson, settings: MailSettings): MailHours {
  const calendar = calendarOf({ zone: person.timeZone, country: person.country, calendar: person.calendar });
  const quietDays = new Set(settings.quietDays);
  return {
    zone: person.timeZone,
    hours: settings.workingHours,
    quiet: (date) => quietDays.has(date) || person.absences.some(({ from, to }) => from <= date && date <= to),
    rest: (date) => restOn(date, calendar, settings.quietOnHolidays),
  };
}
