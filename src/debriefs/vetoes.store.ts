import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const CAST = sql`insert into vetoes (id, debrief_id, round_number, seat, user_id, reason, cast_at) values ($1, $2, $3, $4, $5, $6, $7)`;
const WITHDRAW = sql`
  update vetoes set withdrawn_at = $3, withdrawn_by = $4, withdrawn_reason = $5
  where debrief_id = $1 and seat = any($2) and withdrawn_at is null returning id, seat`;

@Injectable()
export class VetoesStore {
  async cast(
    tx: Transaction,
    row: { id: string; debriefId: string; roundNumber: number; seat: string; userId: string; reason: string; at: Date },
  ): Promise<void> {
    await tx.query(CAST, [row.id, row.debriefId, row.roundNumber, row.seat, row.userId, row.reason, row.at]);
  }

  /** Takes back what stands of these seats; answers which. A veto is the seat's, so whoever holds it now may take it back. */
  withdraw(
    tx: Transaction,
    debriefId: string,
    seats: readonly string[],
    by: string,
    reason: string,
    now: Date,
  ): Promise<{ id: string; seat: string }[]> {
    return tx.query<{ id: string; seat: string }>(WITHDRAW, [debriefId, seats, now, by, reason]);
  }
}
