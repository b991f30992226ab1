import { randomUUID } from 'node:crypto';
import type { TestApp, TestUser } from '../support/test-app.js';

export interface Hiring {
  readonly jobId: string;
  readonly candidateId: string;
  readonly applicationId: string;
  readonly debriefId: string;
  readonly roundId: string;
  readonly interviewId: string;
}

/** A job, a candidate, their application with one round and one interview, row by row: what other rooms would have stored. */
export async function storeHiring(app: TestApp, names: { job: string; candidate: string; round: string }): Promise<Hiring> {
  const [jobId, candidateId, applicationId, debriefId, roundId, interviewId] = Array.from({ length: 6 }, () => randomUUID()) as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const now = app.clock.now();
  const ground = await app.user('Ground');
  const [rubricId, versionId] = [randomUUID(), randomUUID()];
  await app.rows(`insert into rubrics (id, name, created_by, created_at) values ($1, 'Ground', $2, $3)`, [rubricId, ground.id, now]);
  await app.rows(
    `insert into rubric_versions (id, rubric_id, number, status, content, content_hash, created_by, created_at, published_by, published_at) values ($1, $2, 1, 'published', '{}', 'x', $3, $4, $3, $4)`,
    [versionId, rubricId, ground.id, now],
  );
  await app.rows(`insert into jobs (id, title, status, created_by, created_at) values ($1, $2, 'open', $3, $4)`, [jobId, names.job, ground.id, now]);
  await app.rows(`insert into candidates (id, person_id, name, created_at) values ($1, $1, $2, $3)`, [candidateId, names.candidate, now]);
  await app.rows(
    `insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, last_activity_at, started_at)
     values ($1, $2, $2, $3, 'active', $4, 'after_own', $5, $5)`,
    [applicationId, candidateId, jobId, versionId, now],
  );
  await app.rows(`insert into debriefs (id, application_id, created_at) values ($1, $2, $3)`, [debriefId, applicationId, now]);
  await app.rows(`insert into application_rounds (id, application_id, key, position, content, status) values ($1, $2, 'r1', 1, $3, 'current')`, [
    roundId,
    applicationId,
    JSON.stringify({ name: names.round }),
  ]);
  await app.rows(`insert into interviews (id, application_id, round_id, status, starts_at, created_at) values ($1, $2, $3, 'scheduled', $4, $4)`, [
    interviewId,
    applicationId,
    roundId,
    now,
  ]);
  return { jobId, candidateId, applicationId, debriefId, roundId, interviewId };
}

export async function seat(
  app: TestApp,
  user: TestUser,
  kind: string,
  on: { jobId?: string; applicationId?: string; interviewId?: string },
): Promise<void> {
  const values = [randomUUID(), user.id, kind, on.jobId ?? null, on.applicationId ?? null, on.interviewId ?? null, app.clock.now()];
  await app.rows(
    `insert into seats (id, user_id, kind, job_id, application_id, interview_id, granted_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    values,
  );
}

/** An interviewer's seat with the card they owe. */
export async function card(app: TestApp, user: TestUser, hiring: Hiring, dueAt: Date | null): Promise<string> {
  await seat(app, user, 'interviewer', { applicationId: hiring.applicationId, interviewId: hiring.interviewId });
  const id = randomUUID();
  await app.rows(
    `insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, due_at, created_at) values ($1, $2, $3, $4, 'r1', $5, $6, $7)`,
    [id, hiring.interviewId, hiring.applicationId, hiring.roundId, user.id, dueAt, app.clock.now()],
  );
  return id;
}
