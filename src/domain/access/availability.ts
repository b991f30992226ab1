/**
 * When somebody can be asked for an interview: hours of the week on their own clock. No entry at all means no wish stated.
 *
 * Source: product design, "People, seats and what they may do".
 */
import type { Fault } from '../refusal.js';

/** One stretch of a weekday, local time of the person. */
export interface WorkingHours {
  /** 1 Monday … 7 Sunday, as ISO 8601 counts. */
  readonly weekday: number;
  /** `HH:MM`, 00:00 to 23:59. */
  readonly from: string;
  /** `HH:MM`, later than `from`; 24:00 is the end of the day. */
  readonly to: string;
}

/** What is wrong with stated hours: an end before its start, stretches that overlap. Empty when nothing is. */
export function availabilityFaults(hours: readonly WorkingHours[], pointer: string): readonly Fault[] {
  return hours.flatMap((stretch, index) => {
    const at = `${pointer}/${index}`;
    if (stretch.to <= stretch.from) return [{ pointer: `${at}/to`, code: 'order', detail: 'must be later than "from"' }];
    const clash = hours.slice(0, index).some((other) => other.weekday === stretch.weekday && other.from < stretch.to && stretch.from < other.to);
    return clash ? [{ pointer: at, code: 'overlap', detail: 'overlaps another stretch of that weekday' }] : [];
  });
}
