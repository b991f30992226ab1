import { Injectable } from '@nestjs/common';
import type { InterviewKit, InterviewPlanContent } from '../domain/interview-plan.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { Database, type Transaction } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';

export interface PlanSummaryRow {
  id: string;
  name: string;
  rounds: number;
  templateKey: string | null;
  createdAt: Date;
  archivedAt: Date | null;
}

export interface PlanRow {
  id: string;
  name: string;
  content: InterviewPlanContent;
  kits: InterviewKit[];
  templateKey: string | null;
  version: number;
  createdAt: Date;
  archivedAt: Date | null;
}

const LIST = sql`
  select p.id, p.name, jsonb_array_length(p.content->'rounds') as rounds, p.template_key as "templateKey",
    p.created_at as "createdAt", p.archived_at as "archivedAt", lower(p.name) as "sortKey"
  from interview_plans p
  where ($1::text is null or strpos(lower(p.name), lower($1)) > 0) and ($2 or p.archived_at is null)
    and ($3::text is null or (lower(p.name), p.id) > ($3, $4::uuid))
  order by lower(p.name), p.id limit $5`;

const PLAN = sql`
  select p.id, p.name, p.content, p.kits, p.template_key as "templateKey", p.version, p.created_at as "createdAt", p.archived_at as "archivedAt"
  from interview_plans p where p.id = $1`;

/** Reads interview plans. They say nothing about a candidate: anybody signed in may read them. */
@Injectable()
export class InterviewPlansReader {
  constructor(private readonly database: Database) {}

  async list(query: PageQuery & { search?: string; archived?: boolean }): Promise<Page<PlanSummaryRow>> {
    const [name, id] = readSortCursor(query.cursor, ['text', 'id']);
    const values = [query.search ?? null, query.archived ?? false, name, id, query.limit + 1];
    const rows = await this.database.query<PlanSummaryRow & { sortKey: string }>(LIST, values);
    return pageOf(
      rows,
      query.limit,
      ({ sortKey: _, ...row }) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  async plan(id: string, from: Database | Transaction = this.database): Promise<PlanRow | undefined> {
    const [row] = await from.query<PlanRow>(PLAN, [id]);
    return row;
  }
}
