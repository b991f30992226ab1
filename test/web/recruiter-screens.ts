import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type Language, settled } from './browser.js';

export interface Screen {
  readonly name: string;
  readonly open: () => Promise<unknown>;
}

type Send = (path: string, body?: object) => Promise<Record<string, unknown> & { id: string }>;

/** What the screens need that the demo does not hold: an interview to find times for, one with times proposed, and imports at each step. */
export interface Prepared {
  readonly applicationId: string;
  readonly candidateId: string;
  readonly jobId: string;
  readonly findRound: string;
  readonly proposedRound: string;
  readonly offerApplicationId: string;
  readonly imports: Readonly<Record<'mapping' | 'planned' | 'cards' | 'done' | 'failed', string>>;
}

/** An id that nothing has. */
export const NOBODY = '01900000-0000-7000-8000-000000000000';

const EXPORTS = new URL('../reference/ats-exports/', import.meta.url);
const payload = (name: string): Record<string, unknown> => JSON.parse(readFileSync(fileURLToPath(new URL(`${name}.json`, EXPORTS)), 'utf8'));

/** A dump of one finished interview with its scorecard; the documented examples made to hang together. */
export function greenhouseDump(): string {
  const card = payload('greenhouse_harvest__scorecards__01_the_scorecard_object');
  const interview = payload('greenhouse_harvest__scheduled_interviews__01_the_scheduled_interview_object');
  return JSON.stringify([
    { ...payload('greenhouse_harvest__jobs__01_the_job_object'), id: 123, status: 'open' },
    { ...payload('greenhouse_harvest__candidates__01_the_candidate_object'), id: 978031, applications: [] },
    { ...payload('greenhouse_harvest__applications__01_the_application_object'), status: 'active' },
    {
      ...interview,
      application_id: 985314,
      interviewers: [{ id: 821, name: 'Robert Robertson', email: 'robert@example.com', scorecard_id: 123 }],
    },
    { ...card, application_id: 985314, candidate_id: 978031 },
  ]);
}

const PEOPLE = 'Full name;E-mail;Position;State;Step\nAna Souza;ana@example.test;AI Product Manager, Autonomous Driving;In process;Phone\n';

/** Uploads one file and waits until it was read; `rested` waits again after a next step. */
export async function uploadOf(page: Page, source: string, name: string, content: string) {
  const multipart = { source, file: { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) } };
  const { id } = (await (await page.request.post('/api/v1/imports', { multipart })).json()) as { id: string };
  return { id: await rested(page, id), rested: () => rested(page, id) };
}

const upload = async (page: Page, source: string, name: string, content: string) => (await uploadOf(page, source, name, content)).id;

async function rested(page: Page, id: string): Promise<string> {
  for (;;) {
    const { state } = (await (await page.request.get(`/api/v1/imports/${id}`)).json()) as { state: string };
    if (state !== 'reading' && state !== 'running') return id;
    await page.waitForTimeout(200);
  }
}

export async function prepare(page: Page): Promise<Prepared> {
  const send: Send = async (path, data = {}) => {
    const answer = await page.request.post(`/api/v1${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  const found = async (search: string) => {
    const { items } = (await (await page.request.get(`/api/v1/board?limit=1&search=${search}`)).json()) as {
      items: { applicationId: string; candidateId: string; jobId: string }[];
    };
    return items[0] ?? { applicationId: '', candidateId: '', jobId: '' };
  };
  const [{ applicationId, candidateId, jobId }, offered] = [await found('Sana'), await found('Noor')];
  const { rounds } = (await (await page.request.get(`/api/v1/applications/${applicationId}`)).json()) as {
    rounds: { key: string; name: string; status: string; interviews: { status: string; abilities: { schedule: boolean } }[] }[];
  };
  const [first, second] = rounds.filter(({ status }) => status === 'pending' || status === 'current').slice(-2);
  const interviewOf = async (round: string) => {
    const { id } = await send('/interviews', { applicationId, round });
    const colleagues = (await (await page.request.get(`/api/v1/users/directory?limit=50`)).json()) as { items: { id: string }[] };
    for (const { id: userId } of colleagues.items) {
      if ((await page.request.post(`/api/v1/interviews/${id}/panel`, { data: { userId } })).ok()) break;
    }
    return id;
  };
  await interviewOf(first?.key ?? '');
  const proposed = await interviewOf(second?.key ?? '');
  const { items } = (await (await page.request.get(`/api/v1/interviews/${proposed}/suggestions?limit=5`)).json()) as {
    items: { startsAt: string; endsAt: string }[];
  };
  const slots = items.slice(0, 3).map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
  const past = await send(`/interviews/${proposed}/proposals`, { slots: slots.slice(0, 2), timeZone: 'Asia/Shanghai' });
  await send(`/interviews/${proposed}/proposals/${past.id}/withdraw`, { reason: 'The candidate asked for other days.' });
  await send(`/interviews/${proposed}/proposals`, { slots, timeZone: 'Asia/Shanghai' });
  const columns = { name: 'Full name', email: 'E-mail', job: 'Position', status: 'State', stage: 'Step' };
  const planned = await upload(page, 'csv', 'planned.csv', PEOPLE);
  await send(`/imports/${planned}/mapping`, { columns });
  const done = await upload(page, 'csv', 'done.csv', PEOPLE.replaceAll('Ana', 'Bela').replaceAll('ana@', 'bela@'));
  await send(`/imports/${done}/mapping`, { columns });
  await rested(page, done);
  await send(`/imports/${done}/run`);
  const imports = {
    mapping: await upload(page, 'csv', 'people.csv', PEOPLE),
    planned: await rested(page, planned),
    cards: await upload(page, 'greenhouse', 'dump.json', greenhouseDump()),
    done: await rested(page, done),
    failed: await upload(page, 'greenhouse', 'broken.json', '[{"id": 1,'),
  };
  return {
    applicationId,
    candidateId,
    jobId,
    findRound: first?.name ?? '',
    proposedRound: second?.name ?? '',
    offerApplicationId: offered.applicationId,
    imports,
  };
}

/** Words of the web app by `area:path.to.it`, as the person sees them. */
export function wordsIn(language: Language): (key: string) => string {
  return (key) => {
    const [area, path = ''] = key.split(':');
    const file: unknown = JSON.parse(readFileSync(fileURLToPath(new URL(`../../web/src/words/${language}/${area}.json`, import.meta.url)), 'utf8'));
    const word = path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], file);
    if (typeof word !== 'string') throw new Error(`No words ${key} in ${language}`);
    return word;
  };
}

/** Every screen of a recruiter, each with what opens it. */
export function recruitersScreens(page: Page, language: Language, at: Prepared): readonly Screen[] {
  const w = wordsIn(language);
  const goto = async (address: string) => {
    await page.goto(address);
    await settled(page);
  };
  const plain = (screens: Readonly<Record<string, string>>): Screen[] =>
    Object.entries(screens).map(([name, address]) => ({ name, open: () => goto(address) }));
  const dialog = (name: string, address: string, ...buttons: (() => Promise<unknown>)[]): Screen => ({
    name,
    open: async () => {
      await goto(address);
      for (const press of buttons) await press();
      await page.getByRole('dialog').first().waitFor();
    },
  });
  const press = (key: string) => () =>
    page
      .getByRole('button', { name: w(key), exact: true })
      .first()
      .click();
  const item = (key: string) => () => page.getByRole('menuitem', { name: w(key), exact: true }).click();
  const application = `/applications/${at.applicationId}`;
  const interview = (round: string) => page.getByRole('region', { name: round });
  const inInterview = (round: string, key: string) => () =>
    interview(round)
      .getByRole('button', { name: w(key), exact: true })
      .last()
      .click();
  const change = (round: string) => inInterview(round, 'recruiter:interview.change');
  const offers = `/applications/${at.offerApplicationId}?tab=offers`;
  return [
    ...plain({
      board: '/board',
      'board-ended': '/board?ended=true',
      'board-nothing': '/board?q=nobody-at-all',
      funnel: '/reports',
      'time-in-round': '/reports?tab=time',
      stalls: '/reports?tab=stalls',
      application,
      timeline: `${application}?tab=timeline`,
      files: `${application}?tab=files`,
      seats: `${application}?tab=seats`,
      'nothing-here': `/applications/${NOBODY}`,
      'no-candidate': `/candidates/${NOBODY}`,
      'no-job': `/jobs/${NOBODY}`,
      history: `${application}?tab=history`,
      offer: offers,
      candidates: '/candidates',
      candidate: `/candidates/${at.candidateId}`,
      jobs: '/jobs',
      'new-job': '/jobs/new',
      job: `/jobs/${at.jobId}`,
      imports: '/imports',
      'import-mapping': `/imports/${at.imports.mapping}`,
      'import-plan': `/imports/${at.imports.planned}`,
      'import-cards': `/imports/${at.imports.cards}`,
      'import-done': `/imports/${at.imports.done}`,
      'import-failed': `/imports/${at.imports.failed}`,
      exports: '/exports',
      inbox: '/inbox',
      mail: '/settings/mail',
    }),
    {
      name: 'import-card-words',
      open: async () => {
        await goto(`/imports/${at.imports.cards}`);
        await press('imports:mapping.open')();
        await page.getByRole('radio', { name: w('imports:cards.count') }).check();
        await page
          .getByRole('status')
          .filter({ hasText: w('imports:cards.open.some').split('{{')[0] ?? '' })
          .waitFor();
      },
    },
    dialog(
      'bulk',
      '/board',
      () => page.keyboard.press('j'),
      () => page.keyboard.press('Space'),
      press('board:bulk.open'),
    ),
    dialog('save-view', '/board', press('board:view.menu'), item('board:view.save')),
    dialog('start', '/board', press('board:start')),
    dialog('new-candidate', '/candidates', press('recruiter:candidates.new')),
    dialog('edit-candidate', `/candidates/${at.candidateId}`, press('recruiter:candidate.edit')),
    dialog('edit-job', `/jobs/${at.jobId}`, press('recruiter:job.edit')),
    dialog('bands', `/jobs/${at.jobId}`, press('offers:pay.editBands')),
    dialog('find-times', application, change(at.findRound), item('recruiter:times.button')),
    dialog('proposed-times', application, change(at.proposedRound), item('recruiter:times.button'), () => page.locator('details > summary').click()),
    dialog('schedule', application, inInterview(at.findRound, 'recruiter:interview.schedule.button')),
    dialog('assign', application, () =>
      page
        .getByRole('button', { name: w('recruiter:panel.assignOf').replace('{{round}}', at.findRound) })
        .last()
        .click(),
    ),
    dialog('advance', application, press('recruiter:move.advance.button')),
    dialog('pause', `${application}?tab=timeline`, press('timeline:pauses.add')),
    dialog('counter-offer', offers, async () => {
      const counter = page.getByRole('button', { name: w('offers:move.counter.button'), exact: true });
      if (await counter.isVisible()) return counter.click();
      await press('offers:move.more')();
      await item('offers:move.counter.button')();
    }),
  ];
}
