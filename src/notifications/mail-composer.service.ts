import { Injectable } from '@nestjs/common';
import type { SendMailOptions } from 'nodemailer';
import { deliveryOf, type MailList } from '../domain/notification/mail-list.js';
import { pathOf } from '../domain/notification/notices.js';
import { isNotificationKind } from '../domain/notification/notification-kinds.js';
import { Config } from '../platform/config.js';
import { writeLetter } from './mail-letter.js';
import { MailSettingsStore } from './mail-settings.store.js';
import type { MailPerson, MailRow } from './mails.store.js';
import { wordingOf } from './notifications.presenter.js';
import { type NotificationRow, NotificationsReader } from './notifications.reader.js';
import { Reminders } from './reminders.service.js';
import { UnsubscribeTokens } from './unsubscribe-tokens.service.js';
import { webAddress } from '../platform/web-address.js';

/** Makes a mail of what is still news to its reader at the moment it goes out. */
@Injectable()
export class MailComposer {
  constructor(
    private readonly reader: NotificationsReader,
    private readonly settings: MailSettingsStore,
    private readonly reminders: Reminders,
    private readonly tokens: UnsubscribeTokens,
    private readonly config: Config,
  ) {}

  /** Undefined when nothing is left to say: read, put off, done, stopped, or not theirs to know any more. */
  async compose(mail: MailRow, person: MailPerson): Promise<SendMailOptions | undefined> {
    const rows = await this.news(mail, person);
    const [first] = rows;
    if (!first) return undefined;
    const base = webAddress(this.config);
    const list: MailList = mail.kind === 'digest' || !isNotificationKind(first.kind) ? 'digest' : first.kind;
    const unsubscribe = `${base}/api/v1/unsubscribe/${await this.tokens.make({ userId: person.id, list })}`;
    const items = rows.map((row) => ({ ...wordingOf(row, person), url: `${base}${pathOf(row.kind, row.applicationId, row.params)}` }));
    const letter = writeLetter(mail.kind, items, person.locale, { unsubscribe, settings: `${base}/me/notifications` });
    return {
      from: this.config.MAIL_FROM,
      to: { name: person.name, address: person.email },
      messageId: mail.messageId,
      ...letter,
      headers: {
        'Auto-Submitted': 'auto-generated',
        'List-Unsubscribe': `<${unsubscribe}>`,
        // One click from the mail program itself; RFC 8058 wants it over https only.
        ...(base.startsWith('https://') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
      },
    };
  }

  private async news(mail: MailRow, person: MailPerson): Promise<readonly NotificationRow[]> {
    const settings = await this.settings.find(person.id);
    const rows = (await this.reader.ofMail(person.id, mail.id)).filter(
      (row) => isNotificationKind(row.kind) && deliveryOf(row.kind, settings) !== 'off',
    );
    const open = await Promise.all(rows.map((row) => this.reminders.isOpen(row)));
    return rows.filter((_, index) => open[index]);
  }
}
