import { Injectable } from '@nestjs/common';
import type { SiteRole } from '../domain/visibility/visibility.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly siteRole: SiteRole;
}

const LOCK = sql`
  select id, email, site_role as "siteRole" from one_time_links
  where id = $1 and kind = 'invitation' and used_at is null and revoked_at is null for update`;
const REVOKE = sql`update one_time_links set revoked_at = $2 where id = $1`;
const OPEN_FOR = sql`
  select id from one_time_links where kind = 'invitation' and lower(email) = lower($1) and used_at is null and revoked_at is null and expires_at > $2`;
const REVOKE_EXPIRED = sql`
  update one_time_links set revoked_at = $2
  where kind = 'invitation' and lower(email) = lower($1) and used_at is null and revoked_at is null and expires_at <= $2`;
const IS_USER = sql`select 1 from users where lower(email) = lower($1)`;

@Injectable()
export class InvitationsStore {
  /** The invitation, locked, while nobody accepted or revoked it; it may have expired. */
  async lock(tx: Transaction, id: string): Promise<OpenInvitation | undefined> {
    const [row] = await tx.query<OpenInvitation>(LOCK, [id]);
    return row;
  }

  async revoke(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.query(REVOKE, [id, now]);
  }

  /** The open invitation of this address, if there is one; expired ones make room. */
  async openFor(tx: Transaction, email: string, now: Date): Promise<string | undefined> {
    await tx.query(REVOKE_EXPIRED, [email, now]);
    const [row] = await tx.query<{ id: string }>(OPEN_FOR, [email, now]);
    return row?.id;
  }

  async isUser(tx: Transaction, email: string): Promise<boolean> {
    return (await tx.query(IS_USER, [email])).length > 0;
  }
}
