import { Injectable } from '@nestjs/common';
import type { NotificationKind, NotificationParams } from '../domain/notification/notification-kinds.js';
import type { Transaction } from '../platform/database.js';

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
  /** False: nobody else hears that it is late; even its being there is for those it is for. Default: it is escalated. */
  readonly escalates?: boolean;
  /** Open duties due between the two times, both included. */
  readonly due: (tx: Transaction, from: Date, until: Date) => Promise<readonly Duty[]>;
  /** Asked once more before a reminder is mailed. */
  readonly isOpen: (dutyId: string) => Promise<boolean>;
}

/** Every kind of duty people are reminded of. A room registers its own when its module starts. */
@Injectable()
export class DutySources {
  private readonly sources = new Map<string, DutySource>();

  register(source: DutySource): void {
    if (this.sources.has(source.kind)) throw new Error(`Two sources of duties of the kind ${source.kind}.`);
    this.sources.set(source.kind, source);
  }

  get all(): readonly DutySource[] {
    return [...this.sources.values()];
  }

  of(kind: string): DutySource | undefined {
    return this.sources.get(kind);
  }
}
