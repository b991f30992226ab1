import { Injectable } from '@nestjs/common';
import { canonicalJson, sha256Hex } from '../domain/audit/canonical-json.js';
import type { TemplatePack } from '../domain/rubric/template-pack.js';
import type { Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';

const RUBRIC = sql`insert into rubrics (id, name, created_by, created_at) values ($1, $2, $3, $4)`;
const VERSION = sql`
  insert into rubric_versions (id, rubric_id, number, status, content, content_hash, created_by, created_at, published_by, published_at)
  values ($1, $2, 1, 'published', $3, $4, $5, $6, $5, $6)`;
const PLAN = sql`
  insert into interview_plans (id, name, content, kits, template_key, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)`;

export interface PackParts {
  readonly rubricId: string;
  readonly rubricVersionId: string;
  readonly contentHash: string;
  readonly planId: string;
}

/** Writes a pack's rubric, published, and its plan with kits, in the transaction that makes the job. */
@Injectable()
export class PackPartsStore {
  async insert(tx: Transaction, pack: TemplatePack, by: string, at: Date): Promise<PackParts> {
    const parts = { rubricId: newId(), rubricVersionId: newId(), contentHash: sha256Hex(canonicalJson(pack.rubric)), planId: newId() };
    await tx.query(RUBRIC, [parts.rubricId, pack.name, by, at]);
    await tx.query(VERSION, [parts.rubricVersionId, parts.rubricId, JSON.stringify(pack.rubric), parts.contentHash, by, at]);
    await tx.query(PLAN, [parts.planId, pack.name, JSON.stringify(pack.plan), JSON.stringify(pack.kits), pack.key, by, at]);
    return parts;
  }
}
