import { Injectable } from '@nestjs/common';
import type { JobStatus } from '../domain/abilities/job-abilities.js';
import type { DebriefSettings } from '../domain/debrief/debrief-policy.js';
import type { InterviewPlanContent } from '../domain/interview-plan.js';
import { type Fault, invalid } from '../domain/refusal.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import type { JobRequirement, OfferShape, PayBand } from '../domain/rubric/template-pack.js';
import type { JobSeat, VisibilityPolicy } from '../domain/visibility/visibility.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface JobFields {
  readonly title: string;
  readonly summary: string;
  readonly department: string;
  readonly location: string;
  readonly country: string;
  readonly timeZone: string;
  readonly rubricVersionId: string | null;
  readonly planId: string | null;
  readonly visibilityPolicy: VisibilityPolicy;
  readonly debriefPolicy: DebriefSettings;
  readonly responsibilities: readonly string[];
  readonly requirements: readonly JobRequirement[];
  readonly band: PayBand | null;
  readonly offerShape: OfferShape | null;
}

export interface LockedJob extends JobFields {
  readonly id: string;
  readonly status: JobStatus;
  readonly version: number;
  readonly createdBy: string;
}

const INSERT = sql`
  insert into jobs (id, title, summary, department, location, country, time_zone, rubric_version_id, plan_id, visibility_policy, debrief_policy,
    responsibilities, requirements, band, offer_shape, status, template_key, created_by, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 'draft', $16, $17, $18)`;
const SAVE = sql`
  update jobs set title = $2, summary = $3, department = $4, location = $5, country = $6, time_zone = $7, rubric_version_id = $8, plan_id = $9,
    visibility_policy = $10, debrief_policy = $11, responsibilities = $12, requirements = $13, band = $14, offer_shape = $15, version = version + 1
  where id = $1`;
const LOCK = sql`
  select id, title, summary, department, location, country, time_zone as "timeZone", rubric_version_id as "rubricVersionId", plan_id as "planId",
    visibility_policy as "visibilityPolicy", debrief_policy as "debriefPolicy", responsibilities, requirements, band, offer_shape as "offerShape",
    status, version, created_by as "createdBy"
  from jobs where id = $1 for update`;
const SET_STATUS = sql`
  update jobs set status = $2, version = version + 1, opened_at = case when $2 = 'open' then coalesce(opened_at, $3) else opened_at end,
    closed_at = case when $2 = 'closed' then $3 when $2 = 'open' then null else closed_at end
  where id = $1`;
const SEAT = sql`insert into seats (id, user_id, kind, job_id, granted_by, granted_at) values ($1, $2, $3, $4, $5, $6)`;
const ACTIVE_USERS = sql`select id from users where id = any($1) and status = 'active'`;
const PUBLISHED = sql`select v.content from rubric_versions v where v.id = $1 and v.status = 'published'`;
const PLAN = sql`select p.content from interview_plans p where p.id = $1 and p.archived_at is null`;

function values(fields: JobFields): readonly unknown[] {
  const { title, summary, department, location, country, timeZone, rubricVersionId, planId, visibilityPolicy } = fields;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  return [
    title,
    summary,
    department,
    location,
    country,
    timeZone,
    rubricVersionId,
    planId,
    visibilityPolicy,
    json(fields.debriefPolicy),
    json(fields.responsibilities),
    json(fields.requirements),
    json(fields.band),
    json(fields.offerShape),
  ];
}

/** Writes jobs and the seats they start with, inside the caller's transaction. */
@Injectable()
export class JobsStore {
  async insert(
    tx: Transaction,
    job: { id: string; templateKey: string | null; createdBy: string; createdAt: Date },
    fields: JobFields,
  ): Promise<void> {
    await tx.query(INSERT, [job.id, ...values(fields), job.templateKey, job.createdBy, job.createdAt]);
  }

  async lock(tx: Transaction, id: string): Promise<LockedJob | undefined> {
    const [job] = await tx.query<LockedJob>(LOCK, [id]);
    return job;
  }

  async save(tx: Transaction, id: string, fields: JobFields): Promise<void> {
    await tx.query(SAVE, [id, ...values(fields)]);
  }

  async setStatus(tx: Transaction, id: string, status: JobStatus, at: Date): Promise<void> {
    await tx.query(SET_STATUS, [id, status, at]);
  }

  async insertSeat(tx: Transaction, seat: { id: string; userId: string; kind: JobSeat; jobId: string; grantedBy: string; at: Date }): Promise<void> {
    await tx.query(SEAT, [seat.id, seat.userId, seat.kind, seat.jobId, seat.grantedBy, seat.at]);
  }

  /** Which of these users exist and are active. */
  async activeUsers(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ id: string }>(ACTIVE_USERS, [ids]);
    return new Set(rows.map((row) => row.id));
  }

  /** Refuses a rubric version that is not published and a plan that is archived or unknown. */
  async checkParts(tx: Transaction, parts: Pick<JobFields, 'rubricVersionId' | 'planId'>): Promise<void> {
    const faults: Fault[] = [];
    if (parts.rubricVersionId !== null && !(await this.publishedRubric(tx, parts.rubricVersionId))) {
      faults.push({ pointer: '/rubricVersionId', code: 'not_published', detail: 'must be a published rubric version' });
    }
    if (parts.planId !== null && !(await this.livePlan(tx, parts.planId))) {
      faults.push({ pointer: '/planId', code: 'unknown_plan', detail: 'must be an interview plan that is not archived' });
    }
    if (faults.length > 0) throw invalid(faults);
  }

  async publishedRubric(tx: Transaction, versionId: string): Promise<RubricContent | undefined> {
    const [row] = await tx.query<{ content: RubricContent }>(PUBLISHED, [versionId]);
    return row?.content;
  }

  async livePlan(tx: Transaction, planId: string): Promise<InterviewPlanContent | undefined> {
    const [row] = await tx.query<{ content: InterviewPlanContent }>(PLAN, [planId]);
    return row?.content;
  }
}
