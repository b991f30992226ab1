import { Injectable } from '@nestjs/common';
import type { Locale } from '../domain/notification/notification-phrasebook.js';
import type { CalendarSpec } from '../domain/timeline/business-calendar.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';
import { followedCalendar } from '../timelines/followed-calendar.reader.js';

export interface MailPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly active: boolean;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly country: string;
  /** The organisation's own that they follow; null: their country's. */
  readonly calendar: Omit<CalendarSpec, 'zone'> | null;
  readonly absences: readonly { readonly from: string; readonly to: string }[];
}

export interface MailRow {
  readonly id: string;
  readonly userId: string;
  readonly kind: 'single' | 'digest';
  readonly messageId: string;
  readonly status: 'open' | 'sealed' | 'sent' | 'dropped' | 'failed';
}

/** A notification whose mail has not been decided on. */
export interface Unrouted {
  readonly userId: string;
  readonly kind: string;
  readonly createdAt: Date;
}

const PERSON = sql`
  select u.id, u.name, u.email, u.status = 'active' as active, u.locale, u.time_zone as "timeZone", u.country, ${followedCalendar('u')} as calendar,
    coalesce((select jsonb_agg(jsonb_build_object('from', a.starts_on, 'to', a.ends_on)) from absences a where a.user_id = u.id and a.ends_on >= $2::timestamptz::date - 1), '[]') as absences
  from users u where u.id = $1`;
const UNROUTED = sql`
  select n.user_id as "userId", n.kind, n.created_at as "createdAt" from notifications n where n.id = $1 and n.mail_id is null and n.read_at is null for update`;
const OPEN_DIGEST = sql`select id from mails where user_id = $1 and kind = 'digest' and status = 'open' for update`;
const INSERT = sql`
  insert into mails (id, user_id, kind, message_id, send_at, created_at) values ($1, $2, $3, $4, $5, $6)
  on conflict (user_id) where kind = 'digest' and status = 'open' do nothing returning id`;
const ASSIGN = sql`update notifications set mail_id = $2 where id = $1`;
const SEAL = sql`
  update mails set status = 'sealed', ended_at = null, reason = null where id = $1 and status in ('open', 'sealed', 'failed')
  returning id, user_id as "userId", kind, message_id as "messageId", status`;
const END = sql`update mails set status = $2, ended_at = $3, reason = $4 where id = $1`;

@Injectable()
export class MailsStore {
  constructor(private readonly database: Database) {}

  async person(userId: string, now: Date, from: Database | Transaction = this.database): Promise<MailPerson | undefined> {
    const [row] = await from.query<MailPerson>(PERSON, [userId, now]);
    return row;
  }

  async unrouted(tx: Transaction, notificationId: string): Promise<Unrouted | undefined> {
    const [row] = await tx.query<Unrouted>(UNROUTED, [notificationId]);
    return row;
  }

  /** A mail of its own for one notification. */
  async openSingle(tx: Transaction, userId: string, notificationId: string, domain: string, sendAt: Date, now: Date): Promise<string> {
    const id = newId();
    await tx.query(INSERT, [id, userId, 'single', `<${notificationId}@${domain}>`, sendAt, now]);
    await tx.query(ASSIGN, [notificationId, id]);
    return id;
  }

  /** Puts the notification into the person's open digest; answers a new digest's id, for its sending to be planned. */
  async addToDigest(tx: Transaction, userId: string, notificationId: string, domain: string, sendAt: Date, now: Date): Promise<string | null> {
    const made = newId();
    const isNew = (await tx.query(INSERT, [made, userId, 'digest', `<digest.${made}@${domain}>`, sendAt, now])).length === 1;
    const [open] = isNew ? [{ id: made }] : await tx.query<{ id: string }>(OPEN_DIGEST, [userId]);
    // Sealed between the two statements: the next attempt finds none open, and makes one.
    if (!open) throw new Error('The digest was just sent.');
    await tx.query(ASSIGN, [notificationId, open.id]);
    return isNew ? made : null;
  }

  /** Closes a mail to additions, in a transaction of its own: from now on it may be at the mail server. Undefined once it ended. */
  async seal(mailId: string): Promise<MailRow | undefined> {
    const [row] = await this.database.query<MailRow>(SEAL, [mailId]);
    return row;
  }

  async end(tx: Transaction, mailId: string, status: 'sent' | 'dropped' | 'failed', now: Date, reason: string | null): Promise<void> {
    await tx.query(END, [mailId, status, now, reason]);
  }
}
