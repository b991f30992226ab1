import { Injectable } from '@nestjs/common';
import type { JobStatus } from '../domain/abilities/job-abilities.js';
import type { ApprovalRules } from '../domain/offer/approval-rules.js';
import type { JobBand } from '../domain/offer/job-band.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

interface NewRevision {
  readonly jobId: string;
  readonly revision: number;
  readonly contentHash: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

const LOCK = sql`select status from jobs where id = $1 for update`;
const BANDS = sql`
  insert into job_bands (job_id, revision, bands, content_hash, reason, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7)`;
const RULES = sql`
  insert into job_offer_rules (job_id, revision, rules, content_hash, reason, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7)`;

/** Writes revisions of a job's bands and rules, inside the caller's transaction, under the job's lock. */
@Injectable()
export class JobPayStore {
  async lockJob(tx: Transaction, jobId: string): Promise<{ status: JobStatus } | undefined> {
    const [row] = await tx.query<{ status: JobStatus }>(LOCK, [jobId]);
    return row;
  }

  async insertBands(tx: Transaction, row: NewRevision, bands: readonly JobBand[]): Promise<void> {
    await tx.query(BANDS, [row.jobId, row.revision, JSON.stringify(bands), row.contentHash, row.reason, row.by, row.at]);
  }

  async insertRules(tx: Transaction, row: NewRevision, rules: ApprovalRules): Promise<void> {
    await tx.query(RULES, [row.jobId, row.revision, JSON.stringify(rules), row.contentHash, row.reason, row.by, row.at]);
  }
}
