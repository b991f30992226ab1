import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AttemptCount, type AttemptLimit, countAttempt } from '../domain/access/lock-out.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const CLAIM = sql`insert into sign_in_attempts (key, failures, first_failure_at) values ($1, 0, $2) on conflict (key) do nothing`;
const LOCK = sql`select failures as attempts, first_failure_at as "firstAt", blocked_until as "blockedUntil" from sign_in_attempts where key = $1 for update`;
const SAVE = sql`update sign_in_attempts set failures = $2, first_failure_at = $3, blocked_until = $4 where key = $1`;
const CLEAR = sql`delete from sign_in_attempts where key = $1`;
const CLEAR_BEGINNING = sql`delete from sign_in_attempts where starts_with(key, $1)`;

/** Names an account whether or not it exists, and keeps addresses people typed out of the table. */
export function accountKey(email: string): string {
  return createHash('sha256').update(email.toLowerCase()).digest('base64url').slice(0, 32);
}

/** Counts attempts in the database, so that every server process counts the same ones. */
@Injectable()
export class AttemptsStore {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts one attempt before it is tried: 0 when it may be, or the seconds to wait. */
  take(key: string, limit: AttemptLimit): Promise<number> {
    const now = this.clock.now();
    return this.database.transaction(async (tx) => {
      await tx.query(CLAIM, [key, now]);
      const [before] = await tx.query<AttemptCount>(LOCK, [key]);
      const answer = countAttempt(limit, before && before.attempts > 0 ? before : null, now);
      if (!answer.allowed) return answer.retryAfter;
      await tx.query(SAVE, [key, answer.count.attempts, answer.count.firstAt, answer.count.blockedUntil]);
      return 0;
    });
  }

  async clear(tx: Transaction, key: string): Promise<void> {
    await tx.query(CLEAR, [key]);
  }

  async clearAllBeginning(tx: Transaction, beginning: string): Promise<void> {
    await tx.query(CLEAR_BEGINNING, [beginning]);
  }
}
