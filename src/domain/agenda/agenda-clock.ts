/**
 * The debrief's clock: how long the room has talked, in all and about each item. It is read from laps: one begins when the
 * clock starts or the room turns to another item, and ends when it turns again or the clock stops. Laps are kept, so the
 * history of who talked about what and how long is the clock itself.
 *
 * Source: product design, "Application and debrief life" (a 60-minute clock by default).
 */

export const DEFAULT_MINUTES = 60;

export interface Lap {
  /** Key of the item talked about; null while the room is on none. */
  readonly item: string | null;
  readonly startedAt: Date;
  /** Null for the lap that runs. */
  readonly endedAt: Date | null;
}

export interface ClockReading {
  readonly running: boolean;
  /** Whole seconds talked. */
  readonly elapsedSeconds: number;
  /** Whole seconds left; below 0 once the time is over. */
  readonly remainingSeconds: number;
  /** Whole seconds by item. */
  readonly spent: ReadonlyMap<string, number>;
}

/**
 * Reads the clock.
 *
 * In: the laps of one round, the minutes there are, the time now. Out: the reading; a lap never counts less than nothing, and
 * seconds are cut, not rounded. Pure and total.
 */
export function readClock(laps: readonly Lap[], minutes: number, now: Date): ClockReading {
  const milliseconds = new Map<string | null, number>();
  for (const { item, startedAt, endedAt } of laps) {
    const length = Math.max(0, (endedAt ?? now).getTime() - startedAt.getTime());
    milliseconds.set(item, (milliseconds.get(item) ?? 0) + length);
  }
  const elapsedSeconds = wholeSeconds([...milliseconds.values()].reduce((sum, part) => sum + part, 0));
  const spent = new Map<string, number>();
  for (const [item, part] of milliseconds) if (item !== null) spent.set(item, wholeSeconds(part));
  return { running: laps.some(({ endedAt }) => endedAt === null), elapsedSeconds, remainingSeconds: minutes * 60 - elapsedSeconds, spent };
}

/** Minutes a debrief has, from the policy its application started with. In: that policy. Out: 5 to 480; 60 where it says nothing. */
export function minutesOf(policy: object): number {
  const minutes: unknown = Object.entries(policy).find(([name]) => name === 'minutes')?.[1];
  return typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 5 && minutes <= 480 ? minutes : DEFAULT_MINUTES;
}

function wholeSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
