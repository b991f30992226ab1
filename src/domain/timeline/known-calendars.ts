/**
 * The calendar somebody follows: one of the organisation's own that they or their job name, else the organisation's for their country, else the
 * country's. Own closing days and own make-up days count wherever business days do: for deadlines, for working hours and for mail.
 *
 * Source: product design, "Pipeline and timeline".
 */
import { Refusal } from '../refusal.js';
import { type BusinessCalendar, businessCalendar, type CalendarSpec } from './business-calendar.js';

/** Where a job or a person works: a calendar of the organisation's own, or their country's. */
export interface FollowedPlace {
  /** IANA. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly calendar: Omit<CalendarSpec, 'zone'> | null;
}

const MOST_KEPT = 500;
const kept = new Map<string, BusinessCalendar>();

/**
 * The calendar followed at a place. Made once from the same data: a calendar remembers the days it was asked about.
 *
 * In: zone, country and own calendar as stored. Out: the calendar; one that knows no day where nobody publishes days for the country or zone: never a
 * guess. Total.
 */
export function calendarOf({ zone, country, calendar }: FollowedPlace): BusinessCalendar {
  const key = JSON.stringify([zone, calendar ?? country]);
  const known = kept.get(key);
  if (known) return known;
  const made = calendarFrom({ ...(calendar ?? { country }), zone });
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, made);
  return made;
}

function calendarFrom(spec: CalendarSpec & { readonly zone: string }): BusinessCalendar {
  try {
    return businessCalendar(spec);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const id = spec.country ?? 'organisation';
    const detail = `No working days are known for ${id}. An admin can make a calendar.`;
    return { id, zone: 'UTC', dayOf: (date) => ({ known: false, code: 'calendar_not_known', calendar: id, date, covered: null, detail }) };
  }
}
