import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { hashOfSecret } from './session.reader.js';

const KNOWN = sql`
  select 1 from known_devices d join users u on u.id = d.user_id
  where d.token_hash = $1 and ($2::text is null or lower(u.email) = lower($2)) limit 1`;
const REMEMBER = sql`
  insert into known_devices (user_id, token_hash, last_used_at) values ($1, $2, $3)
  on conflict (user_id, token_hash) do update set last_used_at = excluded.last_used_at`;
const FORGET = sql`delete from known_devices where user_id = $1`;

/** Browsers on which people signed in before. */
@Injectable()
export class DevicesStore {
  constructor(private readonly database: Database) {}

  /** Whether this browser has signed in to the account before. */
  async isKnown(secret: string, email: string): Promise<boolean> {
    return (await this.database.query(KNOWN, [hashOfSecret(secret), email])).length > 0;
  }

  /** Remembers the browser for this person; answers its secret: a new one unless it shows one that was given out here. */
  async remember(tx: Transaction, userId: string, shown: string | undefined, now: Date): Promise<string> {
    const known = shown !== undefined && (await tx.query(KNOWN, [hashOfSecret(shown), null])).length > 0;
    const secret = known ? shown : randomBytes(24).toString('base64url');
    await tx.query(REMEMBER, [userId, hashOfSecret(secret), now]);
    return secret;
  }

  async forgetAll(tx: Transaction, userId: string): Promise<void> {
    await tx.query(FORGET, [userId]);
  }
}
