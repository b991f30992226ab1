import { Injectable } from '@nestjs/common';
import type { ReminderStep } from '../domain/notification/reminder-plan.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { Duty } from './duty-sources.reader.js';

const TAKEN = sql`
  select duty_id as "dutyId", due_at as "dueAt", array_agg(step) as steps from reminder_steps where duty_kind = $1 and duty_id = any ($2) group by 1, 2`;
const RECORD = sql`
  insert into reminder_steps (duty_kind, duty_id, due_at, step, sent, at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning step`;

/** Which steps of reminding were taken, for each duty and each of its due times. */
@Injectable()
export class RemindersStore {
  /** Answers a lookup of the steps taken for a duty as it is due now. */
  async taken(tx: Transaction, kind: string, duties: readonly Duty[]): Promise<(duty: Duty) => ReadonlySet<ReminderStep>> {
    const rows = await tx.query<{ dutyId: string; dueAt: Date; steps: ReminderStep[] }>(TAKEN, [kind, duties.map((duty) => duty.id)]);
    const byDuty = new Map(rows.map((row) => [`${row.dutyId} ${row.dueAt.toISOString()}`, new Set(row.steps)]));
    return (duty) => byDuty.get(`${duty.id} ${duty.dueAt.toISOString()}`) ?? new Set();
  }

  /** False when another process took the step before. */
  async record(tx: Transaction, kind: string, duty: Duty, step: ReminderStep, sent: boolean, now: Date): Promise<boolean> {
    return (await tx.query(RECORD, [kind, duty.id, duty.dueAt, step, sent, now])).length === 1;
  }
}
