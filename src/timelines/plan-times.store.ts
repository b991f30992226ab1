import { Injectable } from '@nestjs/common';
import type { InterviewPlanContent, PlanDeadlines, PlanRound } from '../domain/interview-plan.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { LOCK_APPLICATION } from './clock-facts.statement.js';

const PINNED = sql`
  select a.deadlines, (select json_agg(r.content order by r.position) from application_rounds r where r.application_id = a.id) as rounds
  from applications a where a.id = $1`;
const SAVE_DEADLINES = sql`update applications set deadlines = $2 where id = $1`;
const SAVE_ROUND = sql`update application_rounds set content = $3 where application_id = $1 and key = $2`;

/** The times a running application is promised, under its lock. */
@Injectable()
export class PlanTimesStore {
  async pinned(tx: Transaction, applicationId: string): Promise<InterviewPlanContent> {
    await tx.query(LOCK_APPLICATION, [applicationId]);
    const [row] = await tx.query<{ deadlines: PlanDeadlines; rounds: PlanRound[] | null }>(PINNED, [applicationId]);
    return { deadlines: row?.deadlines ?? {}, rounds: row?.rounds ?? [] };
  }

  async save(tx: Transaction, applicationId: string, before: InterviewPlanContent, after: InterviewPlanContent): Promise<void> {
    if (after.deadlines !== before.deadlines) await tx.query(SAVE_DEADLINES, [applicationId, JSON.stringify(after.deadlines)]);
    for (const [index, round] of after.rounds.entries()) {
      if (round !== before.rounds[index]) await tx.query(SAVE_ROUND, [applicationId, round.key, JSON.stringify(round)]);
    }
  }
}
