import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ShownSecret } from '../domain/access/session-life.js';
import type { TokenScope } from '../domain/actor.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { Gathered } from '../platform/gathered.js';
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
  readonly expiresAt: Date;
  readonly secret: ShownSecret;
}

export interface TokenCaller extends Caller {
  readonly tokenId: string;
  readonly scopes: readonly TokenScope[];
  readonly lastUsedAt: Date | null;
}

/** An open session as its owner and admins see it. */
export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  address: string;
  userAgent: string;
}

const CALLER = { fragment: true, text: `u.id as "userId", u.name, u.email, u.site_role as "siteRole", u.locale, u.time_zone as "timeZone"` } as const;
const LIVE = { fragment: true, text: `s.revoked_at is null and s.expires_at > $2 and s.last_seen_at > $3 and u.status = 'active'` } as const;

const BY_SESSION = sql`
  select s.token_hash as "tokenHash", s.id as "sessionId", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.rotated_at as "rotatedAt", ${CALLER}
  from sessions s join users u on u.id = s.user_id where s.token_hash = any($1) and ${LIVE}`;

const BY_REPLACED_SECRET = sql`
  select s.id as "sessionId", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", r.rotated_at as "rotatedAt", ${CALLER}
  from rotated_session_secrets r join sessions s on s.id = r.session_id join users u on u.id = s.user_id
  where r.token_hash = $1 and ${LIVE}`;

const BY_TOKEN = sql`
  select t.id as "tokenId", t.scopes, t.last_used_at as "lastUsedAt", ${CALLER}
  from api_tokens t join users u on u.id = t.user_id
  where t.token_hash = $1 and t.revoked_at is null and (t.expires_at is null or t.expires_at > $2) and u.status = 'active'`;

const OPEN = sql`
  select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.address, s.user_agent as "userAgent"
  from sessions s join users u on u.id = s.user_id where s.user_id = $1 and ${LIVE} order by s.last_seen_at desc, s.id`;

/** Secrets people carry are random enough that one SHA-256 hides them; passwords are argon2id. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

type SessionHit = Omit<SessionCaller, 'secret'> & { readonly rotatedAt: Date };

interface ShownHash {
  readonly hash: string;
  readonly now: Date;
}

/** Who is behind a session cookie or an API token. */
@Injectable()
export class SessionReader {
  /** Every request asks; requests that come together ask together. */
  private readonly current = new Gathered<ShownHash, SessionHit | undefined>((shown) => this.byHashes(shown));

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  async bySession(secret: string, now: Date): Promise<SessionCaller | undefined> {
    const hash = hashOfSecret(secret);
    const current = await this.current.answer({ hash, now });
    if (current) return { ...current, secret: { kind: 'current', rotatedAt: current.rotatedAt } };
    const [replaced] = await this.database.query<SessionHit>(BY_REPLACED_SECRET, [hash, now, this.idleSince(now)]);
    return replaced && { ...replaced, secret: { kind: 'replaced', replacedAt: replaced.rotatedAt } };
  }

  async byToken(secret: string, now: Date): Promise<TokenCaller | undefined> {
    const [caller] = await this.database.query<TokenCaller>(BY_TOKEN, [hashOfSecret(secret), now]);
    return caller;
  }

  /** Open sessions of a user, the latest used first. */
  openOf(userId: string, now: Date): Promise<SessionRow[]> {
    return this.database.query<SessionRow>(OPEN, [userId, now, this.idleSince(now)]);
  }

  private async byHashes(shown: readonly ShownHash[]): Promise<(one: ShownHash) => SessionHit | undefined> {
    // The latest of their times: they came within one round trip of each other.
    const now = shown.reduce((latest, one) => (one.now > latest ? one.now : latest), new Date(0));
    const rows = await this.database.query<SessionHit & { tokenHash: string }>(BY_SESSION, [shown.map(({ hash }) => hash), now, this.idleSince(now)]);
    const hits = new Map(rows.map(({ tokenHash, ...hit }) => [tokenHash, hit]));
    return ({ hash }) => hits.get(hash);
  }

  /** Sessions not used since then are over. */
  idleSince(now: Date): Date {
    return new Date(now.getTime() - this.config.SESSION_IDLE_MINUTES * 60_000);
  }
}
