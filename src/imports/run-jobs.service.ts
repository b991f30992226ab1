import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '../domain/events/events.js';
import type { NeutralJob } from '../domain/import/neutral-record.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';
import { ImportEventsStore, inImport } from './import-events.store.js';
import type { ImportRun, PlannedRow } from './import-run.js';
import { PlannedRowsStore } from './planned-rows.store.js';

const MAKE = sql`
  insert into jobs (id, title, summary, department, location, country, time_zone, rubric_version_id, plan_id, responsibilities, requirements, band, status, created_by,
    created_at, opened_at, closed_at)
  select $1, $2, $3, $4, $5, coalesce($6, (select country from organisation), 'US'), coalesce((select time_zone from organisation), 'UTC'), $7, $8, $9, $10, $11, $12, $13,
    $14::timestamptz, case when $12 <> 'draft' then $14::timestamptz end, case when $12 = 'closed' then $14::timestamptz end`;
const SEAT = sql`insert into seats (id, user_id, kind, job_id, granted_by, granted_at) values ($1, $2, 'recruiter', $3, $2, $4)`;
const CHANGE = sql`
  with before as (select id, title, summary, department, location from jobs where id = $1 for update)
  update jobs j set title = $2, summary = $3, department = $4, location = $5, version = j.version + 1 from before b where j.id = b.id
  returning j.version, jsonb_build_object('title', b.title, 'summary', b.summary, 'department', b.department, 'location', b.location) as before`;

/** Makes the jobs of an import. Whoever imports a job is its recruiter; a job without rubric and plan stays a draft. */
@Injectable()
export class RunJobs {
  constructor(
    private readonly rows: PlannedRowsStore,
    private readonly events: ImportEventsStore,
  ) {}

  async run(run: ImportRun, batch: readonly PlannedRow<NeutralJob>[]): Promise<void> {
    const versions = new Map<string, number>();
    for (const row of batch) {
      if (row.action === 'make') versions.set(row.externalId, await this.make(run, row));
      if (row.action === 'change') versions.set(row.externalId, await this.change(run, row));
    }
    await this.rows.know(run, 'job', batch, (row) => versions.get(row.externalId) ?? null);
  }

  private async make({ tx, one, actor, now }: ImportRun, { targetId, content }: PlannedRow<NeutralJob>): Promise<number> {
    const parts = one.settings.newJobs;
    const status = parts ? content.status : 'draft';
    const { title, summary, department, location, country, band } = content;
    await tx.query(MAKE, [
      targetId,
      title,
      summary,
      department,
      location,
      country,
      parts?.rubricVersionId ?? null,
      parts?.planId ?? null,
      JSON.stringify(content.responsibilities),
      JSON.stringify(content.requirements),
      band === null ? null : JSON.stringify(band),
      status,
      actor.userId,
      now,
    ]);
    const seatId = newId();
    await tx.query(SEAT, [seatId, actor.userId, targetId, now]);
    const payload = {
      title,
      templateKey: null,
      rubricVersionId: parts?.rubricVersionId ?? null,
      planId: parts?.planId ?? null,
      seats: [{ seatId, userId: actor.userId, kind: 'recruiter' }],
    };
    const subject = { kind: 'job', id: targetId, jobId: targetId } as const;
    const made: DomainEvent<'job.created'> = { type: 'job.created', subject, payload: inImport(one.id, payload) };
    const opened: DomainEvent<'job.status_changed'> = {
      type: 'job.status_changed',
      subject,
      payload: inImport(one.id, { before: { status: 'draft' }, after: { status } }),
    };
    await this.events.append(tx, actor, now, status === 'draft' ? [made] : [made, opened]);
    return 1;
  }

  private async change({ tx, one, actor, now }: ImportRun, { targetId, content }: PlannedRow<NeutralJob>): Promise<number> {
    const { title, summary, department, location } = content;
    const [changed] = await tx.query<{ version: number; before: Record<string, unknown> }>(CHANGE, [targetId, title, summary, department, location]);
    if (!changed) throw new Error('a job of the plan is gone');
    const payload = inImport(one.id, { before: changed.before, after: { title, summary, department, location } });
    await this.events.append(tx, actor, now, [{ type: 'job.changed', subject: { kind: 'job', id: targetId, jobId: targetId }, payload }]);
    return changed.version;
  }
}
