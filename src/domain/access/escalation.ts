/**
 * An overdue duty goes to somebody who can move it: the recruiter, else the hiring manager, else the coordinator, else an
 * admin. Nobody with a conflict of interest, nobody deactivated or away, and never the person who is late.
 *
 * Source: product design, "People, seats and what they may do".
 */

const ORDER = ['recruiter', 'hiring_manager', 'coordinator', 'admin'] as const;
export type EscalationRole = (typeof ORDER)[number];

export interface PossibleHolder {
  readonly userId: string;
  readonly role: EscalationRole;
  readonly conflicted: boolean;
  readonly active: boolean;
  /** Away today, on their own calendar. */
  readonly away: boolean;
}

/**
 * To whom a duty goes; null when nobody is left, which an operator has to hear of.
 *
 * In: the late person and everybody with a part in the job, in the order in which they got it. Among equals the first, and
 * somebody away before nobody at all.
 */
export function chooseEscalationHolder(lateUserId: string, holders: readonly PossibleHolder[]): PossibleHolder | null {
  const able = holders.filter((holder) => holder.userId !== lateUserId && holder.active && !holder.conflicted);
  const inOrder = ORDER.flatMap((role) => able.filter((holder) => holder.role === role));
  return inOrder.find((holder) => !holder.away) ?? inOrder[0] ?? null;
}
