import { Injectable } from '@nestjs/common';
import type { InterviewKit, InterviewPlanContent } from '../domain/interview-plan.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { PlanRow } from './interview-plans.reader.js';

export interface NewPlan {
  readonly id: string;
  readonly name: string;
  readonly content: InterviewPlanContent;
  readonly kits: readonly InterviewKit[];
  readonly createdBy: string;
  readonly createdAt: Date;
}

const INSERT = sql`insert into interview_plans (id, name, content, kits, created_by, created_at) values ($1, $2, $3, $4, $5, $6)`;
const LOCK = sql`
  select id, name, content, kits, template_key as "templateKey", version, created_at as "createdAt", archived_at as "archivedAt"
  from interview_plans where id = $1 for update`;
const SAVE = sql`update interview_plans set name = $2, content = $3, kits = $4, version = version + 1 where id = $1`;
const ARCHIVE = sql`update interview_plans set archived_at = $2, version = version + 1 where id = $1`;

/** Writes interview plans, inside the caller's transaction. */
@Injectable()
export class InterviewPlansStore {
  async insert(tx: Transaction, plan: NewPlan): Promise<void> {
    await tx.query(INSERT, [plan.id, plan.name, JSON.stringify(plan.content), JSON.stringify(plan.kits), plan.createdBy, plan.createdAt]);
  }

  async lock(tx: Transaction, id: string): Promise<PlanRow | undefined> {
    const [row] = await tx.query<PlanRow>(LOCK, [id]);
    return row;
  }

  async save(tx: Transaction, id: string, plan: Pick<NewPlan, 'name' | 'content' | 'kits'>): Promise<void> {
    await tx.query(SAVE, [id, plan.name, JSON.stringify(plan.content), JSON.stringify(plan.kits)]);
  }

  async setArchived(tx: Transaction, id: string, at: Date | null): Promise<void> {
    await tx.query(ARCHIVE, [id, at]);
  }
}
