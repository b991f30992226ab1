import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const PRUNE = [
  sql`delete from sessions where expires_at < $1::timestamptz - interval '30 days' or revoked_at < $1::timestamptz - interval '30 days'`,
  sql`delete from sign_in_attempts where first_failure_at < $1::timestamptz - interval '2 days' and coalesce(blocked_until < $1, true)`,
  sql`delete from known_devices where last_used_at < $1::timestamptz - interval '400 days'`,
  // A link to nobody, made so that asking for an unknown account costs the same.
  sql`delete from one_time_links where kind = 'password_reset' and user_id is null and expires_at < $1`,
  sql`delete from idempotency_keys where created_at < $1::timestamptz - interval '1 day'`,
];

@Injectable()
export class UpkeepStore {
  async prune(tx: Transaction, now: Date): Promise<void> {
    for (const statement of PRUNE) await tx.query(statement, [now]);
  }
}
