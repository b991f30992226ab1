/**
 * A pause takes whole local days out of a clock: every day from the one on which it begins up to, not including, the one
 * on which it ends. A pause that begins and ends on one day moves nothing. A pause without an end lasts until now, so an
 * open clock moves on with it, and a deadline that had passed before it stays passed.
 *
 * Source: product design, "Pipeline and timeline".
 */
import type { BusinessCalendar } from './business-calendar.js';
import type { ClockPause } from './clock.js';
import { instantIn, localDateOf, type LocalDate } from './local-date.js';

interface PausedDays {
  readonly from: LocalDate;
  /** Not itself paused. */
  readonly until: LocalDate;
  readonly words: string;
}

function inWords(pause: ClockPause): string {
  const reason = pause.reason.replaceAll('_', ' ');
  return pause.words === '' ? `paused: ${reason}` : `paused: ${reason}, ${pause.words}`;
}

/** A calendar on which paused days do not count. @param now ISO instant, ends the open pauses */
export function withPauses(calendar: BusinessCalendar, pauses: readonly ClockPause[], zone: string, now: string): BusinessCalendar {
  const paused: readonly PausedDays[] = pauses.map((pause) => ({
    from: localDateOf(pause.from, zone),
    until: localDateOf(pause.to ?? now, zone),
    words: inWords(pause),
  }));
  if (paused.length === 0) return calendar;
  return {
    ...calendar,
    dayOf: (date) => {
      const pause = paused.find(({ from, until }) => date >= from && date < until);
      return pause ? { known: true, date, business: false, kind: 'pause', reason: pause.words } : calendar.dayOf(date);
    },
  };
}

/** The pause running at `now`, null when none is. */
export function runningPause(pauses: readonly ClockPause[], now: string): ClockPause | null {
  const at = instantIn(now, 'UTC').toMillis();
  const running = pauses.find((pause) => {
    const begun = instantIn(pause.from, 'UTC').toMillis() <= at;
    return begun && (pause.to === null || at < instantIn(pause.to, 'UTC').toMillis());
  });
  return running ?? null;
}

/** A calendar on which every day counts: process deadlines are in calendar days. */
export function everyDayCalendar(zone: string): BusinessCalendar {
  return {
    id: 'calendar days',
    zone,
    dayOf: (date) => ({ known: true, date, business: true, kind: 'ordinary', reason: '' }),
  };
}
