import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { sql } from './statement.js';

export interface KeptAnswer {
  readonly requestHash: string;
  readonly status: number | null;
  readonly body: string | null;
  readonly headers: Record<string, string> | null;
}

const CLAIM = sql`
  insert into idempotency_keys (user_id, key, request_hash, created_at) values ($1, $2, $3, $4)
  on conflict (user_id, key) do update set request_hash = excluded.request_hash, created_at = excluded.created_at
    where idempotency_keys.status is null and idempotency_keys.created_at < $5
  returning key`;
const FIND = sql`select request_hash as "requestHash", status, body, headers from idempotency_keys where user_id = $1 and key = $2`;
const KEEP = sql`update idempotency_keys set status = $3, body = $4, headers = $5 where user_id = $1 and key = $2`;
const RELEASE = sql`delete from idempotency_keys where user_id = $1 and key = $2 and status is null`;
const PRUNE = sql`delete from idempotency_keys where created_at < $1`;

/** Answers kept by (person, key) for a day, so that a creating request sent twice creates once. */
@Injectable()
export class IdempotencyStore {
  constructor(private readonly database: Database) {}

  /** Takes the key; false when it is already taken. One whose process died unanswered is free again after a minute. */
  async claim(userId: string, key: string, requestHash: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(CLAIM, [userId, key, requestHash, now, new Date(now.getTime() - 60_000)]);
    return rows.length === 1;
  }

  async find(userId: string, key: string): Promise<KeptAnswer | undefined> {
    const [answer] = await this.database.query<KeptAnswer>(FIND, [userId, key]);
    return answer;
  }

  async keep(userId: string, key: string, answer: { status: number; body: string; headers: Record<string, string> }): Promise<void> {
    await this.database.query(KEEP, [userId, key, answer.status, answer.body, JSON.stringify(answer.headers)]);
  }

  async release(userId: string, key: string): Promise<void> {
    await this.database.query(RELEASE, [userId, key]);
  }

  async prune(before: Date): Promise<void> {
    await this.database.query(PRUNE, [before]);
  }
}
