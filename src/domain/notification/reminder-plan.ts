/**
 * When somebody is reminded of a duty: a day before it is due, when it is due, one and three days after. Two days after, it
 * is told to somebody who can move it. A week after the due time it stops. A reminder that was missed (no server ran) is
 * not made up for: of several that are due, only the latest goes out.
 *
 * Source: product design, "Pipeline and timeline" (before and after due times with a stop).
 */

export const REMINDER_STEPS = ['due_soon', 'due_now', 'overdue_1', 'overdue_3', 'escalate'] as const;
export type ReminderStep = (typeof REMINDER_STEPS)[number];

const HOUR = 3_600_000;

/** Milliseconds after the due time; negative before it. */
const AFTER_DUE: Readonly<Record<ReminderStep, number>> = {
  due_soon: -24 * HOUR,
  due_now: 0,
  overdue_1: 24 * HOUR,
  overdue_3: 72 * HOUR,
  escalate: 48 * HOUR,
};

const PERSONAL: readonly ReminderStep[] = ['overdue_3', 'overdue_1', 'due_now', 'due_soon'];

export const FIRST_REMINDER_BEFORE_DUE = 24 * HOUR;
export const LAST_REMINDER_AFTER_DUE = 7 * 24 * HOUR;

/**
 * What to do now about a duty due at `dueAt`.
 *
 * In: the due time, now, the steps already taken for this due time. Out: the steps to send, at most one to the person and
 * one escalation, and those that count as taken although nothing is sent.
 */
export function remindersNow(
  dueAt: Date,
  now: Date,
  taken: ReadonlySet<ReminderStep>,
): { readonly send: readonly ReminderStep[]; readonly pass: readonly ReminderStep[] } {
  const late = now.getTime() - dueAt.getTime();
  if (late > LAST_REMINDER_AFTER_DUE) return { send: [], pass: [] };
  const reached = PERSONAL.filter((step) => late >= AFTER_DUE[step]);
  const [latest, ...missed] = reached;
  const send: ReminderStep[] = latest !== undefined && !taken.has(latest) ? [latest] : [];
  if (late >= AFTER_DUE.escalate && !taken.has('escalate')) send.push('escalate');
  return { send, pass: send.length > 0 ? missed.filter((step) => !taken.has(step)) : [] };
}
