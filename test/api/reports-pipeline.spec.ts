import { randomUUID } from 'node:crypto';
import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Round {
  jobId: string;
  roundKey: string;
  roundName: string;
  position: number;
}
interface Time extends Round {
  n: number;
  open: number;
  median: number | null;
  p90: number | null;
  few: boolean;
}

const DAY = 86_400_000;

describe('reports of the pipeline', () => {
  let app: TestApp;
  let panel: Panel;
  let rounds: string[];
  let ids: string[];
  let start: Date;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { interviewers: 0 });
    // The builder's own application has every round skipped: it leaves the figures alone from here on.
    start = new Date(app.clock.now().getTime() + 1);
    app.clock.set(start);
    ids = [];
    for (let at = 0; at < 6; at += 1) {
      const made = await app
        .as(panel.recruiter)
        .post('/candidates', { name: `Candidate ${at}` })
        .expect(201);
      ids.push((await app.as(panel.recruiter).post('/applications', { candidateId: made.body.id, jobId: panel.job.id }).expect(201)).body.id);
    }
    rounds = (await app.as(panel.recruiter).get(`/applications/${ids[0]}`).expect(200)).body.rounds.map((round: { key: string }) => round.key);
  });
  afterAll(() => app.stop());

  const move = (id: string, way: string, reasonCode: string, more: object = {}) =>
    app
      .as(panel.recruiter)
      .post(`/applications/${id}/${way}`, { reasonCode, ...more })
      .expect(200);
  const at = (days: number) => app.clock.set(new Date(start.getTime() + days * DAY));
  const from = () => `from=${start.toISOString()}`;
  const times = async (query = '', user: TestUser = panel.recruiter): Promise<Time[]> =>
    (await app.as(user).get(`/reports/time-in-round?${from()}${query}`).expect(200)).body.items;
  const funnel = async (query = '', user: TestUser = panel.recruiter) =>
    (await app.as(user).get(`/reports/funnel?${from()}${query}`).expect(200)).body.items as (Round & Record<string, number | null>)[];

  it('tell how long rounds take, open ones as not yet ended, and that few say little', async () => {
    at(1);
    await move(ids[0]!, 'advance', 'round_passed');
    at(2);
    await move(ids[1]!, 'advance', 'round_passed');
    at(4);
    await move(ids[2]!, 'reject', 'below_bar');
    const [first, next] = await times();
    // Shares: 1, 1, 1, and three open ones of four days beyond: places 0, .2, .4, .6 …; the median lies past 4 days, who knows how far.
    expect(first).toMatchObject({ roundKey: rounds[0], position: 0, n: 6, open: 3, median: null, p90: null, few: true });
    expect(next).toMatchObject({ roundKey: rounds[1], position: 1, n: 2, open: 2, median: null, few: true });
    at(8);
    await move(ids[3]!, 'withdraw', 'timing');
    await app.as(panel.recruiter).post(`/applications/${ids[4]}/rounds/${rounds[0]}/skip`, { reason: 'done elsewhere' }).expect(200);
    // 1, 2, 4, 8, 8 and one open at 8: sizes 1 each, the last without end. Median at 2.5 of 0 … 5: between 4 and 8.
    expect((await times())[0]).toMatchObject({ n: 6, open: 1, median: 6, few: false });
    at(10);
    await move(ids[5]!, 'advance', 'round_passed');
    // 1, 2, 4, 8, 8, 10: type 7.
    const [whole] = await times();
    expect(whole).toMatchObject({ n: 6, open: 0, median: 6, p90: 9, few: false });
  });

  it('count a hold as time in the round, and a return as a stay of its own', async () => {
    at(11);
    await move(ids[0]!, 'hold', 'hiring_freeze');
    at(13);
    await move(ids[0]!, 'resume', 'hold_ended');
    await move(ids[2]!, 'reopen', 'mistake', { reason: 'not meant' });
    const [first, second] = await times();
    expect(first).toMatchObject({ n: 7, open: 1 });
    expect(second).toMatchObject({ n: 4, open: 4 });
    at(14);
    await move(ids[0]!, 'advance', 'round_passed');
    const stays = await app.rows<{ days: string }>(
      `select extract(epoch from left_at - entered_at) / 86400 as days from round_stays where application_id = $1 and round_key = $2`,
      [ids[0], rounds[1]],
    );
    expect(stays.map((row) => Number(row.days))).toEqual([13]);
  });

  it('tell what became of those who came into a round', async () => {
    const [first, second] = await funnel();
    // ids[2] is back: it counts once, as waiting.
    expect(first).toMatchObject({ entered: 6, passed: 3, rejected: 0, withdrawn: 1, skipped: 1, waiting: 1, conversion: 0.75 });
    expect(second).toMatchObject({ entered: 4, passed: 1, rejected: 0, waiting: 3, conversion: 1 });
    for (const row of [first!, second!])
      expect(row['entered']).toBe(
        Number(row['passed']) + Number(row['rejected']) + Number(row['withdrawn']) + Number(row['skipped']) + Number(row['waiting']),
      );
  });

  it('count only what began in the time asked about, and one job where one is asked for', async () => {
    const until = new Date(start.getTime() + DAY / 2).toISOString();
    expect(await times(`&until=${until}`)).toEqual([expect.objectContaining({ roundKey: rounds[0], n: 6 })]);
    expect(await funnel(`&jobId=${randomUUID()}`)).toEqual([]);
    expect((await times(`&jobId=${panel.job.id}`)).length).toBeGreaterThan(1);
    await app.as(panel.recruiter).get('/reports/funnel?jobId=x').expect(422);
    await app.as(panel.recruiter).get('/reports/time-in-round?from=yesterday').expect(422);
  });

  it('hold only what the reader may know of', async () => {
    const stranger = await app.user('Stranger');
    expect(await times('', stranger)).toEqual([]);
    expect(await funnel('', stranger)).toEqual([]);
    const cousin = await app.user('Cousin');
    await app.rows(`insert into seats (id, user_id, kind, job_id, granted_at) values ($1, $2, 'recruiter', $3, $4)`, [
      randomUUID(),
      cousin.id,
      panel.job.id,
      app.clock.now(),
    ]);
    const [{ candidateId } = { candidateId: '' }] = await app.rows<{ candidateId: string }>(
      'select candidate_id as "candidateId" from applications where id = $1',
      [ids[5]],
    );
    await app.as(panel.recruiter).post(`/candidates/${candidateId}/relations`, { userId: cousin.id, source: 'relation' }).expect(204);
    expect((await funnel('', cousin))[0]).toMatchObject({ entered: 5, passed: 2 });
    expect((await times('', cousin))[0]).toMatchObject({ n: 6 });
  });

  it('name the applications whose candidate has heard nothing for longer than the plan allows, with what to do', async () => {
    const stalls = async (query = '') => (await app.as(panel.recruiter).get(`/reports/stalls?${query}`).expect(200)).body;
    expect((await stalls()).items).toEqual([]);
    at(40);
    const { items } = await stalls();
    const open = await app.rows<{ id: string }>(`select id from applications where status in ('active', 'on_hold', 'offered')`);
    expect(items.map((item: { applicationId: string }) => item.applicationId).sort()).toEqual(open.map((row) => row.id).sort());
    expect(items[0]).toMatchObject({ jobId: panel.job.id, nextAction: { code: 'write_to_candidate', who: 'recruiter', target: 'application' } });
    for (const item of items) {
      expect(new Date(item.dueAt).getTime()).toBeLessThan(app.clock.now().getTime());
      expect(item.silentDays).toBe(Math.floor((app.clock.now().getTime() - new Date(item.silentSince).getTime()) / DAY));
    }
    const paged: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await stalls(`limit=2${cursor && `&cursor=${cursor}`}`);
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(items);
    const stranger = await app.user('Stranger too');
    expect((await app.as(stranger).get('/reports/stalls').expect(200)).body.items).toEqual([]);
  });
});
