import { Injectable } from '@nestjs/common';
import type { ImportSettings } from '../domain/import/import-settings.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const SAVE = sql`
  insert into import_mappings (id, name, source, header, settings, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (created_by, source, name) do update set header = excluded.header, settings = excluded.settings`;
const FIND = sql`select settings from import_mappings where created_by = $1 and source = $2 and id = $3`;
const FOR_HEADER = sql`
  select settings from import_mappings where created_by = $1 and source = $2 and header = $3 order by created_at desc, id limit 1`;
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

  async remove(tx: Transaction, userId: string, id: string): Promise<boolean> {
    return (await tx.query(REMOVE, [userId, id])).length > 0;
  }
}
