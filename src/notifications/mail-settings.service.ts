import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.service.js';
import { type Actor, systemActor } from '../domain/actor.js';
import { type MailList, type MailSettings, mailSettingsFaults, withoutList } from '../domain/notification/mail-list.js';
import { invalid } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { versionConflict } from '../platform/version.js';
import { MailSettingsStore, type StoredSettings } from './mail-settings.store.js';

/** What a person chose about their mail: in their settings, or by the link in a mail. */
@Injectable()
export class MailSettingsService {
  constructor(
    private readonly database: Database,
    private readonly store: MailSettingsStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  of(userId: string): Promise<StoredSettings> {
    return this.store.find(userId);
  }

  change(actor: Actor, expected: number, after: MailSettings): Promise<void> {
    const faults = mailSettingsFaults(after);
    if (faults.length > 0) throw invalid(faults);
    return this.database.transaction(async (tx) => {
      const { version, ...before } = await this.store.lock(tx, actor.userId);
      if (version !== expected) throw versionConflict(expected, version, before);
      await this.save(tx, actor, actor.userId, before, after, 'by_person');
    });
  }

  /** Whoever holds the link may stop this mail, signed in or not; a second time changes nothing. */
  unsubscribe(userId: string, list: MailList): Promise<void> {
    return this.database.transaction(async (tx) => {
      const { version: _, ...before } = await this.store.lock(tx, userId);
      const after = withoutList(before, list);
      if (JSON.stringify(after) !== JSON.stringify(before))
        await this.save(tx, systemActor('system', randomUUID()), userId, before, after, 'by_mail_link');
    });
  }

  private async save(
    tx: Transaction,
    actor: Actor,
    userId: string,
    before: MailSettings,
    after: MailSettings,
    how: 'by_person' | 'by_mail_link',
  ): Promise<void> {
    await this.store.save(tx, userId, after);
    const payload = { before, after, how };
    await this.audit.append(tx, actor, this.clock.now(), { type: 'notification.settings_changed', subject: { kind: 'user', id: userId }, payload });
  }
}
