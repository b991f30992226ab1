import { Injectable } from '@nestjs/common';
import { type ApprovalRules, DEFAULT_RULES } from '../domain/offer/approval-rules.js';
import { bandOfJob, type JobBand } from '../domain/offer/job-band.js';
import type { OfferShape, PayBand } from '../domain/rubric/template-pack.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** A job's bands and rules as they stand; revision 0 where nobody recorded any. */
export interface JobPay {
  readonly bandsRevision: number;
  readonly bands: readonly JobBand[];
  readonly rulesRevision: number;
  readonly rules: ApprovalRules;
}

export interface RevisionRow<Content> {
  readonly revision: number;
  readonly content: Content;
  readonly reason: string;
  readonly changedBy: { readonly id: string; readonly name: string };
  readonly changedAt: Date;
}

interface PayRow {
  readonly band: PayBand | null;
  readonly bandsRevision: number | null;
  readonly bands: readonly JobBand[] | null;
  readonly rulesRevision: number | null;
  readonly rules: ApprovalRules | null;
}

const PAY = sql`
  select j.band, b.revision as "bandsRevision", b.bands, r.revision as "rulesRevision", r.rules from jobs j
  left join lateral (select revision, bands from job_bands where job_id = j.id order by revision desc limit 1) b on true
  left join lateral (select revision, rules from job_offer_rules where job_id = j.id order by revision desc limit 1) r on true
  where j.id = $1`;
const SHAPE = sql`select offer_shape as shape from jobs where id = $1`;
const BANDS = sql`
  select b.revision, b.bands as content, b.reason, jsonb_build_object('id', u.id, 'name', u.name) as "changedBy", b.changed_at as "changedAt"
  from job_bands b join users u on u.id = b.changed_by where b.job_id = $1 order by b.revision desc limit 200`;
const RULES = sql`
  select r.revision, r.rules as content, r.reason, jsonb_build_object('id', u.id, 'name', u.name) as "changedBy", r.changed_at as "changedAt"
  from job_offer_rules r join users u on u.id = r.changed_by where r.job_id = $1 order by r.revision desc limit 200`;

/** Reads what offers of a job are checked by. */
@Injectable()
export class JobPayReader {
  constructor(private readonly database: Database) {}

  async current(jobId: string, from: Database | Transaction = this.database): Promise<JobPay> {
    const [row] = await from.query<PayRow>(PAY, [jobId]);
    return {
      bandsRevision: row?.bandsRevision ?? 0,
      bands: row?.bands ?? bandOfJob(row?.band ?? null),
      rulesRevision: row?.rulesRevision ?? 0,
      rules: row?.rules ?? DEFAULT_RULES,
    };
  }

  async offerShape(jobId: string, from: Database | Transaction): Promise<OfferShape | null> {
    const [row] = await from.query<{ shape: OfferShape | null }>(SHAPE, [jobId]);
    return row?.shape ?? null;
  }

  bandRevisions(jobId: string): Promise<RevisionRow<readonly JobBand[]>[]> {
    return this.database.query<RevisionRow<readonly JobBand[]>>(BANDS, [jobId]);
  }

  ruleRevisions(jobId: string): Promise<RevisionRow<ApprovalRules>[]> {
    return this.database.query<RevisionRow<ApprovalRules>>(RULES, [jobId]);
  }
}
