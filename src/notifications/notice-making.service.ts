import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NOTICED_EVENTS, noticesOf } from '../domain/notification/notices.js';
import { ruleOf } from '../domain/notification/notification-kinds.js';
import { JobHandlers } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { Outbox } from '../outbox/outbox.service.js';
import { Clock } from '../platform/clock.js';
import type { Transaction } from '../platform/database.js';
import { NotificationsStore } from './notifications.store.js';
import { RecipientsReader } from './recipients.reader.js';

const MAKE_NOTICES = jobKind('notices.make', 'eventId');

/** Turns events into notifications: one subscriber for all rooms, after the commit, each event once. */
@Injectable()
export class NoticeMaking implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly handlers: JobHandlers,
    private readonly recipients: RecipientsReader,
    private readonly store: NotificationsStore,
    private readonly clock: Clock,
  ) {}

  async onModuleInit(): Promise<void> {
    this.handlers.inDatabase(MAKE_NOTICES, (tx, job) => this.make(tx, job.payload.eventId));
    await this.outbox.onEvents(NOTICED_EVENTS, MAKE_NOTICES);
  }

  private async make(tx: Transaction, eventId: string): Promise<void> {
    const event = await this.recipients.event(tx, eventId);
    if (!event) return;
    for (const { kind, to, params } of noticesOf(event)) {
      const others = (await this.recipients.audience(tx, event, to)).filter((userId) => userId !== event.actorId);
      const unnamed = ruleOf(kind).needs === 'nothing';
      for (const userId of await this.recipients.able(tx, others, event.applicationId, unnamed)) {
        await this.store.insert(
          tx,
          { userId, kind, params, applicationId: event.applicationId, at: event.at, dedupeKey: `event:${eventId}:${kind}` },
          this.clock.now(),
        );
      }
    }
  }
}
