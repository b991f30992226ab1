/**
 * A person is nudged at most once a day, whoever asks and whatever for: more would be noise, and noise is not read. A day is 24 hours.
 *
 * Source: issue 5, item 3; product design, "Pipeline and timeline".
 */
export const NUDGE_INTERVAL_MS = 24 * 3_600_000;

/** In: when somebody was nudged last. Out: the first time at which they may be nudged again. */
export function nextNudgeAt(last: Date): Date {
  return new Date(last.getTime() + NUDGE_INTERVAL_MS);
}
