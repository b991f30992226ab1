import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../domain/refusal.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { Config } from '../platform/config.js';
import type { Database, Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';
import { hashOfSecret } from './session.reader.js';

export type LinkKind = 'invitation' | 'password_reset' | 'first_admin';

export interface LinkRow {
  readonly id: string;
  readonly kind: LinkKind;
  readonly userId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly siteRole: SiteRole | null;
  readonly expiresAt: Date;
}

export interface NewLink {
  readonly id: string;
  readonly url: string;
  readonly expiresAt: Date;
}

const MINUTE = 60_000;
const LIFE: Readonly<Record<LinkKind, number>> = { invitation: 7 * 24 * 60 * MINUTE, password_reset: 60 * MINUTE, first_admin: 7 * 24 * 60 * MINUTE };
const PAGE: Readonly<Record<LinkKind, string>> = { invitation: 'accept-invitation', password_reset: 'reset-password', first_admin: 'first-admin' };

const INSERT = sql`
  insert into one_time_links (id, kind, token_hash, user_id, email, name, site_role, created_by, created_at, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const COLUMNS = { fragment: true, text: 'id, kind, user_id as "userId", email, name, site_role as "siteRole", expires_at as "expiresAt"' } as const;
const OPEN = { fragment: true, text: 'used_at is null and revoked_at is null' } as const;
const FIND = sql`select ${COLUMNS} from one_time_links where token_hash = $1 and ${OPEN} and expires_at > $2`;
const LOCK = sql`select ${COLUMNS} from one_time_links where token_hash = $1 and ${OPEN} and expires_at > $2 for update`;
const USE = sql`update one_time_links set used_at = $2 where id = $1`;
const RENEW = sql`update one_time_links set token_hash = $2, expires_at = $3 where id = $1`;
const REVOKE_OF = sql`update one_time_links set revoked_at = $3 where user_id = $1 and kind = $2 and ${OPEN}`;
const REVOKE_KIND = sql`update one_time_links set revoked_at = $2 where kind = $1 and ${OPEN}`;

/** Links that work once and for a while. Only a hash of the secret is kept; it travels behind `#`, which no server logs. */
@Injectable()
export class LinksStore {
  constructor(private readonly config: Config) {}

  async create(
    tx: Transaction,
    kind: LinkKind,
    now: Date,
    about: { userId?: string | null; email?: string; name?: string; siteRole?: SiteRole; createdBy?: string | null; minutes?: number },
  ): Promise<NewLink> {
    const id = newId();
    const secret = newLinkSecret();
    const expiresAt = new Date(now.getTime() + (about.minutes ? about.minutes * MINUTE : LIFE[kind]));
    await tx.query(INSERT, [
      id,
      kind,
      hashOfSecret(secret),
      about.userId ?? null,
      about.email ?? null,
      about.name ?? null,
      about.siteRole ?? null,
      about.createdBy ?? null,
      now,
      expiresAt,
    ]);
    return { id, url: this.urlOf(kind, secret), expiresAt };
  }

  /** The same link with a new secret and a new life; the old secret is dead. */
  async renew(tx: Transaction, id: string, kind: LinkKind, now: Date): Promise<NewLink> {
    const secret = newLinkSecret();
    const expiresAt = new Date(now.getTime() + LIFE[kind]);
    await tx.query(RENEW, [id, hashOfSecret(secret), expiresAt]);
    return { id, url: this.urlOf(kind, secret), expiresAt };
  }

  /** The link that works, or a refusal that does not tell a used one from one that never was. */
  async find(from: Database | Transaction, secret: string, now: Date): Promise<LinkRow> {
    const [link] = await from.query<LinkRow>(FIND, [hashOfSecret(secret), now]);
    return link ?? noSuchLink();
  }

  /** Uses the link up, in the transaction of what it allows: of two that come at once, the second finds it used. */
  async use(tx: Transaction, kind: LinkKind, secret: string, now: Date): Promise<LinkRow> {
    const [link] = await tx.query<LinkRow>(LOCK, [hashOfSecret(secret), now]);
    if (!link || link.kind !== kind) return noSuchLink();
    await tx.query(USE, [link.id, now]);
    return link;
  }

  async revokeOf(tx: Transaction, userId: string, kind: LinkKind, now: Date): Promise<void> {
    await tx.query(REVOKE_OF, [userId, kind, now]);
  }

  async revokeKind(tx: Transaction, kind: LinkKind, now: Date): Promise<void> {
    await tx.query(REVOKE_KIND, [kind, now]);
  }

  private urlOf(kind: LinkKind, secret: string): string {
    const host = /^(0\.0\.0\.0|::|127\.0\.0\.1)$/.test(this.config.HOST) ? 'localhost' : this.config.HOST;
    const base = this.config.PUBLIC_URL ?? `http://${host}:${this.config.PORT}`;
    return `${base.replace(/\/+$/, '')}/${PAGE[kind]}#${secret}`;
  }
}

function newLinkSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function noSuchLink(): never {
  throw new Refusal('expired', 'This link was used, has expired or was withdrawn. Ask for a new one.');
}
