import { randomUUID } from 'node:crypto';
import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { buildPanel, type Panel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

interface Item {
  applicationId: string;
  candidateName: string | null;
  state: string;
  before: { status: string; roundKey: string | null } | null;
  after: { status: string; roundKey: string | null; userId: string | null } | null;
  refusal: { code: string; detail: string } | null;
}

const DAY = 86_400_000;

describe('many applications at once', () => {
  let app: TestApp;
  let panel: Panel;
  let hidden: Panel;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { interviewers: 0 });
    hidden = await buildPanel(app, { interviewers: 1 });
  });
  afterAll(() => app.stop());

  async function start(name: string, on = panel): Promise<string> {
    const made = await app.as(on.recruiter).post('/candidates', { name }).expect(201);
    return (await app.as(on.recruiter).post('/applications', { candidateId: made.body.id, jobId: on.job.id }).expect(201)).body.id;
  }
  const starts = async (count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) ids.push(await start(`Candidate ${at}`));
    return ids;
  };
  const preview = async (body: object, user = panel.recruiter) => (await app.as(user).post('/board/bulk/preview', body).expect(200)).body;
  const run = (body: object, token: string, user = panel.recruiter) => app.as(user).post('/board/bulk', { ...body, token });
  const status = async (id: string): Promise<string> => (await app.as(panel.recruiter).get(`/applications/${id}`).expect(200)).body.status;
  const events = async () => Number((await app.rows<{ count: string }>('select count(*) from events'))[0]?.count);

  it('shows what would change and why not, in the words of the single refusal, and changes nothing', async () => {
    const [one, two] = await starts(2);
    await app.as(panel.recruiter).post(`/applications/${two}/hold`, { reasonCode: 'hiring_freeze' }).expect(200);
    const nowhere = randomUUID();
    const body = { action: 'hold', applicationIds: [two, hidden.application.id, one, nowhere], reasonCode: 'hiring_freeze' };
    const before = await events();
    const rows = await app.rows('select * from applications order by id');
    const shown = await preview(body);
    expect(await events()).toBe(before);
    expect(await app.rows('select * from applications order by id')).toEqual(rows);
    const single = await app.as(panel.recruiter).post(`/applications/${two}/hold`, { reasonCode: 'hiring_freeze' }).expect(409);
    const absent = await app.as(panel.recruiter).post(`/applications/${nowhere}/hold`, { reasonCode: 'hiring_freeze' }).expect(404);
    const items = shown.items as Item[];
    expect(items.map((item) => item.applicationId)).toEqual(body.applicationIds);
    expect(items[0]).toMatchObject({ state: 'refused', refusal: { code: single.body.code, detail: single.body.detail } });
    expect(items[2]).toMatchObject({ state: 'pending', before: { status: 'active' }, after: { status: 'on_hold' }, refusal: null });
    // What is hidden looks like what is not there.
    expect(items[3]).toMatchObject({ state: 'refused', candidateName: null, refusal: { code: 'not_found', detail: absent.body.detail } });
    expect({ ...items[1], applicationId: nowhere }).toEqual(items[3]);
    expect(shown).toMatchObject({ state: 'previewed', total: 4, pending: 1, refused: 3, changed: 0 });
  });

  it('does what was shown, once, each on its own', async () => {
    const [one, two, three] = await starts(3);
    const body = { action: 'hold', applicationIds: [one, two, three], reasonCode: 'hiring_freeze' };
    const { token } = await preview(body);
    // Somebody else was faster with one of them.
    await app.as(panel.hiringManager).post(`/applications/${two}/reject`, { reasonCode: 'below_bar' }).expect(200);
    await run({ ...body, reasonCode: 'candidate_asked' }, token).expect(409);
    await run(body, token, panel.hiringManager).expect(404);
    await run(body, randomUUID()).expect(404);
    const done = (await run(body, token).expect(200)).body;
    expect(done).toMatchObject({ state: 'done', token: null, changed: 2, refused: 1, pending: 0, abilities: { undo: true } });
    expect((done.items as Item[])[1]).toMatchObject({ state: 'refused', refusal: { code: 'version_conflict' } });
    const before = await events();
    expect((await run(body, token).expect(200)).body).toEqual(done);
    expect(await events()).toBe(before);
    expect(await Promise.all([one!, two!, three!].map(status))).toEqual(['on_hold', 'rejected', 'on_hold']);
    expect((await app.as(panel.recruiter).get(`/board/bulk/${token}`).expect(200)).body).toEqual(done);
    await app.as(panel.hiringManager).get(`/board/bulk/${token}`).expect(404);
  });

  it('answers a repeated Idempotency-Key with the first answer', async () => {
    const ids = await starts(1);
    const body = { action: 'reject', applicationIds: ids, reasonCode: 'position_filled' };
    const { token } = await preview(body);
    const first = await run(body, token).set('idempotency-key', 'bulk-once').expect(200);
    const again = await run(body, token).set('idempotency-key', 'bulk-once').expect(200);
    expect(again.body).toEqual(first.body);
    expect(await status(ids[0]!)).toBe('rejected');
  });

  it('runs a preview only for half an hour', async () => {
    const body = { action: 'hold', applicationIds: await starts(1), reasonCode: 'hiring_freeze' };
    const { token, expiresAt } = await preview(body);
    app.clock.set(new Date(new Date(expiresAt).getTime() + 1));
    expect((await run(body, token).expect(410)).body.code).toBe('expired');
  });

  it('takes a hold back where nothing changed since, once, and a resumption too', async () => {
    const [one, two] = await starts(2);
    const body = { action: 'hold', applicationIds: [one, two], reasonCode: 'hiring_freeze' };
    const { token } = await preview(body);
    await app.as(panel.recruiter).post(`/board/bulk/${token}/undo`).expect(409);
    await run(body, token).expect(200);
    await app.as(panel.recruiter).post(`/applications/${two}/resume`, { reasonCode: 'hold_ended' }).expect(200);
    await app.as(panel.recruiter).post(`/applications/${two}/hold`, { reasonCode: 'candidate_asked' }).expect(200);
    const undone = (await app.as(panel.recruiter).post(`/board/bulk/${token}/undo`).expect(200)).body;
    expect(undone).toMatchObject({ action: 'resume', undoOf: token, changed: 1, refused: 1, state: 'done' });
    expect(await Promise.all([one!, two!].map(status))).toEqual(['active', 'on_hold']);
    expect((await app.as(panel.recruiter).post(`/board/bulk/${token}/undo`).expect(409)).body.code).toBe('already_exists');
    expect((await app.as(panel.recruiter).get(`/board/bulk/${token}`).expect(200)).body.abilities.undo).toBe(false);
    const back = (await app.as(panel.recruiter).post(`/board/bulk/${undone.id}/undo`).expect(200)).body;
    expect(back).toMatchObject({ action: 'hold', changed: 1 });
    expect(await status(one!)).toBe('on_hold');
    const rejected = { action: 'reject', applicationIds: [one], reasonCode: 'job_closed' };
    const { token: final } = await preview(rejected);
    await run(rejected, final).expect(200);
    await app.as(panel.recruiter).post(`/board/bulk/${final}/undo`).expect(409);
  });

  it('advances only from the round that is meant', async () => {
    const [one, two] = await starts(2);
    await app.as(panel.recruiter).post(`/applications/${two}/advance`, { reasonCode: 'round_passed' }).expect(200);
    const round = (await app.as(panel.recruiter).get(`/applications/${one}`).expect(200)).body.currentRoundKey;
    const shown = await preview({ action: 'advance', applicationIds: [one, two], reasonCode: 'round_passed', round });
    expect((shown.items as Item[]).map((item) => item.refusal?.code ?? item.after?.roundKey)).toEqual([
      expect.stringMatching(/^[a-z_]+$/),
      'wrong_state',
    ]);
  });

  it('gives a seat once for a job, however many of its applications are named', async () => {
    const ids = await starts(3);
    const cora = await app.user('Cora');
    const body = { action: 'assign_seat', applicationIds: ids, seat: 'coordinator', userId: cora.id };
    const shown = await preview(body);
    expect(shown).toMatchObject({ pending: 3, refused: 0 });
    expect((shown.items as { after: unknown }[])[0]?.after).toMatchObject({ userId: cora.id, userName: 'Cora' });
    expect(await run(body, shown.token).expect(200)).toMatchObject({ body: { changed: 3 } });
    expect(await app.rows(`select 1 from seats where user_id = $1 and ended_at is null`, [cora.id])).toHaveLength(1);
    const again = await preview(body);
    expect((again.items as Item[])[0]?.refusal).toEqual({ code: 'already_exists', detail: 'This person holds this seat already.' });
    const nobody = await preview({ ...body, userId: randomUUID() });
    expect(nobody).toMatchObject({ refused: 3 });
  });

  it('goes on in the background where there are many, and is told how far it is', async () => {
    const ids = await starts(25);
    const body = { action: 'hold', applicationIds: ids, reasonCode: 'hiring_freeze' };
    const { token } = await preview(body);
    expect((await run(body, token).expect(200)).body).toMatchObject({ state: 'running', pending: 25, changed: 0 });
    await app.app.get(BackgroundWorker).runDue();
    const done = (await app.as(panel.recruiter).get(`/board/bulk/${token}`).expect(200)).body;
    expect(done).toMatchObject({ state: 'done', pending: 0, changed: 25 });
    const before = await events();
    app.clock.advance(120_000);
    await app.app.get(BackgroundWorker).runDue();
    const moved = await app.rows(`select 1 from events where type = 'application.moved' and application_id = any ($1)`, [ids]);
    expect(moved).toHaveLength(25);
    expect(await events()).toBeGreaterThanOrEqual(before);
  });

  it('goes on where a process died, and does nothing for somebody who has left', async () => {
    const ids = await starts(2);
    const body = { action: 'hold', applicationIds: ids, reasonCode: 'hiring_freeze' };
    const { token } = await preview(body);
    // As a process leaves it that died after beginning: one done, one not.
    await run(body, token).expect(200);
    await app.rows(`update bulk_runs set state = 'running' where id = $1`, [token]);
    await app.rows(`update bulk_items set state = 'pending', version = version - 5 where run_id = $1 and position = 1`, [token]);
    app.clock.advance(120_000);
    await app.app.get(BackgroundWorker).runDue();
    expect((await app.as(panel.recruiter).get(`/board/bulk/${token}`).expect(200)).body).toMatchObject({ state: 'done', changed: 1, refused: 1 });
    const leaver = await app.user('Leaver');
    await app.rows(`insert into seats (id, user_id, kind, job_id, granted_at) values ($1, $2, 'recruiter', $3, $4)`, [
      randomUUID(),
      leaver.id,
      panel.job.id,
      app.clock.now(),
    ]);
    const many = { ...body, applicationIds: await starts(21) };
    const shown = await preview(many, leaver);
    await run(many, shown.token, leaver).expect(200);
    await app.rows(`update users set status = 'deactivated', deactivated_at = $2 where id = $1`, [leaver.id, app.clock.now()]);
    await app.app.get(BackgroundWorker).runDue();
    expect(await app.rows(`select distinct refusal->>'code' as code from bulk_items where run_id = $1`, [shown.token])).toEqual([
      { code: 'forbidden' },
    ]);
  });

  it('is refused by name where it asks for what its action does not have', async () => {
    const [id] = await starts(1);
    const post = (body: object) => app.as(panel.recruiter).post('/board/bulk/preview', { action: 'hold', applicationIds: [id], ...body });
    for (const [body, pointer] of [
      [{}, '/reasonCode'],
      [{ reasonCode: 'round_passed' }, '/reasonCode'],
      [{ reasonCode: 'other' }, '/reason'],
      [{ reasonCode: 'hiring_freeze', seat: 'recruiter' }, '/seat'],
      [{ action: 'nudge', reason: 'x' }, '/reason'],
      [{ action: 'assign_seat', seat: 'recruiter' }, '/userId'],
      [{ action: 'offer' }, '/action'],
      [{ applicationIds: [] }, '/applicationIds'],
      [{ applicationIds: [id, id?.toUpperCase()] }, '/applicationIds'],
    ] as const)
      expect((await post(body).expect(422)).body.errors[0].pointer).toBe(pointer);
  });
});

describe('a nudge', () => {
  let app: TestApp;
  let panel: Panel;
  let second: Panel;
  let holder: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    panel = await buildPanel(app, { interviewers: 1, held: true, candidateName: 'Ada One' });
    holder = panel.interviewers[0]!;
    second = await buildPanel(app, { interviewers: 1, held: true, candidateName: 'Berta Two', on: panel, people: [holder] });
  });
  afterAll(() => app.stop());

  const nudge = (id: string, user = panel.recruiter) => app.as(user).post(`/applications/${id}/nudge`);
  const told = async () => {
    await app.app.get(BackgroundWorker).runDue();
    return (await app.as(holder).get('/me/notifications').expect(200)).body.items.filter((item: { kind: string }) => item.kind === 'duty.nudged');
  };

  it('tells whoever holds the earliest clock, on the record', async () => {
    const answer = (await nudge(panel.application.id).expect(200)).body;
    expect(answer).toMatchObject({ clock: 'scorecard_due', holder: { userId: holder.id } });
    expect(new Date(answer.nextPossibleAt).getTime() - new Date(answer.at).getTime()).toBe(DAY);
    const [notice] = await told();
    expect(notice.subject).toBe('Rita Recruiter asks you to go on: Ada One');
    expect(notice.path).toBe(`/scorecards/${panel.interviews[0]!.scorecardId}`);
    expect(await app.rows(`select type from events where type = 'application.nudged' and application_id = $1`, [panel.application.id])).toHaveLength(
      1,
    );
  });

  it('is given to a person once a day, whatever for, and the refusal says when the next is possible', async () => {
    const first = (await nudge(second.application.id).expect(409)).body;
    expect(first.code).toBe('wrong_state');
    expect(new Date(first.nextPossibleAt).getTime()).toBe(app.clock.now().getTime() + DAY);
    const bulk = { action: 'nudge', applicationIds: [panel.application.id, second.application.id] };
    const shown = (await app.as(panel.recruiter).post('/board/bulk/preview', bulk).expect(200)).body;
    expect(shown.items[1].refusal.detail).toBe(first.detail);
    app.clock.advance(DAY - 1);
    await nudge(second.application.id).expect(409);
    app.clock.advance(1);
    const later = (await app.as(panel.recruiter).post('/board/bulk/preview', bulk).expect(200)).body;
    expect(later).toMatchObject({ pending: 1, refused: 1 });
    const done = (
      await app
        .as(panel.recruiter)
        .post('/board/bulk', { ...bulk, token: later.token })
        .expect(200)
    ).body;
    expect(done).toMatchObject({ changed: 1, refused: 1 });
    expect(await told()).toHaveLength(2);
    expect(await app.rows('select 1 from nudges')).toHaveLength(2);
  });

  it('comes from whoever runs or coordinates the job, never to oneself, and not where nobody is waited for', async () => {
    await nudge(panel.application.id, holder).expect(403);
    await nudge(panel.application.id, await app.user('Stranger')).expect(404);
    app.clock.advance(2 * DAY);
    for (const { interviews } of [panel, second])
      for (const { scorecardId } of interviews)
        await app.as(panel.hiringManager).post(`/scorecards/${scorecardId}/waive`, { reason: 'gone' }).expect(204);
    // The debrief is ready: the hiring manager holds the clock of the decision.
    const own = (await nudge(panel.application.id, panel.hiringManager).expect(409)).body;
    expect(own.detail).toContain('yourself');
    expect((await nudge(panel.application.id).expect(200)).body).toMatchObject({ clock: 'decision_due', holder: { userId: panel.hiringManager.id } });
    await app.as(panel.recruiter).post(`/applications/${second.application.id}/reject`, { reasonCode: 'below_bar' }).expect(200);
    expect((await nudge(second.application.id, panel.hiringManager).expect(409)).body.detail).toContain('No clock runs');
  });

  it('is not counted where the application is hidden from who asks', async () => {
    const cousin = await app.user('Cousin');
    await app.rows(`insert into seats (id, user_id, kind, job_id, granted_at) values ($1, $2, 'recruiter', $3, $4)`, [
      randomUUID(),
      cousin.id,
      panel.job.id,
      app.clock.now(),
    ]);
    app.clock.advance(2 * DAY);
    const third = await buildPanel(app, { interviewers: 1, held: true, candidateName: 'Carla Three', on: panel, people: [holder] });
    const fourth = await buildPanel(app, { interviewers: 1, held: true, candidateName: 'Dora Four', on: panel, people: [holder] });
    await app.as(panel.recruiter).post(`/candidates/${third.candidate.id}/relations`, { userId: cousin.id, source: 'relation' }).expect(204);
    await nudge(third.application.id).expect(200);
    await nudge(fourth.application.id).expect(409);
    await nudge(fourth.application.id, cousin).expect(200);
  });
});
