import type { MailSettings } from '../domain/notification/mail-list.js';
import type { DayOfRest, MailHours } from '../domain/notification/mail-time.js';
import { Refusal } from '../domain/refusal.js';
import { type BusinessCalendar, businessCalendar } from '../domain/timeline/business-calendar.js';
import { isoWeekday, type LocalDate } from '../domain/timeline/local-date.js';
import type { MailPerson } from './mails.store.js';

/** A country this version has no calendar for has no holidays that could be respected. */
function calendarOf(country: string, zone: string): BusinessCalendar | null {
  try {
    return businessCalendar({ country, zone });
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

function restOn(date: LocalDate, calendar: BusinessCalendar | null, quietOnHolidays: boolean): DayOfRest {
  const day = calendar?.dayOf(date);
  if (!day?.known) return 'unknown';
  if (day.business) return 'work';
  if (day.kind === 'weekend') return 'weekend';
  return quietOnHolidays ? 'holiday' : isoWeekday(date) > 5 ? 'weekend' : 'work';
}

/** When this person may be mailed: their hours and days on their clock. */
export function mailHoursOf(person: MailPerson, settings: MailSettings): MailHours {
  const calendar = calendarOf(person.country, person.timeZone);
  const quietDays = new Set(settings.quietDays);
  return {
    zone: person.timeZone,
    hours: settings.workingHours,
    quiet: (date) => quietDays.has(date) || person.absences.some(({ from, to }) => from <= date && date <= to),
    rest: (date) => restOn(date, calendar, settings.quietOnHolidays),
  };
}
