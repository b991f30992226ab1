import { Injectable } from '@nestjs/common';
import type { RubricContent } from '../domain/rubric/rubric.js';
import { Database, type Transaction } from '../platform/database.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';
import type { RubricVersionStatus } from './rubric.entity.js';

export interface RubricRow {
  id: string;
  name: string;
  createdAt: Date;
  archivedAt: Date | null;
  latestVersionId: string;
  latestNumber: number;
  latestStatus: RubricVersionStatus;
}

export interface RubricVersionRow {
  id: string;
  rubricId: string;
  rubricName: string;
  number: number;
  parentId: string | null;
  status: RubricVersionStatus;
  content: RubricContent;
  contentHash: string | null;
  version: number;
  createdAt: Date;
  publishedAt: Date | null;
}

const LIST = sql`
  select r.id, r.name, r.created_at as "createdAt", r.archived_at as "archivedAt",
    v.id as "latestVersionId", v.number as "latestNumber", v.status as "latestStatus", lower(r.name) as "sortName"
  from rubrics r
  cross join lateral (select id, number, status from rubric_versions v where v.rubric_id = r.id order by number desc limit 1) v
  where ($1::text is null or strpos(lower(r.name), lower($1)) > 0) and ($2 or r.archived_at is null)
    and ($3::text is null or (lower(r.name), r.id) > ($3, $4::uuid))
  order by lower(r.name), r.id limit $5`;

const VERSION_COLUMNS = {
  fragment: true,
  text: `v.id, v.rubric_id as "rubricId", r.name as "rubricName", v.number, v.parent_id as "parentId", v.status, v.content,
    v.content_hash as "contentHash", v.version, v.created_at as "createdAt", v.published_at as "publishedAt"`,
} as const;

const VERSIONS = sql`
  select ${VERSION_COLUMNS} from rubric_versions v join rubrics r on r.id = v.rubric_id where v.rubric_id = $1 order by v.number desc`;
const VERSION = sql`select ${VERSION_COLUMNS} from rubric_versions v join rubrics r on r.id = v.rubric_id where v.id = $1`;

/** Reads rubrics. They say nothing about a candidate: anybody signed in may read them. */
@Injectable()
export class RubricsReader {
  constructor(private readonly database: Database) {}

  async list(query: PageQuery & { search?: string; archived?: boolean }): Promise<Page<RubricRow>> {
    const [name, id] = readSortCursor(query.cursor, ['text', 'id']);
    const rows = await this.database.query<RubricRow & { sortName: string }>(LIST, [
      query.search ?? null,
      query.archived ?? false,
      name,
      id,
      query.limit + 1,
    ]);
    return pageOf(
      rows,
      query.limit,
      ({ sortName: _, ...row }) => row,
      (row) => [row.sortName, row.id],
    );
  }

  versions(rubricId: string): Promise<RubricVersionRow[]> {
    return this.database.query<RubricVersionRow>(VERSIONS, [rubricId]);
  }

  async version(id: string, from: Database | Transaction = this.database): Promise<RubricVersionRow | undefined> {
    const [row] = await from.query<RubricVersionRow>(VERSION, [id]);
    return row;
  }
}
