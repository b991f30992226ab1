import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface FeedRow {
  readonly id: string;
  readonly hint: string;
  readonly createdAt: Date;
  /** To the hour. */
  readonly lastReadAt: Date | null;
}

export interface FeedOwner {
  readonly feedId: string;
  readonly userId: string;
  readonly name: string;
  readonly locale: 'en' | 'zh-CN';
}

const COLUMNS = { fragment: true, text: `id, hint, created_at as "createdAt", last_read_at as "lastReadAt"` } as const;
const OPEN = sql`select ${COLUMNS} from calendar_feeds where user_id = $1 and revoked_at is null`;
const LOCK_OWNER = sql`select id from users where id = $1 and status = 'active' for update`;
const INSERT = sql`insert into calendar_feeds (id, user_id, secret_hash, hint, created_at) values ($1, $2, $3, $4, $5)`;
const REVOKE = sql`update calendar_feeds set revoked_at = $2 where user_id = $1 and revoked_at is null returning hint`;
const OWNER = sql`
  select f.id as "feedId", u.id as "userId", u.name, u.locale
  from calendar_feeds f join users u on u.id = f.user_id where f.secret_hash = $1 and f.revoked_at is null and u.status = 'active'`;
const READ = sql`update calendar_feeds set last_read_at = $2 where id = $1 and (last_read_at is null or last_read_at < $2::timestamptz - interval '1 hour')`;

@Injectable()
export class CalendarFeedsStore {
  constructor(private readonly database: Database) {}

  async open(userId: string): Promise<FeedRow | undefined> {
    const [row] = await this.database.query<FeedRow>(OPEN, [userId]);
    return row;
  }

  /** Two issues of one person go one after the other: at most one address is open. */
  async lockOwner(tx: Transaction, userId: string): Promise<void> {
    await tx.query(LOCK_OWNER, [userId]);
  }

  async insert(tx: Transaction, feed: { id: string; userId: string; hash: string; hint: string; at: Date }): Promise<void> {
    await tx.query(INSERT, [feed.id, feed.userId, feed.hash, feed.hint, feed.at]);
  }

  /** The hint of the address that was open; undefined for none. */
  async revoke(tx: Transaction, userId: string, at: Date): Promise<string | undefined> {
    const [row] = await tx.query<{ hint: string }>(REVOKE, [userId, at]);
    return row?.hint;
  }

  /** Whose calendar it is; undefined for an unknown or revoked secret and for a deactivated person. */
  async ownerOf(hash: string): Promise<FeedOwner | undefined> {
    const [row] = await this.database.query<FeedOwner>(OWNER, [hash]);
    return row;
  }

  async markRead(feedId: string, at: Date): Promise<void> {
    await this.database.query(READ, [feedId, at]);
  }
}
