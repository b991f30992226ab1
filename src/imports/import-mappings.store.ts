import { Injectable } from '@nestjs/common';
import { pointerStep } from '../domain/json-shape.js';
import type { Fault } from '../domain/refusal.js';
import type { ImportSettings } from '../domain/import/import-settings.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const SAVE = sql`
  insert into import_mappings (id, name, source, header, settings, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (created_by, source, name) do update set header = excluded.header, settings = excluded.settings`;
const FIND = sql`select settings from import_mappings where created_by = $1 and source = $2 and id = $3`;
const FOR_HEADER = sql`
  select settings from import_mappings where created_by = $1 and source = $2 and header = $3 order by created_at desc, id limit 1`;
const JOBS = sql`select id from jobs where id = any($1)`;
const RUBRIC = sql`select 1 from rubric_versions where id = $1 and status = 'published'`;
const PLAN = sql`select 1 from interview_plans where id = $1 and archived_at is null`;
const REMOVE = sql`delete from import_mappings where created_by = $1 and id = $2 returning id`;

/** Writes the mappings people keep. */
@Injectable()
export class ImportMappingsStore {
  async save(
    tx: Transaction,
    one: { id: string; name: string; source: string; header: string | null; settings: ImportSettings; by: string; at: Date },
  ): Promise<void> {
    await tx.query(SAVE, [one.id, one.name, one.source, one.header, JSON.stringify(one.settings), one.by, one.at]);
  }

  async find(tx: Transaction, userId: string, source: string, id: string): Promise<ImportSettings | undefined> {
    const [row] = await tx.query<{ settings: ImportSettings }>(FIND, [userId, source, id]);
    return row?.settings;
  }

  /** The one kept for a file with exactly this header. */
  async forHeader(tx: Transaction, userId: string, source: string, header: readonly string[]): Promise<ImportSettings | undefined> {
    const [row] = await tx.query<{ settings: ImportSettings }>(FOR_HEADER, [userId, source, JSON.stringify(header)]);
    return row?.settings;
  }

  /** Jobs, rubric and plan that a mapping names and that are not there. */
  async unknownThings(tx: Transaction, { jobs = {}, defaultJobId, newJobs }: ImportSettings): Promise<Fault[]> {
    const named = Object.entries(jobs).map(([name, id]) => ({ pointer: `/jobs/${pointerStep(name)}`, id: id.toLowerCase() }));
    if (defaultJobId !== undefined) named.push({ pointer: '/defaultJobId', id: defaultJobId.toLowerCase() });
    const known = new Set((await tx.query<{ id: string }>(JOBS, [named.map(({ id }) => id)])).map(({ id }) => id));
    const faults: Fault[] = named.filter(({ id }) => !known.has(id)).map(({ pointer }) => ({ pointer, code: 'unknown_job', detail: 'names no job' }));
    if (!newJobs) return faults;
    if ((await tx.query(RUBRIC, [newJobs.rubricVersionId])).length === 0)
      faults.push({ pointer: '/newJobs/rubricVersionId', code: 'unknown_rubric', detail: 'names no published rubric version' });
    if ((await tx.query(PLAN, [newJobs.planId])).length === 0)
      faults.push({ pointer: '/newJobs/planId', code: 'unknown_plan', detail: 'names no interview plan' });
    return faults;
  }

  async remove(tx: Transaction, userId: string, id: string): Promise<boolean> {
    return (await tx.query(REMOVE, [userId, id])).length > 0;
  }
}
