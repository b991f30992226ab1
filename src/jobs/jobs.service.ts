import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { Audit } from '../audit/audit.service.js';
import { jobAbilities, JOB_STEPS, type JobMove } from '../domain/abilities/job-abilities.js';
import type { Actor } from '../domain/actor.js';
import { type Fault, notFound, Refusal } from '../domain/refusal.js';
import { rubricInPlanFaults } from '../domain/rubric/rubric-in-plan.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { versionConflict } from '../platform/version.js';
import { changedFields, differences, type JobInput } from './job-fields.js';
import { JobsStore, type LockedJob } from './jobs.store.js';

/** Changes a job, and opens, holds, closes or archives it. */
@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly store: JobsStore,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async changeJob(actor: Actor, id: string, expected: number, input: JobInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      const job = await this.lock(tx, actor, id, 'edit', 'An archived job does not change.');
      const { id: _id, status: _status, version, createdBy: _createdBy, ...before } = job;
      if (version !== expected) throw versionConflict(expected, version, before);
      const after = changedFields(job, input);
      await this.store.checkParts(tx, { rubricVersionId: input.rubricVersionId ?? null, planId: input.planId ?? null });
      if (job.status === 'open') await this.refuseUnready(tx, after);
      await this.store.save(tx, id, after);
      const payload = differences(before, after);
      await this.audit.append(tx, actor, this.clock.now(), { type: 'job.changed', subject: { kind: 'job', id, jobId: id }, payload });
    });
  }

  async moveJob(actor: Actor, id: string, move: JobMove, reason: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const from = JOB_STEPS[move].from.map((status) => status.replace('_', ' ')).join(', ');
      const job = await this.lock(tx, actor, id, move, `This needs a job that is one of: ${from}.`);
      if (move === 'open') await this.refuseUnready(tx, job);
      const now = this.clock.now();
      const status = JOB_STEPS[move].to;
      await this.store.setStatus(tx, id, status, now);
      const payload = { before: { status: job.status }, after: { status } };
      await this.audit.append(tx, actor, now, {
        type: 'job.status_changed',
        subject: { kind: 'job', id, jobId: id },
        payload,
        ...(reason === '' ? {} : { reason }),
      });
    });
  }

  /** The job, locked, if this person may do this to it in its state. */
  private async lock(tx: Transaction, actor: Actor, id: string, ability: JobMove | 'edit', otherwise: string): Promise<LockedJob> {
    const job = await this.store.lock(tx, id);
    const jobSeats = await this.standing.onJob(actor, id, tx);
    if (!job || (job.status === 'draft' && jobSeats.length === 0 && actor.siteRole === 'member' && job.createdBy !== actor.userId))
      throw notFound('job');
    const viewer = { siteRole: actor.siteRole, jobSeats };
    if (jobAbilities(viewer, job.status)[ability]) return job;
    // Somebody who could do it in another state hears of the state, everybody else of the seat.
    const states = ability === 'edit' ? (['draft'] as const) : JOB_STEPS[ability].from;
    if (states.some((status) => jobAbilities(viewer, status)[ability])) throw new Refusal('wrong_state', otherwise, [], { status: job.status });
    throw new Refusal('forbidden', "Only the job's recruiter or hiring manager may do this.");
  }

  /** An open job has a published rubric and a plan that can score it. */
  private async refuseUnready(tx: Transaction, job: Pick<LockedJob, 'rubricVersionId' | 'planId'>): Promise<void> {
    const rubric = job.rubricVersionId === null ? undefined : await this.store.publishedRubric(tx, job.rubricVersionId);
    const plan = job.planId === null ? undefined : await this.store.livePlan(tx, job.planId);
    const faults: Fault[] = [];
    if (!rubric) faults.push({ pointer: '/rubricVersionId', code: 'required', detail: 'choose a published rubric version' });
    if (!plan) faults.push({ pointer: '/planId', code: 'required', detail: 'choose an interview plan' });
    if (rubric && plan) faults.push(...rubricInPlanFaults(rubric, plan).map((fault) => ({ ...fault, pointer: `/rubricVersionId${fault.pointer}` })));
    if (faults.length > 0) throw new Refusal('incomplete', 'The job cannot be open yet; mend what is named.', faults);
  }
}
