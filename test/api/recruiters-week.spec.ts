import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ICAL from 'ical.js';
import request from 'supertest';
import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { checkInvariants } from '../../src/platform/invariants.js';
import { PostOffice } from '../faults/post-office.js';
import { mapImport, reportLines, runImport, uploadImport } from '../support/imports.js';
import { TestApp, type TestUser } from '../support/test-app.js';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

type Person = 'jun' | 'chen' | 'guo' | 'helen';
interface Clock {
  readonly key: string;
  readonly subjectId: string;
  readonly state: string;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly startedBy: { readonly type: string };
  readonly stoppedBy: { readonly type: string } | null;
  readonly holder: { readonly name: string };
  readonly skipped: readonly { readonly date: string; readonly kind: string }[];
}
interface Interview {
  readonly id: string;
  readonly version: number;
  readonly warnings: readonly { readonly code: string }[];
}
interface Offer {
  readonly id: string;
  readonly version: number;
  readonly package: Readonly<Record<string, unknown>>;
}

/** Monday, 9:00 where Jun is; in Shenzhen, where the job and its panel are, it is midnight. */
const MONDAY = '2026-09-21T16:00:00Z';
const TITLE = 'AI/ML Product Manager';
const FILE = [
  'Candidate;E-mail;Position;Stage;Applied at',
  `Tang Rui;tang.rui@candidates.example;${TITLE};Technical interview;2026-09-14`,
  `He Yan;he.yan@candidates.example;${TITLE};Technical interview;2026-09-16`,
  `Wu Jing;wu.jing@candidates.example;${TITLE};Phone screen;2026-09-18`,
  `;nobody@candidates.example;${TITLE};Phone screen;2026-09-18`,
].join('\r\n');

/**
 * Jun Tanaka recruits in California for Shenzhen. Over the demo organisation, on a clock that goes forward from Monday, 21 September 2026: the
 * Mid-autumn Festival lies ahead (25 to 27 September), and then National Day (1 to 7 October, worked for on Saturday the 10th).
 */
describe("a recruiter's week", () => {
  let office: PostOffice;
  let app: TestApp;
  const people = new Map<Person, TestUser>();
  const applications = new Map<string, string>();
  const ids = { job: '', plan: '', technical: '', acrossTheHoliday: '' };

  beforeAll(async () => {
    office = await PostOffice.open();
    // Nobody has to sign in twice in this story.
    app = await TestApp.start({ SMTP_URL: office.url, PUBLIC_URL: 'http://hire.example.test', SESSION_ABSOLUTE_HOURS: '500' });
    const hooks = ['--no-warnings', '--import', file('../faults/typescript-hooks.js')];
    await promisify(execFile)(process.execPath, [...hooks, file('../faults/demo-as-of.ts'), MONDAY], {
      env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'error', DATABASE_URL: app.databaseUrl, MIGRATION_DATABASE_URL: app.ownerUrl },
    });
    await at(MONDAY);
    for (const person of ['jun', 'chen', 'guo', 'helen'] as const) people.set(person, await signIn(person));
  }, 600_000);
  afterAll(async () => {
    await app.stop();
    await office.close();
  });

  /** Goes on to this time, and lets everything that is due be done. Answers the letters that came. */
  async function at(time: string): Promise<string[]> {
    app.clock.set(new Date(time));
    office.empty();
    await app.app.get(BackgroundWorker).runDue();
    return (await office.read()).map((letter) => `${letter.to[0]?.name}: ${letter.subject}`).sort();
  }
  async function signIn(person: Person): Promise<TestUser> {
    const email = `${person}@demo.plumbline.example`;
    const answer = await request(app.app.getHttpServer()).post('/api/v1/auth/demo').send({ email }).expect(200);
    const secret = /plumbline=([^;]+)/.exec(String(answer.get('set-cookie')))?.[1] ?? '';
    return { id: answer.body.user.id, name: answer.body.user.name, email, secret };
  }
  const one = (person: Person): TestUser => {
    const found = people.get(person);
    if (!found) throw new Error(`${person} has not signed in`);
    return found;
  };
  const as = (person: Person) => app.as(one(person));
  const applicationOf = (candidate: string) => applications.get(candidate) ?? '';
  const timeline = async (candidate: string) =>
    (
      await as('jun')
        .get(`/applications/${applicationOf(candidate)}/timeline`)
        .expect(200)
    ).body;
  const clocks = async (candidate: string, key: string): Promise<Clock[]> =>
    ((await timeline(candidate)).clocks as Clock[]).filter((clock) => clock.key === key).sort((a, b) => (a.holder.name < b.holder.name ? -1 : 1));
  const inbox = async (person: Person, about: string) =>
    ((await as(person).get('/me/notifications?limit=50').expect(200)).body.items as { kind: string; subject: string; createdAt: string }[])
      .filter(({ subject }) => subject.includes(about))
      .map(({ kind, createdAt }) => `${createdAt.slice(0, 13)} ${kind}`);
  const planned = async (candidate: string, panel: readonly Person[]): Promise<string> => {
    const body = { applicationId: applicationOf(candidate), round: 'technical_product' };
    const { body: interview } = await as('jun').post('/interviews', body).expect(201);
    for (const person of panel)
      await as('jun')
        .post(`/interviews/${interview.id}/panel`, { userId: one(person).id })
        .expect(200);
    return interview.id;
  };

  it('begins with an import: looked at, run, and nothing twice', async () => {
    const upload = () => uploadImport(app, one('jun'), 'csv', [{ name: 'agency.csv', content: FILE }]);
    const rounds = { 'Technical interview': 'technical_product', 'Phone screen': 'recruiter_screen' };
    const columns = { name: 'Candidate', email: 'E-mail', job: 'Position', stage: 'Stage', startedAt: 'Applied at' };
    const read = await upload();
    expect(read).toMatchObject({ state: 'needs_mapping', columns: { delimiter: ';', suggestion: columns } });
    await mapImport(app, one('jun'), read.id, { columns, rounds });
    expect(await reportLines(app, one('jun'), read.id)).toEqual([
      'candidate tang.rui@candidates.example make',
      `application tang.rui@candidates.example|${TITLE} make`,
      'candidate he.yan@candidates.example make',
      `application he.yan@candidates.example|${TITLE} make`,
      'candidate wu.jing@candidates.example make',
      `application wu.jing@candidates.example|${TITLE} make`,
      'candidate nobody@candidates.example skip no_name',
      `application nobody@candidates.example|${TITLE} skip no_name`,
    ]);
    expect(await runImport(app, one('jun'), read.id)).toMatchObject({ state: 'done', progress: { done: 6, total: 6 } });
    const again = await upload();
    await mapImport(app, one('jun'), again.id, { columns, rounds });
    expect((await reportLines(app, one('jun'), again.id)).slice(0, 6).map((line) => line.split(' ').at(-1))).toEqual(Array(6).fill('unchanged'));

    const { body: jobs } = await as('jun').get('/jobs').expect(200);
    ids.job = (jobs.items as { id: string; title: string }[]).find((job) => job.title === TITLE)?.id ?? '';
    const { body } = await as('jun').get(`/applications?jobId=${ids.job}&limit=50`).expect(200);
    for (const item of body.items as { id: string; candidateName: string }[]) applications.set(item.candidateName, item.id);
    expect([...applications.keys()].sort()).toEqual(
      ['Aisha Bello', 'Ana Duarte', 'He Yan', 'Robert Kline', 'Samuel Osei', 'Tan Mei Ling', 'Tang Rui', 'Tom Feeney', 'Wu Jing'].sort(),
    );
    expect(await timeline('Tang Rui')).toMatchObject({ status: 'active', currentRoundKey: 'technical_product', zone: 'Asia/Shanghai' });
  });

  it('plans: the whole process in four weeks, and running applications follow', async () => {
    await at('2026-09-21T16:05:00Z');
    expect((await clocks('Tang Rui', 'process')).map(({ dueOn, state }) => [dueOn, state])).toEqual([['2026-10-19', 'on_time']]);
    ids.plan = (await as('jun').get(`/jobs/${ids.job}`).expect(200)).body.planId;
    const { body: plan } = await as('jun').get(`/interview-plans/${ids.plan}`).expect(200);
    expect(plan.content.deadlines).toMatchObject({ processDays: 35, decisionDueBusinessDays: 5, silentGapDays: 14 });
    const deadlines = { ...plan.content.deadlines, processDays: 28, decisionDueBusinessDays: 2 };
    const changed = { name: plan.name, kits: plan.kits, content: { ...plan.content, deadlines } };
    await as('jun').put(`/interview-plans/${ids.plan}`, changed, plan.version).expect(200);
    const after = await timeline('Tang Rui');
    expect(after).toMatchObject({
      planned: { startedOn: '2026-09-14', processEndsOn: '2026-10-12', decisionDueOn: '2026-10-13' },
      silentGap: { days: 8, limitDays: 14 },
    });
    // Sunday the 20th is worked for National Day, which the third round has to wait for.
    const lines = after.rounds as { key: string; status: string; plannedOn: string; cardsDueOn: string }[];
    expect(lines.map(({ key, status, plannedOn, cardsDueOn }) => [key, status, plannedOn, cardsDueOn])).toEqual([
      ['recruiter_screen', 'passed', '2026-09-20', '2026-09-21'],
      ['technical_product', 'current', '2026-09-28', '2026-09-29'],
      ['cross_functional', 'pending', '2026-10-08', '2026-10-09'],
      ['senior_leadership', 'pending', '2026-10-10', '2026-10-12'],
    ]);
    expect((await clocks('Tang Rui', 'process')).map(({ dueOn, dueAt }) => [dueOn, dueAt])).toEqual([['2026-10-12', '2026-10-12T10:00:00.000Z']]);
    const [moved] = await app.rows<{ moves: unknown }>(
      `select c.content->'payload'->'moves' as moves from events e join event_contents c on c.event_id = e.id
       where e.type = 'timeline.clocks_moved' and e.application_id = $1 and c.content->'payload'->>'causeId' = $2`,
      [applicationOf('Tang Rui'), ids.plan],
    );
    const subject = applicationOf('Tang Rui');
    expect(moved?.moves).toEqual([{ key: 'process', subject, before: '2026-10-19T10:00:00.000Z', after: '2026-10-12T10:00:00.000Z' }]);
  });

  it('forecasts each decision, from history where there is enough and from the plan where there is not, and says which', async () => {
    const { forecast } = await timeline('Wu Jing');
    expect(forecast).toMatchObject({ basis: 'mixed', unit: 'business_days', confidence: 0.8, learnedAt: '2026-09-21T16:00:00.000Z' });
    expect([forecast.earliestOn, forecast.decisionOn, forecast.latestOn]).toEqual(['2026-10-19', '2026-10-27', '2026-11-11']);
    expect(forecast.stages).toMatchObject([
      { round: 'recruiter_screen', basis: 'history', medianDays: 1, advanced: 12, ended: 1, open: 1, longestDays: 6 },
      { round: 'technical_product', basis: 'plan', medianDays: 5, advanced: 4, ended: 0, open: 1 },
      { round: 'cross_functional', basis: 'plan', medianDays: 5, advanced: 3, ended: 0, open: 1 },
      { round: 'senior_leadership', basis: 'plan', medianDays: 5, advanced: 1, ended: 1, open: 1 },
      { round: 'decision', basis: 'plan', medianDays: 2, advanced: 0, ended: 0, open: 0 },
    ]);
    expect(forecast.reasons.map(({ words }: { words: string }) => words)).toEqual([
      'Technical product: from the plan; 4 past cases went on from here, a history needs 10.',
      'Cross-functional: from the plan; 3 past cases went on from here, a history needs 10.',
      'Senior leadership: from the plan; 1 past case went on from here, a history needs 10.',
      'Decision: from the plan; 0 past cases went on from here, a history needs 10.',
    ]);
  });

  it('schedules: times the panel has, proposed with what stands against them, one confirmed', async () => {
    for (const candidate of ['Tang Rui', 'He Yan']) {
      const { body } = await as('jun')
        .get(`/applications/${applicationOf(candidate)}`)
        .expect(200);
      const person = await as('jun').get(`/candidates/${body.candidateId}`).expect(200);
      await as('jun').patch(`/candidates/${body.candidateId}`, { timeZone: 'Asia/Shanghai' }, person.body.version).expect(200);
    }
    ids.technical = await planned('Tang Rui', ['chen', 'guo']);
    const { body: free } = await as('jun')
      .get(`/interviews/${ids.technical}/suggestions?from=2026-09-24T00:00:00Z&to=2026-09-29T00:00:00Z&step=60&limit=10`)
      .expect(200);
    // Nine to six on Thursday; Friday to Sunday are the festival, and Monday is not part of it.
    expect(free.items.map((slot: { startsAt: string }) => slot.startsAt.slice(5, 13))).toEqual([
      ...['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((hour) => `09-24T${hour}`),
      '09-28T01',
    ]);
    const slots = ['2026-09-24T02', '2026-09-25T02'].map((hour) => ({ startsAt: `${hour}:00:00Z`, endsAt: `${hour}:45:00Z` }));
    const { body: proposal } = await as('jun')
      .post(`/interviews/${ids.technical}/proposals`, { slots, timeZone: 'Asia/Shanghai', location: 'Video call' })
      .expect(201);
    expect(proposal.slots.map((slot: Interview) => slot.warnings.map(({ code }) => code))).toEqual([[], ['day_off', 'day_off']]);
    const { body: interview } = await as('jun')
      .post(`/interviews/${ids.technical}/proposals/${proposal.id}/confirm`, { slotId: proposal.slots[0].id })
      .expect(200);
    expect(interview).toMatchObject({ status: 'scheduled', startsAt: '2026-09-24T02:00:00.000Z', warnings: [] });
    expect(await clocks('Tang Rui', 'notice')).toMatchObject([{ state: 'met', dueOn: '2026-09-22', stoppedBy: { type: 'interview.scheduled' } }]);
    // Thursday's interview, three days of festival, Monday at 18:00 in Shenzhen.
    expect(
      (await clocks('Tang Rui', 'scorecard_due')).map(({ holder, dueAt, skipped }) => [holder.name, dueAt, skipped.map(({ date }) => date)]),
    ).toEqual([
      ['Chen Lu', '2026-09-28T10:00:00.000Z', ['2026-09-25', '2026-09-26', '2026-09-27']],
      ['Guo Min', '2026-09-28T10:00:00.000Z', ['2026-09-25', '2026-09-26', '2026-09-27']],
    ]);

    ids.acrossTheHoliday = await planned('He Yan', ['chen']);
    const time = { startsAt: '2026-09-30T02:00:00Z', endsAt: '2026-09-30T02:45:00Z', timeZone: 'Asia/Shanghai' };
    await as('jun').post(`/interviews/${ids.acrossTheHoliday}/schedule`, time).expect(200);
  });

  it('makes an offer go out, be countered, and be accepted', async () => {
    await at('2026-09-22T16:00:00Z');
    const { body: offers } = await as('jun')
      .get(`/applications/${applicationOf('Samuel Osei')}/offers`)
      .expect(200);
    const offerId: string = offers.items[0].id;
    const read = async (): Promise<Offer> => (await as('jun').get(`/offers/${offerId}`).expect(200)).body;
    const move = async (person: Person, name: string, body: object = {}) =>
      (
        await as(person)
          .post(`/offers/${offerId}/${name}`, body)
          .set('if-match', `"${(await read()).version}"`)
          .expect(200)
      ).body;
    const revise = async (change: object, reason: string) => {
      const { version, package: before } = await read();
      return (
        await as('jun')
          .put(`/offers/${offerId}`, { package: { ...before, ...change }, reason }, version)
          .expect(200)
      ).body;
    };
    expect(await read()).toMatchObject({
      status: 'awaiting_approval',
      package: { currency: 'CNY', base: '780000' },
      check: { standing: 'outside', words: ['Base pay is CNY 30000 above the band (CNY 650000 to CNY 750000), 1.1143 of its midpoint.'] },
      requirement: { words: ['Missing: the approval of 2 people as offer approver and of one hiring manager.'] },
    });
    const within = await revise({ base: '750000', expiresAt: '2026-10-16T10:00:00Z' }, 'The top of the band instead of two more approvals.');
    expect(within).toMatchObject({
      status: 'draft',
      check: { standing: 'within', parts: [{ part: 'base', compaRatio: '1.0714', by: null }] },
      requirement: { side: 'within', words: ['Missing: the approval of one offer approver.'] },
    });
    await move('jun', 'submit');
    await move('helen', 'approve', { words: 'Within the band.' });
    expect(await move('jun', 'extend')).toMatchObject({ status: 'extended', roundNumber: 2, expiresAt: '2026-10-16T10:00:00.000Z' });

    const signOn = { amount: '90000', clawBack: { months: 12, manner: 'pro_rata' } };
    const wish = { ...(await read()).package, signOn };
    expect(await move('jun', 'counter', { package: wish, words: 'He repays his present sign-on.' })).toMatchObject({
      status: 'countered',
      roundNumber: 3,
    });
    await revise({ signOn }, 'Met: it costs less than another search.');
    await move('jun', 'submit');
    await move('helen', 'approve', { words: 'Still within.' });
    await move('jun', 'extend');
    expect(await move('jun', 'accept')).toMatchObject({ status: 'accepted', package: { base: '750000', signOn: { amount: '90000' } } });
    expect(await timeline('Samuel Osei')).toMatchObject({ status: 'hired', forecast: null, actual: { endedOn: '2026-09-23' } });
  });

  it('reminds of two late cards before, at and after they are due, on days people work, and passes them on', async () => {
    await at('2026-09-24T02:45:00Z');
    await as('jun').post(`/interviews/${ids.technical}/held`).expect(200);
    const about = (letters: readonly string[]) => letters.filter((letter) => letter.includes('Tang Rui'));
    // A day before it is due is Sunday, in the festival: it is told in the inbox, and mailed on Monday at nine.
    expect(about(await at('2026-09-27T10:00:00Z'))).toEqual([]);
    expect(about(await at('2026-09-28T01:00:00Z'))).toEqual([
      'Chen Lu: 评分卡将于 2026年9月28日 星期一 18:00（Asia/Shanghai） 到期：Tang Rui',
      'Guo Min: 评分卡将于 2026年9月28日 星期一 18:00（Asia/Shanghai） 到期：Tang Rui',
    ]);
    expect(about(await at('2026-09-28T10:00:00Z'))).toEqual(['Chen Lu: 评分卡已到期：Tang Rui', 'Guo Min: 评分卡已到期：Tang Rui']);
    expect((await clocks('Tang Rui', 'scorecard_due')).map(({ state }) => state)).toEqual(['at_risk', 'at_risk']);
    expect(about(await at('2026-09-29T10:00:00Z'))).toEqual(['Chen Lu: 评分卡逾期：Tang Rui', 'Guo Min: 评分卡逾期：Tang Rui']);
    expect((await clocks('Tang Rui', 'scorecard_due')).map(({ state }) => state)).toEqual(['late', 'late']);
  });

  it("moves an interview across China's National Day: the card is due on the Saturday worked for it", async () => {
    const { body: interview } = await as('jun').get(`/interviews/${ids.acrossTheHoliday}`).expect(200);
    const days = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'];
    const [before] = await clocks('He Yan', 'scorecard_due');
    expect(before).toMatchObject({
      dueOn: '2026-10-08',
      dueAt: '2026-10-08T10:00:00.000Z',
      skipped: days.map((date) => ({ date, kind: 'holiday' })),
    });
    const time = { startsAt: '2026-10-09T02:00:00Z', endsAt: '2026-10-09T02:45:00Z', reason: 'He asked for it.' };
    const { body: moved } = await as('jun').put(`/interviews/${interview.id}/time`, time, interview.version).expect(200);
    expect(moved).toMatchObject({ status: 'scheduled', startsAt: '2026-10-09T02:00:00.000Z', warnings: [] });
    const [after] = await clocks('He Yan', 'scorecard_due');
    expect(after).toMatchObject({ dueOn: '2026-10-10', dueAt: '2026-10-10T10:00:00.000Z', skipped: [], startedBy: { type: 'interview.moved' } });
  });

  it('escalates what stays late to the recruiter, and stops with the duty', async () => {
    const about = (letters: readonly string[]) => letters.filter((letter) => letter.includes('Tang Rui'));
    expect(about(await at('2026-09-30T10:00:00Z'))).toEqual([]);
    expect(await inbox('jun', 'Tang Rui')).toEqual(['2026-09-30T10 duty.escalated', '2026-09-30T10 duty.escalated']);
    // It was three in the morning in California: the letters come at nine.
    expect(about(await at('2026-09-30T16:00:00Z'))).toEqual([
      'Jun Tanaka: Late and now with you: Tang Rui',
      'Jun Tanaka: Late and now with you: Tang Rui',
    ]);
    // On National Day nobody is mailed; what waits for the eighth is dropped, because the cards are waived before it.
    expect(about(await at('2026-10-01T10:00:00Z'))).toEqual([]);
    const late = await clocks('Tang Rui', 'scorecard_due');
    for (const { subjectId } of late) await as('jun').post(`/scorecards/${subjectId}/waive`, { reason: 'Heard both on the phone.' }).expect(204);
    expect((await clocks('Tang Rui', 'scorecard_due')).map(({ state }) => state)).toEqual(['met_late', 'met_late']);
    for (const time of ['2026-10-02T10:00:00Z', '2026-10-04T10:00:00Z', '2026-10-08T01:00:00Z']) expect(about(await at(time))).toEqual([]);
    expect(await inbox('chen', 'Tang Rui')).toEqual([
      '2026-10-01T10 scorecard.waived',
      '2026-10-01T10 scorecard.overdue',
      '2026-09-29T10 scorecard.overdue',
      '2026-09-28T10 scorecard.due_now',
      '2026-09-27T10 scorecard.due_soon',
      '2026-09-21T16 interview.scheduled',
      '2026-09-21T16 interview.assigned',
    ]);
  });

  it('ends with a calendar that a calendar program opens', async () => {
    const { body: feed } = await as('chen').post('/me/calendar-feed').expect(201);
    const { text } = await app.as(null).get(new URL(feed.url).pathname).expect(200);
    const calendar = new ICAL.Component(ICAL.parse(text));
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
    const entries = calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      return [
        event.uid,
        event.sequence,
        event.summary,
        event.startDate.toString(),
        event.startDate.zone.tzid,
        event.startDate.toJSDate().toISOString(),
      ];
    });
    expect(entries.filter(([uid]) => [ids.technical, ids.acrossTheHoliday].some((id) => uid === `${id}@plumbline`))).toEqual([
      [`${ids.technical}@plumbline`, 1, '面试：Tang Rui（Technical product）', '2026-09-24T10:00:00', 'Asia/Shanghai', '2026-09-24T02:00:00.000Z'],
      [
        `${ids.acrossTheHoliday}@plumbline`,
        2,
        '面试：He Yan（Technical product）',
        '2026-10-09T10:00:00',
        'Asia/Shanghai',
        '2026-10-09T02:00:00.000Z',
      ],
    ]);
  });

  it('leaves everything in order', async () => {
    expect(await checkInvariants(app.database)).toEqual([]);
  });
});
