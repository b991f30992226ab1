import { Injectable } from '@nestjs/common';
import type { NeutralContent, RecordKind } from '../domain/import/neutral-record.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { ImportRun, PlannedRow } from './import-run.js';

const NEXT = sql`
  select position, external_id as "externalId", content, content_hash as "contentHash", action, target_id as "targetId", parent_id as "parentId", second_id as "secondId"
  from import_rows where import_id = $1 and kind = $2 and action in ('make', 'change', 'unchanged') and target_id is not null and position > $3
  order by position limit $4`;
/** Of what stays as it is only the id is kept; the version of what is ours alone is not the import's to follow. */
const KNOW = sql`
  insert into external_ids (system, kind, external_id, target_id, content_hash, target_version, import_id)
  select $1, $2, k.id, k.target, k.hash, k.version, $3 from unnest($4::text[], $5::uuid[], $6::text[], $7::integer[]) as k (id, target, hash, version)
  on conflict (system, kind, external_id) do update
    set content_hash = excluded.content_hash, target_version = excluded.target_version, target_id = excluded.target_id, import_id = excluded.import_id
    where excluded.target_version is not null`;
const WARN = sql`
  update import_rows r set warnings = r.warnings || w.code from unnest($2::integer[], $3::text[]) as w (position, code)
  where r.import_id = $1 and r.position = w.position and w.code <> all(r.warnings)`;

/** Hands out the rows of a plan in batches, and keeps under which id each thing is known elsewhere. */
@Injectable()
export class PlannedRowsStore {
  /** The rows of one kind in their order, a batch in memory at a time. */
  async *batches<Content extends NeutralContent>(
    tx: Transaction,
    importId: string,
    kind: RecordKind & Content['kind'],
    size: number,
  ): AsyncGenerator<readonly PlannedRow<Content>[]> {
    for (let after = 0; ;) {
      const rows = await tx.query<PlannedRow<Content>>(NEXT, [importId, kind, after, size]);
      const last = rows.at(-1);
      if (!last) return;
      yield rows;
      after = last.position;
    }
  }

  /** `versionOf` answers the version that stands after the import, and null for what was only recognised. */
  async know(run: ImportRun, kind: RecordKind, rows: readonly PlannedRow[], versionOf: (row: PlannedRow) => number | null): Promise<void> {
    if (rows.length === 0) return;
    const { system, id } = run.one;
    await run.tx.query(KNOW, [
      system,
      kind,
      id,
      rows.map((row) => row.externalId),
      rows.map((row) => row.targetId),
      rows.map((row) => row.contentHash),
      rows.map(versionOf),
    ]);
  }

  async warn(run: ImportRun, warnings: readonly { position: number; code: string }[]): Promise<void> {
    if (warnings.length === 0) return;
    await run.tx.query(WARN, [run.one.id, warnings.map(({ position }) => position), warnings.map(({ code }) => code)]);
  }
}
