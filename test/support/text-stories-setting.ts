import type { TestUser } from './test-app.js';
import { type TextTeller, type Told, WORDS } from './text-teller.js';

const ANCHOR = { description: WORDS, poorExample: WORDS, goodExample: WORDS };
const RUBRIC = {
  scale: { levels: 2, labels: [WORDS, 'Yes'] },
  criteria: [
    {
      key: 'impact',
      name: WORDS,
      description: WORDS,
      weight: 1,
      required: true,
      evidence: 'optional',
      forms: ['story'],
      rounds: ['loop'],
      anchors: [
        { level: 1, ...ANCHOR },
        { level: 2, ...ANCHOR },
      ],
    },
  ],
  signals: [{ key: 'whole', name: WORDS, description: WORDS, kind: 'weighted_mean', inputs: [{ criterion: 'impact' }] }],
  evidenceForms: [
    {
      key: 'story',
      name: WORDS,
      description: WORDS,
      fields: [
        { key: 'what', name: WORDS, help: WORDS, kind: 'text' },
        { key: 'which', name: 'Which', kind: 'choice', choices: [{ key: 'one', name: WORDS }] },
      ],
    },
  ],
  gates: [{ key: 'floor', name: WORDS, kind: 'minimum_level', criterion: 'impact', level: 2, effect: 'flag' }],
  policy: {},
};
const ROUND = {
  key: 'loop',
  name: WORDS,
  minutes: 30,
  focus: WORDS,
  targetDay: 3,
  panel: [{ title: WORDS, count: 1 }],
  facts: [{ key: 'may', name: WORDS }],
  parts: [{ name: WORDS, minutes: 10, focus: WORDS, place: WORDS }],
  location: WORDS,
};
const PLAN = {
  name: WORDS,
  content: { rounds: [ROUND], deadlines: {} },
  kits: [{ round: 'loop', purpose: WORDS, prompts: [{ ask: WORDS, listenFor: WORDS }], notSignals: [WORDS] }],
};
const JOB = {
  title: WORDS,
  summary: WORDS,
  department: WORDS,
  location: WORDS,
  responsibilities: [WORDS],
  requirements: [{ text: WORDS, level: 'required' }],
  band: { currency: 'USD', minimum: 1, maximum: 2, covers: WORDS },
  offerShape: {
    currency: 'USD',
    lines: [
      {
        kind: 'base',
        name: WORDS,
        amount: { measure: 'percent_of_shares', minimum: 1, maximum: 2, of: WORDS },
        condition: WORDS,
        standing: 'offered',
      },
    ],
    notes: [WORDS],
  },
};
const CANDIDATE = { name: WORDS, phone: WORDS, location: WORDS };

/** Every field shows where it was said. */
function alike(told: Told, except: readonly string[] = []): Record<string, string> {
  return Object.fromEntries([...told.said.keys()].filter((field) => !except.includes(field)).map((field) => [field, field]));
}

export interface Setting {
  readonly recruiter: TestUser;
  readonly rubricVersionId: string;
  readonly planId: string;
}

/** Rubrics, plans, jobs: what an organisation writes before anybody applies. */
export async function settingStory(teller: TextTeller, { recruiter, rubricVersionId, planId }: Setting): Promise<void> {
  const get = async (path: string) => (await teller.app.as(recruiter).get(path).expect(200)).body as Record<string, unknown>;
  const rubric = await teller.tell(recruiter, 'post', '/rubrics', {}, { name: WORDS, content: RUBRIC });
  const versionId = String(rubric.body['id']);
  const read = await get(`/rubrics/versions/${versionId}`);
  teller.shows(rubric, read, { ...alike(rubric, ['/name']), '/name': '/rubricName' });
  const draft = await teller.tell(
    recruiter,
    'put',
    '/rubrics/versions/{versionId}/draft',
    { versionId },
    { content: RUBRIC },
    Number(read['version']),
  );
  teller.shows(draft, await get(`/rubrics/versions/${versionId}`), alike(draft));
  await teller.app
    .as(recruiter)
    .post(`/rubrics/${String(read['rubricId'])}/archive`)
    .expect(204);

  const plan = await teller.tell(recruiter, 'post', '/interview-plans', {}, PLAN);
  const path = `/interview-plans/${String(plan.body['id'])}`;
  teller.shows(plan, await get(path), alike(plan));
  const again = await teller.tell(
    recruiter,
    'put',
    '/interview-plans/{planId}',
    { planId: String(plan.body['id']) },
    PLAN,
    Number(plan.body['version']),
  );
  teller.shows(again, await get(path), alike(again));

  // Looked at and not kept: nothing of it comes back.
  await teller.tell(recruiter, 'post', '/interview-plans/check', {}, PLAN);

  const job = await teller.tell(recruiter, 'post', '/jobs', {}, { ...JOB, rubricVersionId, planId });
  const jobId = String(job.body['id']);
  teller.shows(job, await get(`/jobs/${jobId}`), alike(job));
  const changed = await teller.tell(recruiter, 'patch', '/jobs/{jobId}', { jobId }, JOB, Number(job.body['version']));
  teller.shows(changed, await get(`/jobs/${jobId}`), alike(changed));
  for (const move of ['open', 'hold', 'close', 'archive']) {
    const moved = await teller.tell(recruiter, 'post', `/jobs/{jobId}/${move}`, { jobId }, { reason: WORDS });
    await teller.records(moved, '/reason');
  }
}

/** Candidates and what is kept of them. */
export async function candidatesStory(teller: TextTeller, { recruiter }: Setting): Promise<void> {
  const { app } = teller;
  const get = async (path: string) => (await app.as(recruiter).get(path).expect(200)).body as Record<string, unknown>;
  const made = await teller.tell(recruiter, 'post', '/candidates', {}, CANDIDATE);
  const candidateId = String(made.body['id']);
  teller.shows(made, await get(`/candidates/${candidateId}`), alike(made));
  const changed = await teller.tell(recruiter, 'patch', '/candidates/{candidateId}', { candidateId }, CANDIDATE, Number(made.body['version']));
  teller.shows(changed, await get(`/candidates/${candidateId}`), alike(changed));
  const file = await app
    .as(recruiter)
    .post(`/candidates/${candidateId}/files`)
    .field('kind', 'other')
    .attach('file', Buffer.from('Dear all'), 'letter.txt')
    .expect(201);
  const removed = await teller.tell(
    recruiter,
    'post',
    '/candidates/{candidateId}/files/{fileId}/remove',
    { candidateId, fileId: file.body.id },
    { reason: WORDS },
  );
  await teller.records(removed, '/reason');
  const twin = await app.as(recruiter).post('/candidates', { name: 'Twin' }).expect(201);
  const merged = await teller.tell(
    recruiter,
    'post',
    '/candidates/{candidateId}/merge',
    { candidateId },
    { duplicateId: twin.body.id, reason: WORDS },
  );
  await teller.records(merged, '/reason');
}
