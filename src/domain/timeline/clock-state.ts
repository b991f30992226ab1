/**
 * How a clock stands. Stopped at or before its due time it is met, afterwards late. Open it is late once the due time has
 * passed, at risk when less than a quarter of its time is left, otherwise on time. Its time runs from the start to the
 * due time without the days taken out by pauses: 28 days are at risk in the last 7, a card due the next evening in the
 * last quarter of those hours.
 *
 * Source: product design, "Pipeline and timeline"; the quarter is this product's own rule.
 */
import type { ClockState } from './clock.js';
import { instantIn } from './local-date.js';

/** Share of a clock's time that is left when it becomes at risk. */
export const AT_RISK_SHARE = 0.25;

const DAY_MS = 86_400_000;

export interface ClockTimes {
  readonly startedAt: string;
  /** Null when the calendar does not reach that far. */
  readonly dueAt: string | null;
  readonly stoppedAt: string | null;
  /** Whole days taken out of the clock's time by pauses. */
  readonly pausedDays: number;
}

/** The state at `now`; all times ISO 8601 with offset. A clock stopped before its due time was known stays not known. */
export function clockState(times: ClockTimes, now: string): ClockState {
  if (times.dueAt === null) return 'not_known';
  const at = (instant: string) => instantIn(instant, 'UTC').toMillis();
  const due = at(times.dueAt);
  if (times.stoppedAt !== null) return at(times.stoppedAt) <= due ? 'met' : 'late';
  const left = due - at(now);
  if (left < 0) return 'late';
  const whole = due - at(times.startedAt) - times.pausedDays * DAY_MS;
  return left < whole * AT_RISK_SHARE ? 'at_risk' : 'on_time';
}
