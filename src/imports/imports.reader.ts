import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { importAbilities, type ImportState, type RowAction } from '../domain/import/import-life.js';
import type { ImportSource, RecordFault, RecordKind } from '../domain/import/neutral-record.js';
import { wordsForCode } from '../domain/import/report-words.js';
import { notFound } from '../domain/refusal.js';
import { pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';
import type {
  ImportColumnsDto,
  ImportCountDto,
  ImportDto,
  ImportFileDto,
  ImportPageDto,
  ImportProblemDto,
  ImportReportDto,
  ImportReportQuery,
  ImportRowDto,
  ImportSettingsBody,
  ListImportsQuery,
  SavedMappingsDto,
} from './imports.dto.js';

interface ImportRow {
  readonly id: string;
  readonly source: ImportSource;
  readonly system: string;
  readonly state: ImportState;
  readonly settings: ImportSettingsBody;
  readonly columns: ImportColumnsDto | null;
  readonly problem: ImportProblemDto | null;
  readonly replanned: boolean;
  readonly version: number;
  readonly createdAt: Date;
  readonly plannedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly done: number;
  readonly total: number;
  readonly files: ImportFileDto[];
}

interface ReportRow {
  readonly position: number;
  readonly file: string;
  readonly line: number;
  readonly pointer: string;
  readonly kind: RecordKind;
  readonly externalId: string;
  readonly label: string | null;
  readonly action: RowAction;
  readonly code: string | null;
  readonly targetId: string | null;
  readonly faults: readonly RecordFault[];
  readonly warnings: readonly string[];
}

const LIST = sql`
  select id, source, system, state, created_at as "createdAt", finished_at as "finishedAt", number::double precision as number
  from imports where created_by = $1 and state <> 'uploading' and ($2::bigint is null or number < $2) order by number desc limit $3`;
const ONE = sql`
  select i.id, i.source, i.system, i.state, i.settings, i.found as columns, i.problem, i.replanned, i.version, i.created_at as "createdAt",
    i.planned_at as "plannedAt", i.finished_at as "finishedAt", p.done::double precision as done, p.total::double precision as total,
    (select coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'size', f.size, 'sha256', f.sha256) order by f.position), '[]')
      from import_files f where f.import_id = i.id) as files
  from imports i join import_progress p on p.import_id = i.id
  where i.id = $1 and i.created_by = $2 and i.state <> 'uploading'`;
const COUNTS = sql`
  select kind, action, code, count(*)::integer as count from import_rows where import_id = $1 and action is not null
  group by kind, action, code order by array_position($2::text[], kind), array_position(array['make', 'change', 'unchanged', 'skip'], action), code nulls first`;
const REPORT = sql`
  select r.position, f.name as file, r.line, r.pointer, r.kind, r.external_id as "externalId", r.label, r.action, r.code, r.target_id as "targetId",
    r.faults, r.warnings
  from import_rows r join import_files f on f.import_id = r.import_id and f.position = r.file
  where r.import_id = $1 and r.action is not null and ($2::text is null or r.action = $2) and ($3::text is null or r.kind = $3)
    and ($4::text is null or r.code = $4) and ($5::integer is null or r.position > $5)
  order by r.position limit $6`;
const MAPPINGS = sql`
  select id, name, source, settings, created_at as "createdAt" from import_mappings where created_by = $1 order by lower(name), id`;
const KINDS = ['user', 'job', 'stage', 'candidate', 'application', 'interview', 'card', 'unknown'];

/** Reads imports for their owner. */
@Injectable()
export class ImportsReader {
  constructor(private readonly database: Database) {}

  async list(actor: Actor, query: ListImportsQuery): Promise<ImportPageDto> {
    const [before] = readSortCursor(query.cursor, ['position']);
    const rows = await this.database.query<ImportPageDto['items'][number] & { number: number }>(LIST, [actor.userId, before, query.limit + 1]);
    return pageOf(
      rows,
      query.limit,
      ({ number: _, ...item }) => item,
      (row) => [row.number],
    );
  }

  async import(actor: Actor, id: string): Promise<ImportDto> {
    const [row] = await this.database.query<ImportRow>(ONE, [id, actor.userId]);
    if (!row) throw notFound('import');
    const counts = await this.database.query<ImportCountDto>(COUNTS, [id, KINDS]);
    const { done, total, ...rest } = row;
    return { ...rest, progress: { done, total }, counts: row.state === 'reading' ? [] : counts, abilities: importAbilities(row.state) };
  }

  async report(actor: Actor, id: string, query: Pick<ImportReportQuery, 'action' | 'kind' | 'code' | 'cursor' | 'limit'>): Promise<ImportReportDto> {
    const [after] = readSortCursor(query.cursor, ['position', 'id']);
    await this.import(actor, id);
    const values = [id, query.action ?? null, query.kind ?? null, query.code ?? null, after, query.limit + 1];
    const rows = await this.database.query<ReportRow>(REPORT, values);
    return pageOf(rows, query.limit, present, (row) => [row.position, id]);
  }

  async mappings(actor: Actor): Promise<SavedMappingsDto> {
    return { items: await this.database.query(MAPPINGS, [actor.userId]) };
  }
}

function present({ faults, warnings, ...row }: ReportRow): ImportRowDto {
  const told = faults.map(({ pointer, code, detail }) => ({ pointer: row.pointer + pointer, code, detail }));
  const planned = warnings.map((code) => ({ pointer: row.pointer, code, detail: WARNING_WORDS[code] ?? code }));
  return { ...row, detail: wordsForCode(row.code), warnings: [...told, ...planned] };
}

const WARNING_WORDS: Readonly<Record<string, string>> = {
  author_without_account:
    'The interviewer has no account here. The card is kept under a deactivated account in their name, which nobody can sign in to.',
  card_not_counted: 'The card is kept to read and does not count: no mapping reads its words on the rubric’s scale.',
  verdict_not_mapped: 'The card is kept to read and does not count: its overall call is not in the mapping.',
  no_rating_mapped: 'The card is kept to read and does not count: none of its ratings is in the mapping.',
  submitted_before_interview: 'The card was submitted before its interview began. It is kept to read and does not count.',
  panel_not_seated: 'Nobody is seated on this interview: interviewers are seated here, so that each owes a card.',
  source_untouched: 'Only the first record of the person is kept up to date by imports.',
  linked_employee: 'The candidate is an employee here; a conflict of interest is recorded.',
};
