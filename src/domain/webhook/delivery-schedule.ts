/**
 * How often a webhook is tried: ten times over about three days, then it is given up. An endpoint that took nothing at all
 * from the first attempt of a delivery to its last is disabled, so that a receiver long gone does not fill the log.
 *
 * Source: Standard Webhooks specification, "Deliverability and reliability" (the schedule) and "Disabling endpoints".
 */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const WAITS: readonly number[] = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR];

export const DELIVERY_ATTEMPTS = WAITS.length + 1;

/** Longest wait a receiver may ask for with Retry-After. */
const LONGEST_WAIT = 24 * HOUR;

/** Milliseconds to wait after the n-th failed attempt, 1 for the first; at least what the receiver asked for, up to a day. */
export function waitAfter(attempt: number, askedFor = 0): number {
  const planned = WAITS[Math.min(attempt, WAITS.length) - 1] ?? LONGEST_WAIT;
  return Math.min(Math.max(planned, askedFor), LONGEST_WAIT);
}

/** Whether to disable an endpoint when a delivery is given up. `failingSince`: null when it took something since it last failed. */
export function disablesEndpoint(failingSince: Date | null, firstAttemptAt: Date | null): boolean {
  return failingSince !== null && firstAttemptAt !== null && failingSince <= firstAttemptAt;
}
