import { randomUUID } from 'node:crypto';
import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Line {
  applicationId: string;
  candidateName: string;
  column: string;
  waitsFor: string | null;
  holder: { role: string; people: { userId: string; name: string }[] } | null;
  clock: { key: string; dueAt: string; state: string; holder: { userId: string } | null } | null;
  nextAction: { code: string; target: string; targetId: string; people: unknown[] } | null;
  abilities: Record<string, boolean>;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('a line of the board', () => {
  let app: TestApp;
  let panel: Panel;
  let id: string;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { interviewers: 2 });
    id = panel.application.id;
  });
  afterAll(() => app.stop());

  const lines = async (query = '', user = panel.recruiter): Promise<Line[]> =>
    (await app.as(user).get(`/board?jobId=${panel.job.id}${query}`).expect(200)).body.items;
  const line = async (): Promise<Line> => {
    const [found] = await lines();
    if (!found) throw new Error('no line');
    return found;
  };
  const move = (way: string, reasonCode: string, more: object = {}) =>
    app
      .as(panel.recruiter)
      .post(`/applications/${id}/${way}`, { reasonCode, ...more })
      .expect(200);

  it('follows its application: what it waits for, who has to act, what to do next', async () => {
    const [first, second] = panel.interviewers;
    // Both sit in the interview of the first round.
    const interviewIds = [...new Set(panel.interviews.map((interview) => interview.id))];
    expect(await line()).toMatchObject({ column: 'round:recruiter_screen', waitsFor: 'interview', nextAction: { code: 'hold_interview' } });
    app.clock.advance(4 * HOUR);
    for (const interviewId of interviewIds) await app.as(panel.recruiter).post(`/interviews/${interviewId}/held`).expect(200);
    const held = await line();
    expect(held).toMatchObject({ waitsFor: 'card', nextAction: { code: 'collect_cards', target: 'application', targetId: id } });
    expect(held.holder).toEqual({
      role: 'interviewer',
      people: [first, second].map((one) => ({ userId: one!.id, name: one!.name })),
    });
    for (const { scorecardId } of panel.interviews.slice(0, 1))
      await app.as(panel.hiringManager).post(`/scorecards/${scorecardId}/waive`, { reason: 'ill' }).expect(204);
    expect((await line()).holder?.people.map((one) => one.name)).toEqual([second!.name]);
    await move('hold', 'hiring_freeze');
    expect(await line()).toMatchObject({ column: 'held', waitsFor: 'hold', holder: { role: 'recruiter' }, abilities: { resume: true, hold: false } });
    await move('resume', 'hold_ended');
    expect(await line()).toMatchObject({ column: 'round:recruiter_screen', waitsFor: 'card' });
  });

  it('sinks and rises with its earliest clock, which says how it stands and who holds it', async () => {
    const [before] = await lines('&urgency=late');
    expect(before).toBeUndefined();
    app.clock.advance(9 * DAY);
    const late = await line();
    expect(late.clock).toMatchObject({ key: 'scorecard_due', state: 'late' });
    expect(late.clock?.holder?.userId).toBe(panel.interviewers[1]!.id);
    expect(await lines('&urgency=late')).toHaveLength(1);
    expect(await lines('&urgency=at_risk')).toEqual([]);
    const counts = (await app.as(panel.recruiter).get(`/board/counts?jobId=${panel.job.id}`).expect(200)).body;
    expect(counts).toMatchObject({ total: 1, late: 1, atRisk: 0, columns: [{ column: 'round:recruiter_screen', count: 1, late: 1 }] });
  });

  it('is what the stored rows say, however it came to be: computing it anew changes nothing', async () => {
    const stored = await app.rows('select * from board_lines order by application_id');
    await app.rows('select refresh_board_line(id) from applications');
    expect(await app.rows('select * from board_lines order by application_id')).toEqual(stored);
    await app.rows(`update board_lines set lane = 'round:wrong', waits_for = null, due_at = null`);
    await app.rows('select refresh_board_line(id) from applications');
    expect(await app.rows('select * from board_lines order by application_id')).toEqual(stored);
  });

  it('stays when the application is rejected or withdrawn, with its history and timeline', async () => {
    await move('reject', 'position_filled');
    expect(await lines()).toEqual([]);
    const [gone] = await lines('&ended=true');
    expect(gone).toMatchObject({ applicationId: id, column: 'rejected', waitsFor: null, holder: null, clock: null, nextAction: null });
    expect(gone?.abilities).toEqual({ advance: false, hold: false, resume: false, reject: false, nudge: false, assignSeats: true });
    expect(await lines('&ended=true&column=rejected&sort=stage')).toHaveLength(1);
    expect(await lines('&ended=true&column=withdrawn')).toEqual([]);
    const timeline = (await app.as(panel.recruiter).get(`/applications/${id}/timeline`).expect(200)).body;
    expect(JSON.stringify(timeline)).toContain('recruiter_screen');
    const events = (await app.as(panel.recruiter).get(`/audit/events?applicationId=${id}&limit=100`).expect(200)).body.items as { type: string }[];
    expect(events.map((event) => event.type)).toEqual(expect.arrayContaining(['application.started', 'interview.held', 'application.moved']));
    const stays = await app.rows(`select round_key, outcome from round_stays where application_id = $1 order by id`, [id]);
    expect(stays.at(-1)).toEqual({ round_key: 'recruiter_screen', outcome: 'rejected' });
    await move('reopen', 'mistake', { reason: 'the wrong one' });
    expect(await line()).toMatchObject({ column: 'round:recruiter_screen' });
    await move('withdraw', 'timing');
    expect((await lines('&ended=true'))[0]).toMatchObject({ column: 'withdrawn' });
  });
});

describe('the board', () => {
  let app: TestApp;
  let first: Panel;
  let second: Panel;
  let other: Panel;
  let admin: TestUser;
  let cousin: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    first = await buildPanel(app, { interviewers: 1, candidateName: 'Ada One' });
    second = await buildPanel(app, { interviewers: 2, candidateName: 'Berta Two', on: first, people: [first.interviewers[0]!] });
    other = await buildPanel(app, { interviewers: 1, candidateName: 'Carl Other', held: true });
    admin = await app.user('Admin', 'admin');
    cousin = await app.user('Cousin');
    await app.rows(`insert into seats (id, user_id, kind, job_id, granted_at) values ($1, $2, 'recruiter', $3, $4)`, [
      randomUUID(),
      cousin.id,
      first.job.id,
      app.clock.now(),
    ]);
    await app.as(first.recruiter).post(`/candidates/${first.candidate.id}/relations`, { userId: cousin.id, source: 'relation' }).expect(204);
  });
  afterAll(() => app.stop());

  const names = async (user: TestUser, query = ''): Promise<string[]> =>
    ((await app.as(user).get(`/board?${query}`).expect(200)).body.items as Line[]).map((line) => line.candidateName);
  const total = async (user: TestUser, query = ''): Promise<number> => (await app.as(user).get(`/board/counts?${query}`).expect(200)).body.total;

  it('holds what the rule of visibility says, for everybody, and counts the same', async () => {
    const everybody = [first.recruiter, first.hiringManager, other.recruiter, admin, cousin, first.interviewers[0]!, await app.user('Stranger')];
    const seen: number[] = [];
    for (const user of everybody) {
      const ruled = await app.rows<{ id: string }>(
        `select application_id as id from application_sight($1, $2) where sight <> 'absent' order by application_id`,
        [user.id, app.clock.now()],
      );
      for (const sort of ['due', 'stage', 'name']) {
        const items = (await app.as(user).get(`/board?sort=${sort}`).expect(200)).body.items as Line[];
        expect(items.map((line) => line.applicationId).sort()).toEqual(ruled.map((row) => row.id));
      }
      expect(await total(user)).toBe(ruled.length);
      seen.push(ruled.length);
    }
    expect(new Set(seen)).toEqual(new Set([0, 1, 2, 3]));
    expect(await names(cousin, 'sort=name')).toEqual(['Berta Two']);
    expect(await names(cousin, 'search=ada')).toEqual([]);
  });

  it('is narrowed by job, recruiter, holder, column, what is waited for, and name', async () => {
    expect(await names(admin, `jobId=${first.job.id}&sort=name`)).toEqual(['Ada One', 'Berta Two']);
    expect(await names(admin, `recruiterId=${other.recruiter.id}`)).toEqual(['Carl Other']);
    expect(await names(admin, `holderId=${first.interviewers[0]!.id}&sort=name`)).toEqual(['Ada One', 'Berta Two']);
    expect(await names(admin, `holderId=${second.interviewers[1]!.id}`)).toEqual(['Berta Two']);
    expect(await names(admin, `holderId=${first.hiringManager.id}`)).toEqual([]);
    expect(await names(admin, 'waitingFor=card')).toEqual(['Carl Other']);
    expect(await names(admin, 'waitingFor=interview&sort=name')).toEqual(['Ada One', 'Berta Two']);
    expect(await names(admin, 'column=round:recruiter_screen&search=TWO')).toEqual(['Berta Two']);
    expect(await names(admin, 'column=debrief')).toEqual([]);
    expect(await total(admin, `jobId=${first.job.id}`)).toBe(2);
    expect(await total(admin, `holderId=${other.interviewers[0]!.id}`)).toBe(1);
    for (const query of ['column=nowhere', 'waitingFor=luck', 'urgency=soon', 'sort=last_activity', 'holderId=x', 'cursor=W10'])
      await app.as(admin).get(`/board?${query}`).expect(422);
  });

  it('falls to the recruiter where nobody coordinates, and to the coordinator once somebody does', async () => {
    const made = await app.as(other.recruiter).post('/candidates', { name: 'Dora New' }).expect(201);
    await app.as(other.recruiter).post('/applications', { candidateId: made.body.id, jobId: other.job.id }).expect(201);
    const [fresh] = (await app.as(other.recruiter).get('/board?waitingFor=schedule').expect(200)).body.items as Line[];
    expect(fresh).toMatchObject({
      holder: { role: 'recruiter', people: [{ userId: other.recruiter.id }] },
      nextAction: { code: 'schedule_interview' },
    });
    expect(await names(admin, `waitingFor=schedule&holderId=${other.recruiter.id}`)).toEqual(['Dora New']);
    const cora = await app.user('Cora');
    await app.as(other.recruiter).post(`/jobs/${other.job.id}/seats`, { userId: cora.id, kind: 'coordinator' }).expect(201);
    const [now] = (await app.as(other.recruiter).get('/board?waitingFor=schedule').expect(200)).body.items as Line[];
    expect(now).toMatchObject({ holder: { role: 'coordinator', people: [{ userId: cora.id }] } });
    expect(await names(admin, `waitingFor=schedule&holderId=${other.recruiter.id}`)).toEqual([]);
    expect(await names(admin, `waitingFor=schedule&holderId=${cora.id}`)).toEqual(['Dora New']);
  });

  it.each(['due', 'stage', 'name'])('is cut into pages by %s without losing or doubling a line', async (sort) => {
    const whole = (await app.as(admin).get(`/board?sort=${sort}`).expect(200)).body.items as Line[];
    expect(whole).toHaveLength(4);
    const paged: Line[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: Line[]; nextCursor: string | null } = (
        await app
          .as(admin)
          .get(`/board?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`)
          .expect(200)
      ).body;
      paged.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole);
  });

  it('puts late ones first, and first among them the latest', async () => {
    app.clock.advance(8 * DAY);
    const items = (await app.as(admin).get('/board').expect(200)).body.items as Line[];
    const due = items.map((line) => line.clock?.dueAt ?? '9');
    expect(due).toEqual([...due].sort());
    expect(items[0]?.clock?.state).toBe('late');
    expect(items.at(-1)?.clock?.state).not.toBe('late');
    const counts = (await app.as(admin).get('/board/counts').expect(200)).body;
    expect(counts.late).toBe(items.filter((line) => line.clock?.state === 'late').length);
    expect(await total(admin, 'urgency=late')).toBe(counts.late);
    expect(await total(admin, 'urgency=at_risk')).toBe(counts.atRisk);
  });

  it('moves with what may be known of a card, not with when it came', async () => {
    const order = async () =>
      ((await app.as(second.interviewers[1]!).get('/board').expect(200)).body.items as Line[]).map((line) => line.applicationId);
    const before = await order();
    await app.rows(`update applications set last_activity_at = $1, panel_outcome = 'hire' where id = $2`, [
      new Date(app.clock.now().getTime() + DAY),
      second.application.id,
    ]);
    expect(await order()).toEqual(before);
  });
});
