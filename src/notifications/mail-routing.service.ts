import { Injectable, type OnModuleInit } from '@nestjs/common';
import { deliveryOf } from '../domain/notification/mail-list.js';
import { nextDigestTime, nextWorkingMoment } from '../domain/notification/mail-time.js';
import { isNotificationKind, ruleOf } from '../domain/notification/notification-kinds.js';
import { JobHandlers } from '../outbox/job-handlers.js';
import { jobKind } from '../outbox/job-kind.js';
import { Outbox } from '../outbox/outbox.service.js';
import type { Transaction } from '../platform/database.js';
import { mailHoursOf } from './mail-hours.js';
import { MailRoute } from './mail-route.service.js';
import { SEND_MAIL } from './mail-sending.service.js';
import { MailSettingsStore } from './mail-settings.store.js';
import { MailsStore } from './mails.store.js';

/** Enqueued by a trigger for every notification, whichever room wrote it. */
const ROUTE_MAIL = jobKind('mail.route', 'notificationId');

/** Decides of each notification whether it is mailed, when, and alone or in the digest. */
@Injectable()
export class MailRouting implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly outbox: Outbox,
    private readonly mails: MailsStore,
    private readonly settings: MailSettingsStore,
    private readonly route: MailRoute,
  ) {}

  onModuleInit(): void {
    this.handlers.inDatabase(ROUTE_MAIL, (tx, job) => this.plan(tx, job.payload.notificationId));
  }

  private async plan(tx: Transaction, notificationId: string): Promise<void> {
    const news = await this.mails.unrouted(tx, notificationId);
    const now = this.route.now();
    if (!news || !this.route.isNews(news.createdAt) || !isNotificationKind(news.kind)) return;
    const [person, settings] = [await this.mails.person(news.userId, now, tx), await this.settings.find(news.userId, tx)];
    const delivery = deliveryOf(news.kind, settings);
    if (!person?.active || delivery === 'off') return;
    const hours = mailHoursOf(person, settings);
    if (delivery === 'at_once') {
      const sendAt = ruleOf(news.kind).urgent ? now : nextWorkingMoment(now, hours);
      const mailId = await this.mails.openSingle(tx, person.id, notificationId, this.route.domain, sendAt, now);
      await this.outbox.enqueue(tx, SEND_MAIL, { mailId }, { runAt: sendAt });
      return;
    }
    const sendAt = nextDigestTime(now, settings.digestAt, hours);
    const digestId = await this.mails.addToDigest(tx, person.id, notificationId, this.route.domain, sendAt, now);
    if (digestId !== null) await this.outbox.enqueue(tx, SEND_MAIL, { mailId: digestId }, { runAt: sendAt });
  }
}
