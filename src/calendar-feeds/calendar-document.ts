import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import { DateTime } from 'luxon';
import { type CalendarEntry, calendarText } from '../domain/calendar/calendar-entry.js';
import { vtimezone } from '../domain/calendar/vtimezone.js';

const UTC = ['UTC', 'Etc/UTC'];

export interface CalendarDocument {
  readonly name: string | null;
  /** Of the sender: `Plumbline <plumbline@example.org>`. */
  readonly sender: string;
  readonly entries: readonly CalendarEntry[];
  /** A file that takes an entry back; a feed never is, it shows the entry as cancelled. */
  readonly cancels: boolean;
}

/** The iCalendar text of entries: times in their own zones, folded and escaped, without alarms. The same entries give the same bytes. */
export function calendarDocument({ name, sender, entries, cancels }: CalendarDocument): string {
  const calendar = ical({
    prodId: { company: 'Plumbline', product: 'Plumbline' },
    method: cancels ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    ...(name === null ? {} : { name: escaped(name), ttl: 3600 }),
  });
  const years = entries.flatMap((entry) => [entry.startsAt.getUTCFullYear(), entry.endsAt.getUTCFullYear()]);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  calendar.timezone({ name: null, generator: (zone) => vtimezone(zone, first, last) });
  for (const entry of entries) addEntry(calendar, entry, sender);
  return calendar.toString();
}

function addEntry(calendar: ReturnType<typeof ical>, entry: CalendarEntry, sender: string): void {
  const { uid, sequence, cancelled, timeZone, stamp, summary, location, description, url } = entry;
  const zone = UTC.includes(timeZone) ? null : timeZone;
  const local = (at: Date) => DateTime.fromJSDate(at, { zone: zone ?? 'UTC' });
  calendar.createEvent({
    id: uid,
    sequence,
    start: local(entry.startsAt),
    end: local(entry.endsAt),
    timezone: zone,
    stamp: DateTime.fromJSDate(stamp, { zone: 'UTC' }),
    lastModified: DateTime.fromJSDate(stamp, { zone: 'UTC' }),
    summary,
    ...(location === '' ? {} : { location }),
    description,
    url,
    organizer: organizerOf(sender),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
  });
}

/** RFC 5545, 3.3.11. The library writes the calendar's own name as it comes. */
function escaped(text: string): string {
  return calendarText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** `Name <address>` or an address alone. */
function organizerOf(sender: string): { name: string; email: string } {
  const parts = /^\s*"?([^"<]*?)"?\s*<([^>]+)>\s*$/.exec(sender);
  return { name: parts?.[1] || 'Plumbline', email: parts?.[2] ?? sender.trim() };
}
