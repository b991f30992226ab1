import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TokenScope } from '../domain/actor.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface Caller {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly siteRole: SiteRole;
  readonly locale: 'en' | 'zh-CN';
  readonly timeZone: string;
}

export interface SessionCaller extends Caller {
  readonly sessionId: string;
  readonly lastSeenAt: Date;
  readonly rotatedAt: Date;
}

export interface TokenCaller extends Caller {
  readonly tokenId: string;
  readonly scopes: readonly TokenScope[];
  readonly lastUsedAt: Date | null;
}

const CALLER = `u.id as "userId", u.name, u.email, u.site_role as "siteRole", u.locale, u.time_zone as "timeZone"`;

const BY_SESSION = sql`
  select s.id as "sessionId", s.last_seen_at as "lastSeenAt", s.rotated_at as "rotatedAt",
    ${{ fragment: true, text: CALLER }}
  from sessions s join users u on u.id = s.user_id
  where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and s.last_seen_at > $3 and u.status = 'active'`;

const BY_TOKEN = sql`
  select t.id as "tokenId", t.scopes, t.last_used_at as "lastUsedAt", ${{ fragment: true, text: CALLER }}
  from api_tokens t join users u on u.id = t.user_id
  where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2) and u.status = 'active'`;

/** Secrets people carry are random enough that one SHA-256 hides them; passwords are argon2id. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Who is behind a session cookie or an API token. */
@Injectable()
export class SessionReader {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async bySession(secret: string, now: Date): Promise<SessionCaller | undefined> {
    const idleSince = new Date(now.getTime() - this.config.SESSION_IDLE_MINUTES * 60_000);
    const [caller] = await this.database.query<SessionCaller>(BY_SESSION, [hashOfSecret(secret), now, idleSince]);
    return caller;
  }

  async byToken(secret: string, now: Date): Promise<TokenCaller | undefined> {
    const [caller] = await this.database.query<TokenCaller>(BY_TOKEN, [hashOfSecret(secret), now]);
    return caller;
  }
}
