import { Injectable } from '@nestjs/common';
import type { RubricContent } from '../domain/rubric/rubric.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const CONTENT = sql`select content, status from rubric_versions where id = $1`;
const MOST = 200;

/** Rubric versions that applications are pinned to. A published version never changes, so that every process may remember it. */
@Injectable()
export class PinnedRubrics {
  private readonly remembered = new Map<string, RubricContent>();

  constructor(private readonly database: Database) {}

  async of(versionId: string, from: Database | Transaction = this.database): Promise<RubricContent> {
    const known = this.remembered.get(versionId);
    if (known) return known;
    const [row] = await from.query<{ content: RubricContent; status: string }>(CONTENT, [versionId]);
    if (!row) throw new Error('an application is pinned to a rubric version that is not there');
    if (row.status !== 'draft') this.remember(versionId, row.content);
    return row.content;
  }

  private remember(versionId: string, content: RubricContent): void {
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= MOST && oldest !== undefined) this.remembered.delete(oldest);
    this.remembered.set(versionId, content);
  }
}
