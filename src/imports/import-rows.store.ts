import { Injectable } from '@nestjs/common';
import type { NeutralContent, RecordFault } from '../domain/import/neutral-record.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface StagedRow {
  readonly position: number;
  readonly file: number;
  readonly line: number;
  readonly pointer: string;
  readonly kind: string;
  readonly externalId: string;
  readonly content: NeutralContent;
  readonly contentHash: string;
  readonly faults: readonly RecordFault[];
  readonly label: string | null;
}

const CLEAR = sql`delete from import_rows where import_id = $1`;
const STAGE = sql`
  insert into import_rows (import_id, position, file, line, pointer, kind, external_id, content, content_hash, faults, label)
  select i.id, r.position, r.file, r.line, r.pointer, r.kind, r."externalId", r.content, r."contentHash", r.faults, r.label
  from jsonb_to_recordset($3::jsonb) as r (position integer, file integer, line integer, pointer text, kind text, "externalId" text, content jsonb,
    "contentHash" text, faults jsonb, label text), imports i
  where i.id = $1 and i.attempt = $2 and i.state = 'reading'
  returning position`;
const TO_DO = sql`select count(*)::integer as count from import_rows where import_id = $1 and action in ('make', 'change')`;
const COUNTS = sql`
  select kind, action, count(*)::integer as count from import_rows where import_id = $1 and action is not null group by kind, action order by kind, action`;

/** The rows of an import: first what was read, then what is planned for each. */
@Injectable()
export class ImportRowsStore {
  constructor(private readonly database: Database) {}

  async clear(id: string): Promise<void> {
    await this.database.query(CLEAR, [id]);
  }

  /** False when this reading is not the one that is wanted any more. */
  async stage(id: string, attempt: string, rows: readonly StagedRow[]): Promise<boolean> {
    if (rows.length === 0) return true;
    return (await this.database.query(STAGE, [id, attempt, JSON.stringify(rows)])).length > 0;
  }

  async toDo(tx: Transaction, id: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(TO_DO, [id]);
    return row?.count ?? 0;
  }

  counts(tx: Transaction, id: string): Promise<{ kind: string; action: string; count: number }[]> {
    return tx.query(COUNTS, [id]);
  }
}
