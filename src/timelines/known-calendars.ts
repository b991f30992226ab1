import { Refusal } from '../domain/refusal.js';
import { type BusinessCalendar, businessCalendar, type CalendarSpec } from '../domain/timeline/business-calendar.js';

/** Where a job or a person works, as it is stored: a calendar of the organisation's own, or their country's. */
export interface StoredPlace {
  readonly zone: string;
  readonly country: string;
  readonly calendar: Omit<CalendarSpec, 'zone'> | null;
}

const MOST_KEPT = 500;
const kept = new Map<string, BusinessCalendar>();

/** The calendar somebody follows. Made once from the same data: a calendar remembers the days it was asked about. */
export function calendarOf({ zone, country, calendar }: StoredPlace): BusinessCalendar {
  const key = JSON.stringify([zone, calendar ?? country]);
  const known = kept.get(key);
  if (known) return known;
  const made = calendarFrom({ ...(calendar ?? { country }), zone });
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, made);
  return made;
}

/** A country or zone nobody publishes days for is a calendar that knows no day: never a guess. */
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
