import { Injectable } from '@nestjs/common';
import type { ReminderStep } from '../domain/notification/reminder-plan.js';
import { Outbox } from '../outbox/outbox.service.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { ESCALATE } from './duty-escalation.service.js';
import type { Duty, DutySource } from './duty-sources.reader.js';
import { NotificationsStore } from './notifications.store.js';
import { RecipientsReader } from './recipients.reader.js';
import { RemindersStore } from './reminders.store.js';

/** Takes one step of reminding, once: the step, the notification and the escalation commit together. */
@Injectable()
export class ReminderSending {
  constructor(
    private readonly store: RemindersStore,
    private readonly notifications: NotificationsStore,
    private readonly recipients: RecipientsReader,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  taken(tx: Transaction, kind: string, duties: readonly Duty[]): Promise<(duty: Duty) => ReadonlySet<ReminderStep>> {
    return this.store.taken(tx, kind, duties);
  }

  async pass(tx: Transaction, source: DutySource, duty: Duty, step: ReminderStep): Promise<void> {
    await this.store.record(tx, source.kind, duty, step, false, this.clock.now());
  }

  async send(tx: Transaction, source: DutySource, duty: Duty, step: ReminderStep): Promise<void> {
    const now = this.clock.now();
    if (!(await this.store.record(tx, source.kind, duty, step, true, now))) return;
    const dueAt = duty.dueAt.toISOString();
    if (step === 'escalate') {
      const [lateUserId] = duty.holderIds;
      if (lateUserId && source.escalates !== false)
        await this.outbox.enqueue(tx, ESCALATE, { applicationId: duty.applicationId, duty: source.kind, key: `${duty.id} ${dueAt}`, lateUserId });
      return;
    }
    const kind = source.tells[step === 'due_soon' || step === 'due_now' ? step : 'overdue'];
    for (const userId of await this.recipients.able(tx, duty.holderIds, duty.applicationId, false)) {
      const dedupeKey = `reminder:${source.kind}:${duty.id}:${dueAt}:${step}`;
      const about = { kind: source.kind, id: duty.id };
      await this.notifications.insert(
        tx,
        { userId, kind, params: { ...duty.params, dueAt }, applicationId: duty.applicationId, at: now, dedupeKey, duty: about },
        now,
      );
    }
  }
}
