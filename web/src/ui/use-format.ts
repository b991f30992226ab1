import { useTranslation } from 'react-i18next';
import { useKnownMe } from '../api/me';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Instant = string | number | Date;

export interface Format {
  /** 4 Mar 2026 */
  readonly date: (at: Instant) => string;
  /** Wed 4 Mar, 14:00 (with the year when it is another one) */
  readonly dateTime: (at: Instant) => string;
  /** Wed 4 Mar, 14:00 GMT+8: for tooltips and print */
  readonly exact: (at: Instant) => string;
  readonly time: (at: Instant) => string;
  /** Wed 4 Mar */
  readonly day: (at: Instant) => string;
  /** "in 3 hours", "2 days ago" */
  readonly fromNow: (at: Instant, now?: number) => string;
  /** "3 hours": the length between two times, in its largest unit */
  readonly span: (milliseconds: number) => string;
  readonly number: (value: number, digits?: number) => string;
  /** Always that many digits after the point: figures that stand below each other. */
  readonly decimals: (value: number, digits: number) => string;
  readonly percent: (value: number, digits?: number) => string;
  readonly list: (items: readonly string[]) => string;
  readonly timeZone: string;
}

/** Dates, numbers and lists in the person's language, and in the time zone of their account. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const zone = useKnownMe()?.timeZone;
  return formatOf(i18n.language, zone);
}

const made = new Map<string, Format>();

/** Formats are dear to make and there are few: every line of every table shares them. */
function formatOf(language: string, zone: string | undefined): Format {
  const name = `${language} ${zone ?? ''}`;
  const format = made.get(name) ?? makeFormat(language, zone);
  made.set(name, format);
  return format;
}

function knownZone(zone: string | undefined): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

function makeFormat(language: string, zone: string | undefined): Format {
  const timeZone = knownZone(zone);
  const moment = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { timeZone, ...options });
  const day = moment({ day: 'numeric', month: 'short', year: 'numeric' });
  const near = moment({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const far = moment({
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const exact = moment({ dateStyle: 'full', timeStyle: 'long' });
  const clock = moment({ hour: '2-digit', minute: '2-digit', hour12: false });
  const weekday = moment({ weekday: 'short', day: 'numeric', month: 'short' });
  const year = moment({ year: 'numeric' });
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  return {
    date: (at) => day.format(new Date(at)),
    dateTime: (at) => (year.format(new Date(at)) === year.format(new Date()) ? near : far).format(new Date(at)),
    exact: (at) => exact.format(new Date(at)),
    day: (at) => weekday.format(new Date(at)),
    time: (at) => clock.format(new Date(at)),
    fromNow: (at, now = Date.now()) => {
      const { count, unit } = largestUnit(new Date(at).getTime() - now);
      return relative.format(count, unit);
    },
    span: (milliseconds) => {
      const { count, unit } = largestUnit(Math.abs(milliseconds));
      return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
    },
    number: (value, digits = 12) => new Intl.NumberFormat(language, { maximumSignificantDigits: digits }).format(value),
    decimals: (value, digits) => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    percent: (value, digits = 0) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(value),
    list: (items) => lists.format(items),
    timeZone,
  };
}

function largestUnit(milliseconds: number): { count: number; unit: 'minute' | 'hour' | 'day' } {
  const size = Math.abs(milliseconds);
  if (size < HOUR) return { count: Math.round(milliseconds / MINUTE), unit: 'minute' };
  if (size < 2 * DAY) return { count: Math.round(milliseconds / HOUR), unit: 'hour' };
  return { count: Math.round(milliseconds / DAY), unit: 'day' };
}
