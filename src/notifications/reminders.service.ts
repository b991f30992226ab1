import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FIRST_REMINDER_BEFORE_DUE, LAST_REMINDER_AFTER_DUE, remindersNow } from '../domain/notification/reminder-plan.js';
import { JobHandlers } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { PeriodicJobs } from '../outbox/periodic-jobs.service.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { DutySources } from './duty-sources.reader.js';
import { ReminderSending } from './reminder-sending.service.js';

const SWEEP = jobKind('reminders.sweep');
const EVERY_MS = 5 * 60_000;

/** Reminds people of what they owe: before, at and after its due time, with a stop. What can be owed is registered with `DutySources`. */
@Injectable()
export class Reminders implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly periodic: PeriodicJobs,
    private readonly sources: DutySources,
    private readonly sending: ReminderSending,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.inDatabase(SWEEP, (tx) => this.sweep(tx));
    this.periodic.register(SWEEP, EVERY_MS);
  }

  /** Whether what a notification reminds of is still to be done; true for one that is no reminder. */
  async isOpen(notification: { readonly dutyKind: string | null; readonly dutyId: string | null }): Promise<boolean> {
    const { dutyKind, dutyId } = notification;
    const source = dutyKind === null ? undefined : this.sources.of(dutyKind);
    return source === undefined || dutyId === null || source.isOpen(dutyId);
  }

  private async sweep(tx: Transaction): Promise<void> {
    const now = this.clock.now();
    const from = new Date(now.getTime() - LAST_REMINDER_AFTER_DUE);
    const until = new Date(now.getTime() + FIRST_REMINDER_BEFORE_DUE);
    for (const source of this.sources.all) {
      const duties = await source.due(tx, from, until);
      const taken = await this.sending.taken(tx, source.kind, duties);
      for (const duty of duties) {
        const { send, pass } = remindersNow(duty.dueAt, now, taken(duty));
        for (const step of pass) await this.sending.pass(tx, source, duty, step);
        for (const step of send) await this.sending.send(tx, source, duty, step);
      }
    }
  }
}
