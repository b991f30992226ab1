import { Injectable } from '@nestjs/common';
import { DEFAULT_MAIL_SETTINGS, type MailSettings } from '../domain/notification/mail-list.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface StoredSettings extends MailSettings {
  /** 0 for somebody who never chose anything. */
  readonly version: number;
}

const FIND = sql`
  select kinds, digest_at as "digestAt", working_hours as "workingHours", quiet_days as "quietDays", quiet_on_holidays as "quietOnHolidays", version
  from mail_settings where user_id = $1`;
const LOCK_USER = sql`select 1 from users where id = $1 for no key update`;
const SAVE = sql`
  insert into mail_settings (user_id, kinds, digest_at, working_hours, quiet_days, quiet_on_holidays) values ($1, $2, $3, $4, $5, $6)
  on conflict (user_id) do update set kinds = excluded.kinds, digest_at = excluded.digest_at, working_hours = excluded.working_hours,
    quiet_days = excluded.quiet_days, quiet_on_holidays = excluded.quiet_on_holidays, version = mail_settings.version + 1`;

@Injectable()
export class MailSettingsStore {
  constructor(private readonly database: Database) {}

  async find(userId: string, from: Database | Transaction = this.database): Promise<StoredSettings> {
    const [row] = await from.query<StoredSettings>(FIND, [userId]);
    return row ?? { ...DEFAULT_MAIL_SETTINGS, version: 0 };
  }

  /** The settings while nobody else changes them; the person's row stands for settings never saved before. */
  async lock(tx: Transaction, userId: string): Promise<StoredSettings> {
    await tx.query(LOCK_USER, [userId]);
    return this.find(userId, tx);
  }

  async save(tx: Transaction, userId: string, settings: MailSettings): Promise<void> {
    const json = JSON.stringify;
    await tx.query(SAVE, [
      userId,
      json(settings.kinds),
      settings.digestAt,
      json(settings.workingHours),
      json(settings.quietDays),
      settings.quietOnHolidays,
    ]);
  }
}
