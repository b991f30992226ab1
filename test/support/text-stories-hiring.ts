import { type CardPanel, buildCardPanel } from './card-panel.js';
import type { TestUser } from './test-app.js';
import { type TextTeller, type Told, WORDS } from './text-teller.js';

export interface Hiring {
  readonly recruiter: TestUser;
  readonly jobId: string;
  /** Two published versions: applications start on the first and are moved to the second. */
  readonly otherVersionId: string;
  readonly seated: TestUser;
}

const HOUR = 3_600_000;
const MOVES = [
  ['hold', 'other'],
  ['resume', 'other'],
  ['advance', 'round_passed'],
  ['reject', 'other'],
  ['reopen', 'other'],
  ['withdraw', 'other'],
  ['reopen', 'other'],
] as const;

/** An application from its start to the end of its rounds, and its interviews. */
export async function applicationStory(teller: TextTeller, { recruiter, jobId, otherVersionId, seated }: Hiring): Promise<void> {
  const { app } = teller;
  const get = async (path: string) => (await app.as(recruiter).get(path).expect(200)).body as Record<string, unknown>;
  const candidate = await app.as(recruiter).post('/candidates', { name: 'Casey' }).expect(201);
  const started = await teller.tell(recruiter, 'post', '/applications', {}, { candidateId: candidate.body.id, jobId, source: WORDS });
  const applicationId = String(started.body['id']);
  const path = `/applications/${applicationId}`;
  teller.shows(started, await get(path), { '/source': '/source' });
  const reasoned = async (route: string, body: object, method: 'post' | 'put' = 'post', ids = {}) => {
    const told = await teller.tell(recruiter, method, route, { applicationId, ...ids }, { ...body, reason: WORDS });
    await teller.records(told, '/reason');
    return told;
  };
  await reasoned('/applications/{applicationId}/rubric', { rubricVersionId: otherVersionId }, 'put');
  const round = { key: 'extra', name: WORDS, minutes: 30, focus: WORDS, targetDay: 9, panel: [{ title: 'anybody', count: 1 }], location: WORDS };
  const added = await reasoned('/applications/{applicationId}/rounds', {
    round,
    kit: { round: 'extra', purpose: WORDS, prompts: [{ ask: WORDS, listenFor: WORDS }], notSignals: [WORDS] },
  });
  teller.shows(added, await get(path), { '/round/name': '/rounds/-1/name', '/round/focus': '/rounds/-1/focus' });
  const shown = (await get(path)) as { rounds: { key: string; status: string }[] };
  const order = shown.rounds
    .filter((one) => one.status === 'pending')
    .map((one) => one.key)
    .reverse();
  await reasoned('/applications/{applicationId}/rounds/order', { order }, 'put');

  const planned = await app.as(recruiter).post('/interviews', { applicationId }).expect(201);
  await interviewStory(teller, recruiter, String(planned.body.id), seated);
  const missed = await app.as(recruiter).post('/interviews', { applicationId }).expect(201);
  await app.as(recruiter).post(`/interviews/${missed.body.id}/schedule`, time(app.clock.now())).expect(200);
  app.clock.advance(3 * HOUR);
  const noShow = await teller.tell(recruiter, 'post', '/interviews/{interviewId}/no-show', { interviewId: missed.body.id }, { reason: WORDS });
  teller.shows(noShow, await get(`/interviews/${missed.body.id}`), { '/reason': '/reason' });

  await reasoned('/applications/{applicationId}/rounds/{roundKey}/skip', {}, 'post', { roundKey: 'extra' });
  for (const [move, reasonCode] of MOVES) await reasoned(`/applications/{applicationId}/${move}`, { reasonCode });
}

async function interviewStory(teller: TextTeller, recruiter: TestUser, interviewId: string, seated: TestUser): Promise<void> {
  const { app } = teller;
  const read = async () => (await app.as(recruiter).get(`/interviews/${interviewId}`).expect(200)).body as Record<string, unknown>;
  const scheduled = await teller.tell(
    recruiter,
    'post',
    '/interviews/{interviewId}/schedule',
    { interviewId },
    { ...time(app.clock.now()), location: WORDS },
  );
  teller.shows(scheduled, await read(), { '/location': '/location' });
  const moved = await teller.tell(
    recruiter,
    'put',
    '/interviews/{interviewId}/time',
    { interviewId },
    { ...time(new Date(app.clock.now().getTime() + HOUR)), location: WORDS, reason: WORDS },
    Number(scheduled.body['version']),
  );
  teller.shows(moved, await read(), { '/location': '/location' });
  await teller.records(moved, '/reason');
  await app.as(recruiter).post(`/interviews/${interviewId}/panel`, { userId: seated.id }).expect(200);
  const left = await teller.tell(
    recruiter,
    'post',
    '/interviews/{interviewId}/panel/{userId}/unassign',
    { interviewId, userId: seated.id },
    { reason: WORDS },
  );
  await teller.records(left, '/reason');
  await proposalStory(teller, recruiter, interviewId);
  const off = await teller.tell(recruiter, 'post', '/interviews/{interviewId}/cancel', { interviewId }, { reason: WORDS });
  teller.shows(off, await read(), { '/reason': '/reason' });
}

/** Times proposed and taken back. */
async function proposalStory(teller: TextTeller, recruiter: TestUser, interviewId: string): Promise<void> {
  const { app } = teller;
  const route = '/interviews/{interviewId}/proposals';
  const made = await teller.tell(recruiter, 'post', route, { interviewId }, { slots: [time(app.clock.now())], location: WORDS });
  const proposals = `/interviews/${interviewId}/proposals`;
  teller.shows(made, (await app.as(recruiter).get(proposals).expect(200)).body, { '/location': '/items/0/location' });
  const proposalId = String(made.body['id']);
  const back = await teller.tell(recruiter, 'post', `${route}/{proposalId}/withdraw`, { interviewId, proposalId }, { reason: WORDS });
  teller.shows(back, back.body, { '/reason': '/reason' });
  await teller.records(back, '/reason');
}

function time(from: Date): { startsAt: string; endsAt: string } {
  return { startsAt: new Date(from.getTime() + HOUR).toISOString(), endsAt: new Date(from.getTime() + 2 * HOUR).toISOString() };
}

const CARD = {
  verdict: 'hire',
  summary: WORDS,
  facts: {},
  ratings: [
    {
      criterion: 'impact',
      level: 3,
      confidence: 'high',
      evidence: [{ form: 'metric_story', fields: { metric: WORDS, unit: 'ms', baseline: 120, result: 78 } }],
      note: WORDS,
    },
    { criterion: 'depth', level: 3, evidence: [{ form: 'note', fields: { text: WORDS } }], note: WORDS },
  ],
};
const BEFORE_SUBMISSION = ['/content/ratings/0/evidence/0/fields/metric'];

/** One panel's cards: drafted, submitted, amended, declined, waived, taken back. */
export async function cardsStory(teller: TextTeller): Promise<void> {
  const { app } = teller;
  const panel: CardPanel = await buildCardPanel(app);
  const [first, second] = panel.cards;
  if (!first || !second) throw new Error('a panel of two');
  const ids = { scorecardId: first.id };
  const get = async (path: string) => (await app.as(first.author).get(`/scorecards/${first.id}${path}`).expect(200)).body as Record<string, unknown>;
  const alike = (told: Told, ...except: string[]) =>
    Object.fromEntries([...told.said.keys()].filter((field) => field !== '/reason' && !except.includes(field)).map((field) => [field, field]));
  const draft = await teller.tell(first.author, 'put', '/scorecards/{scorecardId}/draft', ids, { content: CARD }, 0);
  teller.shows(draft, await get('/draft'), alike(draft));
  const note = await teller.tell(first.author, 'put', '/scorecards/{scorecardId}/private-note', ids, { text: WORDS, sharedWithHiringTeam: false }, 0);
  teller.shows(note, await get('/private-note'), { '/text': '/text' });
  const submitted = await teller.tell(
    first.author,
    'post',
    '/scorecards/{scorecardId}/submit',
    ids,
    { content: CARD },
    Number(draft.body['version']),
  );
  teller.shows(submitted, submitted.body, alike(submitted));
  const amended = await teller.tell(first.author, 'post', '/scorecards/{scorecardId}/amend', ids, {
    content: { ...CARD, verdict: 'no_hire' },
    reason: WORDS,
  });
  teller.shows(amended, await get(''), alike(amended, ...BEFORE_SUBMISSION));
  await teller.records(amended, '/reason');
  for (const [by, move, body] of [
    [panel.manager, 'waive', {}],
    [panel.manager, 'restore', {}],
    [second.author, 'decline', { reasonCode: 'other' }],
  ] as const) {
    const told = await teller.tell(by, 'post', `/scorecards/{scorecardId}/${move}`, { scorecardId: second.id }, { ...body, reason: WORDS });
    await teller.records(told, '/reason');
  }
}
