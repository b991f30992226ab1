import { Module } from '@nestjs/common';
import { DutiesDueReader } from './duties-due.reader.js';
import { DutySources } from './duty-sources.reader.js';
import { DutyEscalation } from './duty-escalation.service.js';
import { MailComposer } from './mail-composer.service.js';
import { MailRoute } from './mail-route.service.js';
import { MailRouting } from './mail-routing.service.js';
import { MailSending } from './mail-sending.service.js';
import { MailSettingsController } from './mail-settings.controller.js';
import { MailSettingsService } from './mail-settings.service.js';
import { MailSettingsStore } from './mail-settings.store.js';
import { MailTransport } from './mail-transport.service.js';
import { MailsStore } from './mails.store.js';
import { NoticeMaking } from './notice-making.service.js';
import { NotificationsController } from './notifications.controller.js';
import { NotificationsReader } from './notifications.reader.js';
import { NotificationsService } from './notifications.service.js';
import { NotificationsStore } from './notifications.store.js';
import { RecipientsReader } from './recipients.reader.js';
import { ReminderSending } from './reminder-sending.service.js';
import { Reminders } from './reminders.service.js';
import { RemindersStore } from './reminders.store.js';
import { SigningKeysStore } from './signing-keys.store.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { UnsubscribeTokens } from './unsubscribe-tokens.service.js';

const INBOX = [NotificationsReader, NotificationsStore, NotificationsService, RecipientsReader, NoticeMaking];
const REMINDING = [DutySources, Reminders, ReminderSending, RemindersStore, DutyEscalation, DutiesDueReader];
const MAIL = [
  MailsStore,
  MailRoute,
  MailRouting,
  MailSending,
  MailComposer,
  MailTransport,
  MailSettingsStore,
  MailSettingsService,
  SigningKeysStore,
  UnsubscribeTokens,
];

/** Who is told of what, in the inbox and by mail, and reminded of what they owe. */
@Module({
  controllers: [NotificationsController, MailSettingsController, UnsubscribeController],
  providers: [...INBOX, ...REMINDING, ...MAIL],
  exports: [NotificationsReader, DutySources],
})
export class NotificationsModule {}
