import { Injectable } from '@nestjs/common';
import { StandingReader } from '../access/standing.reader.js';
import { CandidatesReader } from '../candidates/candidates.reader.js';
import { jobAbilities } from '../domain/abilities/job-abilities.js';
import type { Actor } from '../domain/actor.js';
import { invalid, Refusal } from '../domain/refusal.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { ApplicationRecord, subjectOf } from './application-record.service.js';
import { ApplicationsStore, type NewApplication } from './applications.store.js';
import { type ReadyJob, readyToStart } from './ready-to-start.js';

export interface StartInput {
  readonly candidateId: string;
  readonly jobId: string;
  readonly source: string;
}

/**
 * Starts an application: copies the plan's rounds with their kits, pins rubric version and policies, and opens its debrief. Later edits of
 * job, plan or rubric never rewrite it.
 */
@Injectable()
export class StartApplicationService {
  constructor(
    private readonly database: Database,
    private readonly standing: StandingReader,
    private readonly candidates: CandidatesReader,
    private readonly store: ApplicationsStore,
    private readonly record: ApplicationRecord,
  ) {}

  /** Answers the new application's id. */
  startApplication(actor: Actor, input: StartInput): Promise<string> {
    return this.database.transaction(async (tx) => {
      const job = await this.job(tx, actor, input.jobId);
      const person = await this.person(tx, actor, input.candidateId);
      const previousApplicationId = await this.previous(tx, person.personId, input.jobId);
      const rounds = job.plan.rounds.map((content, position) => ({
        id: newId(),
        position,
        content,
        kit: job.kits.find((kit) => kit.round === content.key) ?? null,
        status: position === 0 ? 'current' : 'pending',
      }));
      const application: NewApplication = {
        id: newId(),
        ...input,
        personId: person.personId,
        rubricVersionId: job.rubricVersionId,
        visibilityPolicy: job.visibilityPolicy,
        debriefPolicy: job.debriefPolicy,
        deadlines: job.plan.deadlines,
        currentRoundKey: rounds[0]?.content.key ?? null,
        previousApplicationId,
        startedBy: actor.userId,
        startedAt: this.record.now(),
      };
      await this.store.insert(tx, application, newId());
      for (const round of rounds) await this.store.insertRound(tx, application.id, round);
      const { rubricVersionId, visibilityPolicy, source } = application;
      const payload = {
        rubricVersionId,
        visibilityPolicy,
        planId: job.planId,
        rounds: rounds.map((round) => round.content.key),
        source,
        previousApplicationId,
      };
      await this.record.tell(tx, actor, { type: 'application.started', subject: subjectOf(application), payload });
      return application.id;
    });
  }

  private async job(tx: Transaction, actor: Actor, jobId: string): Promise<ReadyJob> {
    const job = await this.store.startingJob(tx, jobId);
    const jobSeats = await this.standing.onJob(actor, jobId, tx);
    if (!job || (job.status === 'draft' && jobSeats.length === 0 && actor.siteRole === 'member')) {
      throw invalid([{ pointer: '/jobId', code: 'unknown_job', detail: 'names no job' }]);
    }
    if (!jobAbilities({ siteRole: actor.siteRole, jobSeats }, 'open').startApplication) {
      throw new Refusal('forbidden', "Only the job's recruiter, hiring manager or coordinator may start an application.");
    }
    return readyToStart(job);
  }

  private async person(tx: Transaction, actor: Actor, candidateId: string): Promise<{ personId: string }> {
    const unknown = invalid([{ pointer: '/candidateId', code: 'unknown_candidate', detail: 'names no candidate' }]);
    const person = await this.store.person(tx, candidateId);
    if (!person) throw unknown;
    await this.candidates.manages(actor, candidateId, tx).catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'not_found' ? unknown : error;
    });
    if (person.personId !== candidateId)
      throw new Refusal('wrong_state', 'This record was merged into another one. Start from that one.', [], { personId: person.personId });
    if (person.archived) throw new Refusal('wrong_state', 'This candidate is archived. Restore them first.');
    return person;
  }

  /** The application before this one, if there was one; an open one refuses. A conflicted caller never comes this far. */
  private async previous(tx: Transaction, personId: string, jobId: string): Promise<string | null> {
    const earlier = await this.store.earlier(tx, personId, jobId);
    const open = earlier.find((one) => one.open);
    if (open) throw new Refusal('already_exists', 'This person has an open application to this job already.', [], { applicationId: open.id });
    return earlier[0]?.id ?? null;
  }
}
