import type { NotificationKind, NotificationParams } from '../domain/notification/notification-kinds.js';
import type { Database, Transaction } from '../platform/database.js';

/** Something somebody owes by a time. */
export interface Duty {
  readonly id: string;
  readonly dueAt: Date;
  /** Who is reminded: everybody who can do it. */
  readonly holderIds: readonly string[];
  readonly applicationId: string;
  readonly params: NotificationParams;
}

/**
 * Where duties of a kind come from. Reminders are read from what is stored, not planned ahead: a due time that moves starts
 * them anew, and a duty that is done is simply not there any more.
 */
export interface DutySource {
  /** As escalation names it: `scorecard`, `decision`. */
  readonly kind: string;
  readonly tells: { readonly due_soon: NotificationKind; readonly due_now: NotificationKind; readonly overdue: NotificationKind };
  /** Open duties due between the two times, both included. */
  readonly due: (tx: Transaction, from: Date, until: Date) => Promise<readonly Duty[]>;
  /** Asked once more before a reminder is mailed. */
  readonly isOpen: (from: Database, dutyId: string) => Promise<boolean>;
}
