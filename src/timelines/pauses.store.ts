import { Injectable } from '@nestjs/common';
import type { PauseReason } from '../domain/timeline/clock.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { LOCK_APPLICATION } from './clock-facts.statement.js';

export interface StoredPause {
  readonly id: string;
  readonly reasonCode: PauseReason;
  readonly words: string;
  readonly from: Date;
  readonly until: Date | null;
}

const PAUSES = sql`
  select id, reason_code as "reasonCode", words, from_at as "from", until_at as "until" from application_pauses where application_id = $1 order by from_at, turn`;
const STARTED = sql`select started_at as "startedAt" from applications where id = $1`;
const INSERT = sql`
  insert into application_pauses (id, application_id, reason_code, words, from_at, until_at, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const END = sql`update application_pauses set until_at = $2, ended_by = $3, ended_at = $4, ended_reason = $5 where id = $1`;

/** Writes the pauses of applications, inside the caller's transaction. */
@Injectable()
export class PausesStore {
  async lockApplication(tx: Transaction, applicationId: string): Promise<void> {
    await tx.query(LOCK_APPLICATION, [applicationId]);
  }

  pauses(tx: Transaction, applicationId: string): Promise<StoredPause[]> {
    return tx.query<StoredPause>(PAUSES, [applicationId]);
  }

  async startedAt(tx: Transaction, applicationId: string): Promise<Date | undefined> {
    const [row] = await tx.query<{ startedAt: Date }>(STARTED, [applicationId]);
    return row?.startedAt;
  }

  async insert(tx: Transaction, applicationId: string, pause: StoredPause, by: string, at: Date): Promise<void> {
    await tx.query(INSERT, [pause.id, applicationId, pause.reasonCode, pause.words, pause.from, pause.until, by, at]);
  }

  async end(tx: Transaction, id: string, until: Date, by: string, at: Date, reason: string): Promise<void> {
    await tx.query(END, [id, until, by, at, reason]);
  }
}
