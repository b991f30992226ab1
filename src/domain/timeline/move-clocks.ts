/**
 * Changing a plan, a calendar or a pause moves the clocks that are still open. Clocks already stopped keep what they were
 * measured by. What moved is returned, to be put on the record with the change.
 *
 * Source: product design, "Nothing is lost, nothing is silent".
 */
import type { Clock, ClockKey } from './clock.js';

export interface ClockMove {
  readonly key: ClockKey;
  readonly subject: string;
  /** UTC ISO 8601, null for not known; `before` also for a clock that did not exist. */
  readonly before: string | null;
  /** UTC ISO 8601, null for not known; also for a clock that exists no longer. */
  readonly after: string | null;
}

export interface MovedClocks {
  readonly clocks: readonly Clock[];
  readonly moves: readonly ClockMove[];
}

const same = (one: Clock) => (other: Clock) => one.key === other.key && one.subject === other.subject;

/**
 * @param before the clocks as they stood  @param after the clocks by the changed plan
 * @returns the clocks that hold from now on, and every open clock whose due time changed, in the order of `after`, those
 * that fell away last
 */
export function moveOpenClocks(before: readonly Clock[], after: readonly Clock[]): MovedClocks {
  const stopped = before.filter((clock) => clock.stoppedBy !== null);
  const clocks = after.map((clock) => stopped.find(same(clock)) ?? clock);
  const missing = stopped.filter((clock) => !after.some(same(clock)));
  const moved = after
    .filter((clock) => !stopped.some(same(clock)))
    .map((clock) => ({ clock, was: before.find(same(clock)) }))
    .filter(({ clock, was }) => (was ? was.dueAt !== clock.dueAt : clock.stoppedBy === null))
    .map(({ clock, was }) => moveOf(clock, was?.dueAt ?? null, clock.dueAt));
  const gone = before.filter((clock) => clock.stoppedBy === null && !after.some(same(clock))).map((clock) => moveOf(clock, clock.dueAt, null));
  return { clocks: [...clocks, ...missing], moves: [...moved, ...gone] };
}

function moveOf({ key, subject }: Clock, before: string | null, after: string | null): ClockMove {
  return { key, subject, before, after };
}

/** An open clock as far as moving goes. */
export type OpenClock = Pick<Clock, 'key' | 'subject' | 'dueAt'>;

/**
 * What a change moved, of clocks that ran before it and run after it.
 * @param before open clocks  @param after open clocks; due times ISO 8601 or null
 * @returns one move for every clock whose due time is another instant now, those that fell away last
 */
export function dueMoves(before: readonly OpenClock[], after: readonly OpenClock[]): readonly ClockMove[] {
  const instant = (at: string | null) => (at === null ? null : Date.parse(at));
  const pair = ({ key, subject }: OpenClock, others: readonly OpenClock[]) => others.find((other) => other.key === key && other.subject === subject);
  const moved = after
    .map((clock) => ({ ...clock, was: pair(clock, before)?.dueAt ?? null }))
    .filter(({ dueAt, was }) => instant(was) !== instant(dueAt))
    .map(({ key, subject, dueAt, was }): ClockMove => ({ key, subject, before: was, after: dueAt }));
  const gone = before.filter((clock) => clock.dueAt !== null && !pair(clock, after));
  return [...moved, ...gone.map(({ key, subject, dueAt }): ClockMove => ({ key, subject, before: dueAt, after: null }))];
}
