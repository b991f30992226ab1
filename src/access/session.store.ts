import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { hashOfSecret, type SessionCaller, type TokenCaller } from './session.reader.js';

const INSERT = sql`
  insert into sessions (id, user_id, token_hash, rotated_at, created_at, last_seen_at, expires_at, address, user_agent)
  values ($1, $2, $3, $4, $4, $4, $5, $6, $7)`;
const TOUCH = sql`update sessions set last_seen_at = $2 where id = $1`;
const TOUCH_TOKEN = sql`update api_tokens set last_used_at = $2 where id = $1`;
/** Use is noted to the minute: writing it on every request would cost more than it tells. */
const MINUTE = 60_000;

export interface NewSession {
  readonly sessionId: string;
  readonly secret: string;
  readonly expiresAt: Date;
}

@Injectable()
export class SessionStore {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async create(tx: Transaction, userId: string, now: Date, from: { address: string; userAgent: string }): Promise<NewSession> {
    const sessionId = randomUUID();
    const secret = randomBytes(32).toString('base64url');
    const expiresAt = new Date(now.getTime() + this.config.SESSION_ABSOLUTE_HOURS * 60 * MINUTE);
    await tx.query(INSERT, [sessionId, userId, hashOfSecret(secret), now, expiresAt, from.address, from.userAgent.slice(0, 300)]);
    return { sessionId, secret, expiresAt };
  }

  async touch(caller: SessionCaller, now: Date): Promise<void> {
    if (now.getTime() - caller.lastSeenAt.getTime() < MINUTE) return;
    await this.database.query(TOUCH, [caller.sessionId, now]);
  }

  async touchToken(caller: TokenCaller, now: Date): Promise<void> {
    if (caller.lastUsedAt && now.getTime() - caller.lastUsedAt.getTime() < MINUTE) return;
    await this.database.query(TOUCH_TOKEN, [caller.tokenId, now]);
  }
}
