import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { ConflictSource } from './conflicts.reader.js';

export interface OpenConflict {
  readonly id: string;
  readonly userId: string;
  readonly personId: string;
  readonly source: ConflictSource;
}

const INSERT = sql`
  insert into conflicts (id, user_id, person_id, source, reason, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (user_id, person_id, source) where withdrawn_at is null do nothing returning id`;
const LOCK = sql`
  select f.id, f.user_id as "userId", p.person_id as "personId", f.source from conflicts f join candidates p on p.id = f.person_id
  where f.id = $1 and f.withdrawn_at is null for update of f`;
const WITHDRAW = sql`update conflicts set withdrawn_at = $2, withdrawn_reason = $3 where id = $1`;
const IS_ACTIVE = sql`select 1 from users where id = $1 and status = 'active'`;

@Injectable()
export class ConflictsStore {
  /** False when the same is on record already. */
  async insert(tx: Transaction, conflict: OpenConflict & { reason: string; recordedBy: string; recordedAt: Date }): Promise<boolean> {
    const { id, userId, personId, source, reason, recordedBy, recordedAt } = conflict;
    return (await tx.query(INSERT, [id, userId, personId, source, reason, recordedBy, recordedAt])).length === 1;
  }

  async lockOpen(tx: Transaction, id: string): Promise<OpenConflict | undefined> {
    const [row] = await tx.query<OpenConflict>(LOCK, [id]);
    return row;
  }

  async withdraw(tx: Transaction, id: string, now: Date, reason: string): Promise<void> {
    await tx.query(WITHDRAW, [id, now, reason]);
  }

  async isActive(tx: Transaction, userId: string): Promise<boolean> {
    return (await tx.query(IS_ACTIVE, [userId])).length > 0;
  }
}
