import { randomUUID } from 'node:crypto';
import type { DebriefSettings } from '../../src/domain/debrief/debrief-policy.js';
import type { CardContent, Verdict } from '../../src/domain/scorecard/scorecard.js';
import type { RubricContent } from '../../src/domain/rubric/rubric.js';
import { refreshApplication } from './refresh-application.js';
import type { TestApp, TestUser } from './test-app.js';

/** Two criteria of equal weight, so that levels can be read off the outcome: mean 3 of 4 is 0.667, a hire. */
export function plainRubric(policy: RubricContent['policy'] = {}, gates: RubricContent['gates'] = []): RubricContent {
  const anchors = [1, 2, 3, 4].map((level) => ({ level, description: `level ${level}`, poorExample: 'thin', goodExample: 'full' }));
  const criterion = (key: string, name: string) => ({
    key,
    name,
    description: name,
    weight: 1,
    required: true,
    minimumRaters: 1,
    evidence: 'optional' as const,
    rounds: ['loop'],
    anchors,
  });
  return {
    scale: { levels: 4, labels: ['strong no', 'no', 'yes', 'strong yes'] },
    criteria: [criterion('impact', 'Impact'), criterion('alignment', 'Stakeholder alignment')],
    signals: [],
    evidenceForms: [],
    gates,
    policy,
  };
}

export interface Room {
  readonly debriefId: string;
  readonly applicationId: string;
  readonly jobId: string;
  readonly personId: string;
  readonly roundId: string;
  readonly interviewId: string;
  readonly recruiter: TestUser;
  readonly manager: TestUser;
  readonly facilitator: TestUser;
  readonly interviewers: readonly TestUser[];
  /** Card ids, one per interviewer. */
  readonly cards: readonly string[];
}

export interface RoomOptions {
  /** One list of levels (impact, alignment) per interviewer; null for a card still owed. */
  readonly levels?: readonly (readonly [number, number] | null)[];
  readonly settings?: DebriefSettings;
  readonly rubric?: RubricContent;
  readonly personId?: string;
  readonly interviewers?: readonly TestUser[];
}

export function card(levels: readonly [number, number], verdict: Verdict = 'hire'): CardContent {
  const [impact, alignment] = levels;
  const rating = (criterion: string, level: number) => ({ criterion, level, confidence: 'medium' as const, evidence: [], note: '' });
  return { verdict, summary: '', ratings: [rating('impact', impact), rating('alignment', alignment)], facts: {} };
}

/**
 * A panel whose cards are in, laid down as rows: how it came about is told by the stories of other rooms. The debrief stands where
 * `refresh_application` puts it.
 */
export class DebriefRoom {
  constructor(private readonly app: TestApp) {}

  async build(options: RoomOptions = {}): Promise<Room> {
    const levels = options.levels ?? [
      [3, 3],
      [3, 3],
      [3, 3],
    ];
    const [recruiter, manager, facilitator] = [
      await this.app.user('Rita Recruiter'),
      await this.app.user('Hana Manager'),
      await this.app.user('Fay Facilitator'),
    ];
    const interviewers =
      options.interviewers ?? (await Promise.all(levels.map((_, index) => this.app.user(`Ivo ${String.fromCharCode(65 + index)}`))));
    const ids = await this.application(recruiter, options);
    await this.seat(recruiter, 'recruiter', { job: ids.jobId });
    await this.seat(manager, 'hiring_manager', { job: ids.jobId });
    await this.seat(facilitator, 'facilitator', { application: ids.applicationId });
    const cards: string[] = [];
    for (const [index, level] of levels.entries()) cards.push(await this.card(ids, interviewers[index]!, level));
    await this.refresh(ids.applicationId);
    return { ...ids, recruiter, manager, facilitator, interviewers, cards };
  }

  async seat(user: TestUser, kind: string, of: { job?: string; application?: string; delegatedFrom?: string; endsAt?: Date }): Promise<string> {
    const id = randomUUID();
    await this.run(
      `insert into seats (id, user_id, kind, job_id, application_id, delegated_from, ends_at, granted_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, user.id, kind, of.job ?? null, of.application ?? null, of.delegatedFrom ?? null, of.endsAt ?? null, this.app.clock.now()],
    );
    return id;
  }

  async seatOf(user: TestUser, kind: string): Promise<string> {
    const [row] = await this.app.rows<{ id: string }>(`select id from seats where user_id = $1 and kind = $2 and ended_at is null`, [user.id, kind]);
    return row!.id;
  }

  /** Another card on the panel; levels null: still owed. */
  async card(
    ids: { applicationId: string; interviewId: string; roundId: string },
    author: TestUser,
    levels: readonly [number, number] | null,
    counts = true,
  ): Promise<string> {
    const id = randomUUID();
    const now = this.app.clock.now();
    await this.run(`insert into seats (id, user_id, kind, application_id, interview_id, granted_at) values ($1, $2, 'interviewer', $3, $4, $5)`, [
      randomUUID(),
      author.id,
      ids.applicationId,
      ids.interviewId,
      now,
    ]);
    await this.run(
      `insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, counts, created_at) values ($1, $2, $3, $4, 'loop', $5, $6, $7)`,
      [id, ids.interviewId, ids.applicationId, ids.roundId, author.id, counts, now],
    );
    if (levels) await this.submit(id, author, card(levels));
    return id;
  }

  /** A new revision, as submitting or amending makes it. */
  async submit(cardId: string, author: TestUser, content: CardContent, more: { exposed?: boolean; reason?: string } = {}): Promise<void> {
    const now = this.app.clock.now();
    const [{ revision }] = (await this.app.rows<{ revision: number }>(
      `update scorecards set status = 'submitted', revision = revision + 1, content = $2, exposed = exposed or $3, submitted_at = $4,
         first_submitted_at = coalesce(first_submitted_at, $4) where id = $1 returning revision`,
      [cardId, JSON.stringify(content), more.exposed ?? false, now],
    )) as [{ revision: number }];
    await this.run(
      `insert into scorecard_revisions (scorecard_id, number, content, content_hash, salt, exposed, reason, submitted_by, submitted_at) values ($1, $2, $3, '', '', $4, $5, $6, $7)`,
      [cardId, revision, JSON.stringify(content), more.exposed ?? false, more.reason ?? null, author.id, now],
    );
  }

  async refresh(applicationId: string): Promise<void> {
    await refreshApplication(this.app, applicationId);
  }

  private async application(
    by: TestUser,
    options: RoomOptions,
  ): Promise<Pick<Room, 'debriefId' | 'applicationId' | 'jobId' | 'personId' | 'roundId' | 'interviewId'>> {
    const now = this.app.clock.now();
    const [rubricId, versionId, jobId, personId, applicationId, roundId, interviewId, debriefId] = Array.from({ length: 8 }, () => randomUUID()) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const person = options.personId ?? personId;
    await this.run(`insert into rubrics (id, name, created_by, created_at) values ($1, 'Plain', $2, $3)`, [rubricId, by.id, now]);
    await this.run(
      `insert into rubric_versions (id, rubric_id, number, status, content, created_by, created_at, published_by, published_at) values ($1, $2, 1, 'published', $3, $4, $5, $4, $5)`,
      [versionId, rubricId, JSON.stringify(options.rubric ?? plainRubric()), by.id, now],
    );
    await this.run(
      `insert into jobs (id, title, status, rubric_version_id, created_by, created_at) values ($1, 'Data engineer', 'open', $2, $3, $4)`,
      [jobId, versionId, by.id, now],
    );
    if (!options.personId)
      await this.run(`insert into candidates (id, person_id, name, created_at) values ($1, $1, 'Cass Candidate', $2)`, [person, now]);
    await this.run(
      `insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, debrief_policy, last_activity_at, started_at)
       values ($1, $2, $2, $3, 'active', $4, 'after_own', $5, $6, $6)`,
      [applicationId, person, jobId, versionId, JSON.stringify(options.settings ?? {}), now],
    );
    await this.run(
      `insert into application_rounds (id, application_id, key, position, content, status) values ($1, $2, 'loop', 1, '{"name":"Loop"}', 'passed')`,
      [roundId, applicationId],
    );
    await this.run(`insert into interviews (id, application_id, round_id, status, starts_at, created_at) values ($1, $2, $3, 'held', $4, $4)`, [
      interviewId,
      applicationId,
      roundId,
      now,
    ]);
    await this.run(`insert into debriefs (id, application_id, created_at) values ($1, $2, $3)`, [debriefId, applicationId, now]);
    return { debriefId, applicationId, jobId, personId: person, roundId, interviewId };
  }

  private async run(text: string, values: readonly unknown[]): Promise<void> {
    await this.app.rows(text, values);
  }
}
