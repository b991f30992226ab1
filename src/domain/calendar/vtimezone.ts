/**
 * A VTIMEZONE written from the runtime's own time zone data, the same that every local time of the product is reckoned with: one observance for the
 * offset at the beginning of the years asked for, and one for every change after it. Explicit changes instead of recurrence rules: they hold for
 * zones whose clocks follow no rule (Morocco around Ramadan), and no reader can misread them.
 *
 * Source: RFC 5545, 3.6.5 (VTIMEZONE), 3.3.14 (UTC-OFFSET); IANA time zone data through luxon.
 */
import { DateTime } from 'luxon';

interface OffsetChange {
  /** Epoch milliseconds of the first instant with the new offset. */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly before: number;
  readonly after: number;
}

/** Clocks are not changed twice within a week anywhere. */
const STEP = 7 * 86_400_000;
const SECOND = 1000;

function offsetAt(instant: number, zone: string): number {
  return DateTime.fromMillis(instant, { zone }).offset;
}

/** The changes of a zone's offset in [from, to), epoch milliseconds, in order. */
export function offsetChanges(zone: string, from: number, to: number): readonly OffsetChange[] {
  const changes: OffsetChange[] = [];
  for (let start = from; start < to; start += STEP) {
    const end = Math.min(start + STEP, to);
    const before = offsetAt(start, zone);
    const after = offsetAt(end, zone);
    if (before === after) continue;
    let [low, high] = [start, end];
    while (high - low > SECOND) {
      const middle = low + Math.floor((high - low) / 2 / SECOND) * SECOND;
      if (offsetAt(middle, zone) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
  }
  return changes;
}

/** `+0800`, `-0330`. */
function utcOffset(minutes: number): string {
  const size = Math.abs(Math.round(minutes));
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}${String(size % 60).padStart(2, '0')}`;
}

function observance(kind: 'STANDARD' | 'DAYLIGHT', at: number, before: number, after: number): readonly string[] {
  // An observance begins at a local time reckoned with the offset before it.
  const start = new Date(at + before * 60_000).toISOString().slice(0, 19).replace(/[-:]/g, '');
  return [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${utcOffset(before)}`, `TZOFFSETTO:${utcOffset(after)}`, `END:${kind}`];
}

/**
 * The component, with CRLF between its lines.
 *
 * In: an IANA zone, the first and last year (1970 to 2199) in which it has to be right, UTC; a year before and after is covered with them. Out: the text.
 * Errors: none for a valid zone.
 */
export function vtimezone(zone: string, firstYear: number, lastYear: number): string {
  const from = Date.UTC(firstYear - 1, 0, 1);
  const changes = offsetChanges(zone, from, Date.UTC(lastYear + 2, 0, 1));
  const first = offsetAt(from, zone);
  const lines = [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance('STANDARD', from, first, first),
    ...changes.flatMap(({ at, before, after }) => observance(after > before ? 'DAYLIGHT' : 'STANDARD', at, before, after)),
    'END:VTIMEZONE',
  ];
  return lines.join('\r\n');
}
