import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';
import { hashOfSecret, type SessionCaller, type TokenCaller } from './session.reader.js';

const INSERT = sql`
  insert into sessions (id, user_id, token_hash, rotated_at, created_at, last_seen_at, expires_at, address, user_agent)
  values ($1, $2, $3, $4, $4, $4, $5, $6, $7)`;
const TOUCH = sql`update sessions set last_seen_at = $2 where id = $1`;
const TOUCH_TOKEN = sql`update api_tokens set last_used_at = $2 where id = $1`;
/** One statement: of two requests that come at once with the same secret, one rotates and the other finds itself in the grace. */
const ROTATE = sql`
  with rotated as (
    update sessions set token_hash = $3, rotated_at = $4, last_seen_at = $4 where id = $1 and token_hash = $2 and revoked_at is null returning id)
  insert into rotated_session_secrets (token_hash, session_id, rotated_at) select $2, id, $4 from rotated returning session_id`;
const REVOKE = sql`
  update sessions set revoked_at = $3 where user_id = $1 and revoked_at is null and ($2::uuid is null or id = $2) and id is distinct from $4::uuid returning id`;
/** Use is noted to the minute: writing it on every request would cost more than it tells. */
const MINUTE = 60_000;

export interface NewSession {
  readonly sessionId: string;
  readonly secret: string;
  readonly expiresAt: Date;
}

function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

@Injectable()
export class SessionStore {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async create(tx: Transaction, userId: string, now: Date, from: { address: string; userAgent: string }): Promise<NewSession> {
    const sessionId = newId();
    const secret = newSecret();
    const expiresAt = new Date(now.getTime() + this.config.SESSION_ABSOLUTE_HOURS * 60 * MINUTE);
    await tx.query(INSERT, [sessionId, userId, hashOfSecret(secret), now, expiresAt, from.address, from.userAgent.slice(0, 300)]);
    return { sessionId, secret, expiresAt };
  }

  /** Replaces the secret; undefined when another request just did. */
  async rotate(sessionId: string, secret: string, now: Date): Promise<string | undefined> {
    const next = newSecret();
    const rotated = await this.database.query(ROTATE, [sessionId, hashOfSecret(secret), hashOfSecret(next), now]);
    return rotated.length === 1 ? next : undefined;
  }

  /** Ends one session of a user, or all of them, but for `except`. Answers those that were open. */
  async revoke(tx: Transaction, userId: string, now: Date, which: { sessionId?: string; except?: string | undefined } = {}): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(REVOKE, [userId, which.sessionId ?? null, now, which.except ?? null]);
    return rows.map((row) => row.id);
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
