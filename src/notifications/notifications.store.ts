import { Injectable } from '@nestjs/common';
import { kindsNeeding, type NotificationKind, type NotificationParams } from '../domain/notification/notification-kinds.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';

export interface NewNotification {
  readonly userId: string;
  readonly kind: NotificationKind;
  readonly params: NotificationParams;
  readonly applicationId: string | null;
  readonly at: Date;
  /** What must not be told this person twice. */
  readonly dedupeKey: string;
  readonly duty?: { readonly kind: string; readonly id: string };
}

const HISTORY_MS = 14 * 86_400_000;

const INSERT = sql`
  insert into notifications (id, user_id, kind, params, application_id, created_at, dedupe_key, duty_kind, duty_id, read_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (dedupe_key) where dedupe_key is not null do nothing`;
const READ = sql`update notifications set read_at = coalesce(read_at, $3) where id = $1 and user_id = $2`;
/** Only what its reader can see: the rest stays unread until they can. */
const READ_ALL = sql`
  update notifications n set read_at = $2 where n.user_id = $1 and n.read_at is null and n.raised_at <= $2
    and (n.application_id is null or n.kind = any ($3) or exists (select 1 from application_sight($1, $2) v where v.application_id = n.application_id
      and case when n.kind = any ($4) then v.sight = 'content' when starts_with(n.kind, 'offer') then sees_offers($1, n.application_id, $2)
        else v.sight <> 'absent' end))`;
const SNOOZE = sql`update notifications set read_at = null, raised_at = $3 where id = $1 and user_id = $2`;

@Injectable()
export class NotificationsStore {
  constructor(private readonly database: Database) {}

  /** What is long past was loaded with an organisation's history: it is there to look up, and asks for nothing. */
  async insert(tx: Transaction, one: NewNotification, now: Date): Promise<void> {
    const readAt = now.getTime() - one.at.getTime() > HISTORY_MS ? one.at : null;
    const values = [newId(), one.userId, one.kind, JSON.stringify(one.params), one.applicationId, one.at, `${one.dedupeKey}:${one.userId}`];
    await tx.query(INSERT, [...values, one.duty?.kind ?? null, one.duty?.id ?? null, readAt]);
  }

  async markRead(id: string, userId: string, now: Date): Promise<void> {
    await this.database.query(READ, [id, userId, now]);
  }

  async markAllRead(userId: string, now: Date): Promise<void> {
    await this.database.query(READ_ALL, [userId, now, kindsNeeding('nothing'), kindsNeeding('content')]);
  }

  /** Out of the inbox until then; back as unread. */
  async snooze(id: string, userId: string, until: Date): Promise<void> {
    await this.database.query(SNOOZE, [id, userId, until]);
  }
}
