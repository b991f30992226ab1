import type { InterviewKit, InterviewPlanContent } from '../domain/interview-plan.js';
import { Refusal } from '../domain/refusal.js';
import type { StartingJob } from './applications.store.js';

export interface ReadyJob {
  readonly rubricVersionId: string;
  readonly visibilityPolicy: string;
  readonly debriefPolicy: unknown;
  readonly planId: string;
  readonly plan: InterviewPlanContent;
  readonly kits: readonly InterviewKit[];
}

/** The job with everything an application needs from it, or a refusal that names the way out. */
export function readyToStart(job: StartingJob): ReadyJob {
  if (job.status !== 'open') throw new Refusal('wrong_state', 'The job is not open. Open it first.', [], { status: job.status });
  const { rubricVersionId, planId, plan } = job;
  if (rubricVersionId === null) throw new Refusal('incomplete', 'The job has no rubric. Choose a published rubric version for it first.');
  if (planId === null || plan === null) throw new Refusal('incomplete', 'The job has no interview plan. Choose one for it first.');
  return { rubricVersionId, planId, plan, kits: job.kits ?? [], visibilityPolicy: job.visibilityPolicy, debriefPolicy: job.debriefPolicy };
}
