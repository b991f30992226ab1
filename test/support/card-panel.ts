import { randomUUID } from 'node:crypto';
import type { CardContent } from '../../src/domain/scorecard/scorecard.js';
import type { RubricContent } from '../../src/domain/rubric/rubric.js';
import { refreshApplication } from './refresh-application.js';
import { SMALL_RUBRIC } from './small-rubric.js';
import type { TestApp, TestUser } from './test-app.js';

export interface PanelCard {
  readonly author: TestUser;
  readonly id: string;
  readonly interviewId: string;
}

export interface CardPanel {
  readonly applicationId: string;
  readonly jobId: string;
  readonly personId: string;
  readonly debriefId: string;
  readonly recruiter: TestUser;
  readonly manager: TestUser;
  /** By round, in the order of the authors given. */
  readonly cards: readonly PanelCard[];
}

export interface PanelOptions {
  readonly rubric?: RubricContent;
  readonly policy?: string;
  /** Round key of each card; `phone` and `loop` are there. */
  readonly rounds?: readonly string[];
  readonly personId?: string;
  readonly authors?: readonly TestUser[];
}

const HOUR = 3_600_000;
const ROUNDS = [
  { key: 'phone', name: 'Phone', minutes: 30, targetDay: 3, focus: 'Impact', panel: [], facts: [{ key: 'authorised', name: 'Authorised to work' }] },
  { key: 'loop', name: 'Loop', minutes: 60, targetDay: 9, focus: 'Depth', panel: [] },
];
const KIT = {
  round: 'phone',
  purpose: 'Find what changed because of them.',
  prompts: [{ ask: 'What moved?', listenFor: 'A baseline and a result' }],
  notSignals: ['School'],
};

/** An application with its panel, laid down as rows: each interview started an hour ago, every card still owed. */
export async function buildCardPanel(app: TestApp, options: PanelOptions = {}): Promise<CardPanel> {
  const rounds = options.rounds ?? ['phone', 'loop'];
  const [recruiter, manager] = [await app.user('Rita Recruiter'), await app.user('Hugo Manager')];
  const authors = options.authors ?? (await Promise.all(rounds.map((_, index) => app.user(`Ivy ${index + 1}`))));
  const [applicationId, jobId, debriefId, newPerson] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const personId = options.personId ?? newPerson;
  const now = app.clock.now();
  const rubricVersionId = await insertRubric(app, recruiter, options.rubric ?? SMALL_RUBRIC);
  await app.rows(
    `insert into jobs (id, title, status, rubric_version_id, created_by, created_at) values ($1, 'AI product manager', 'open', $2, $3, $4)`,
    [jobId, rubricVersionId, recruiter.id, now],
  );
  if (options.personId === undefined)
    await app.rows(`insert into candidates (id, person_id, name, created_at) values ($1, $1, 'Cass Candidate', $2)`, [personId, now]);
  await app.rows(
    `insert into applications (id, candidate_id, person_id, job_id, status, rubric_version_id, visibility_policy, last_activity_at, started_at)
     values ($1, $2, $2, $3, 'active', $4, $5, $6, $6)`,
    [applicationId, personId, jobId, rubricVersionId, options.policy ?? 'after_own', now],
  );
  await app.rows(`insert into debriefs (id, application_id, created_at) values ($1, $2, $3)`, [debriefId, applicationId, now]);
  const roundIds = new Map<string, string>();
  for (const [index, round] of ROUNDS.entries()) {
    if (!rounds.includes(round.key)) continue;
    const id = randomUUID();
    roundIds.set(round.key, id);
    await app.rows(
      `insert into application_rounds (id, application_id, key, position, content, kit, status) values ($1, $2, $3, $4, $5, $6, 'current')`,
      [id, applicationId, round.key, index + 1, JSON.stringify(round), round.key === 'phone' ? JSON.stringify(KIT) : null],
    );
  }
  await grantSeat(app, recruiter, 'recruiter', { jobId });
  await grantSeat(app, manager, 'hiring_manager', { jobId });
  const cards: PanelCard[] = [];
  for (const [index, round] of rounds.entries())
    cards.push(await insertCard(app, applicationId, roundIds.get(round) ?? '', authors[index] ?? recruiter));
  await refreshApplication(app, applicationId);
  return { applicationId, jobId, personId, debriefId, recruiter, manager, cards };
}

async function insertRubric(app: TestApp, by: TestUser, content: RubricContent): Promise<string> {
  const [rubricId, versionId] = [randomUUID(), randomUUID()];
  const now = app.clock.now();
  await app.rows(`insert into rubrics (id, name, created_by, created_at) values ($1, 'Small', $2, $3)`, [rubricId, by.id, now]);
  await app.rows(
    `insert into rubric_versions (id, rubric_id, number, status, content, content_hash, created_by, created_at, published_by, published_at)
     values ($1, $2, 1, 'published', $3, 'x', $4, $5, $4, $5)`,
    [versionId, rubricId, JSON.stringify(content), by.id, now],
  );
  return versionId;
}

/** One more interview with one more card; the interview started an hour ago. */
export async function insertCard(
  app: TestApp,
  applicationId: string,
  roundId: string,
  author: TestUser,
  more: { counts?: boolean } = {},
): Promise<PanelCard> {
  const [id, interviewId] = [randomUUID(), randomUUID()];
  const now = app.clock.now();
  await app.rows(`insert into interviews (id, application_id, round_id, status, starts_at, created_at) values ($1, $2, $3, 'scheduled', $4, $5)`, [
    interviewId,
    applicationId,
    roundId,
    new Date(now.getTime() - HOUR),
    now,
  ]);
  await grantSeat(app, author, 'interviewer', { applicationId, interviewId });
  await app.rows(
    `insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, counts, due_at, created_at)
     select $1, $2, $3, r.id, r.key, $5, $6, $7, $8 from application_rounds r where r.id = $4`,
    [id, interviewId, applicationId, roundId, author.id, more.counts ?? true, new Date(now.getTime() + 24 * HOUR), now],
  );
  return { author, id, interviewId };
}

export async function grantSeat(
  app: TestApp,
  user: TestUser,
  kind: string,
  on: { jobId?: string; applicationId?: string; interviewId?: string },
): Promise<void> {
  await app.rows(`insert into seats (id, user_id, kind, job_id, application_id, interview_id, granted_at) values ($1, $2, $3, $4, $5, $6, $7)`, [
    randomUUID(),
    user.id,
    kind,
    on.jobId ?? null,
    on.applicationId ?? null,
    on.interviewId ?? null,
    app.clock.now(),
  ]);
}

/** A complete card for `SMALL_RUBRIC`: both required criteria, each as said. */
export function fullCard(impact: number | null, depth: number | null, words = 'As heard.'): CardContent {
  return {
    verdict: 'hire',
    summary: words,
    ratings: [
      {
        criterion: 'impact',
        level: impact,
        confidence: 'high',
        evidence: [{ form: 'metric_story', fields: { metric: 'latency', unit: 'ms', baseline: 120, result: 78 } }],
        note: '',
      },
      { criterion: 'depth', level: depth, evidence: [], note: '' },
    ],
    facts: {},
  };
}
