import { Injectable } from '@nestjs/common';
import type { TokenScope } from '../domain/actor.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface TokenRow {
  id: string;
  userId: string;
  name: string;
  hint: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const COLUMNS = {
  fragment: true,
  text: `id, user_id as "userId", name, hint, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"`,
} as const;
const LIST = sql`select ${COLUMNS} from api_tokens where user_id = $1 order by created_at desc, id`;
const INSERT = sql`
  insert into api_tokens (id, user_id, name, token_hash, hint, scopes, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const LOCK = sql`select ${COLUMNS} from api_tokens where id = $1 and revoked_at is null for update`;
const REVOKE = sql`update api_tokens set revoked_at = $2 where id = $1`;

@Injectable()
export class TokensStore {
  constructor(private readonly database: Database) {}

  list(userId: string): Promise<TokenRow[]> {
    return this.database.query<TokenRow>(LIST, [userId]);
  }

  async insert(tx: Transaction, token: TokenRow, hash: string): Promise<void> {
    await tx.query(INSERT, [token.id, token.userId, token.name, hash, token.hint, token.scopes, token.createdAt, token.expiresAt]);
  }

  async lockOpen(tx: Transaction, id: string): Promise<TokenRow | undefined> {
    const [row] = await tx.query<TokenRow>(LOCK, [id]);
    return row;
  }

  async revoke(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.query(REVOKE, [id, now]);
  }
}
