import { TestApp, type TestUser } from '../support/test-app.js';

const KEYS = ['ai-pm-committee', 'ai-pm-loop', 'physical-ai-data-engineer', 'tencent-ai-pm', 'xpeng-ai-pm'];

describe('template packs and interview plans', () => {
  let app: TestApp;
  let pia: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    pia = await app.user('Pia');
  });
  afterAll(() => app.stop());

  it('are all there, each whole', async () => {
    const list = await app.as(pia).get('/templates').expect(200);
    expect(list.body.items.map((item: { key: string }) => item.key)).toEqual(KEYS);
    for (const key of KEYS) {
      const pack = await app.as(pia).get(`/templates/${key}`).expect(200);
      expect(Object.keys(pack.body).sort()).toEqual(['job', 'key', 'kits', 'name', 'offer', 'origins', 'plan', 'rubric', 'summary', 'variants']);
    }
  });

  it.each(['nothing', '__proto__', '..%2f..%2fpackage.json', 'ai-pm-loop%00'])('do not have the key %s', async (key) => {
    const answer = await app.as(pia).get(`/templates/${key}`);
    expect([404, 422]).toContain(answer.status);
    await app.as(null).get(`/templates/${key}`).expect(401);
  });

  it('name everything wrong with a plan at once, and keep nothing of it', async () => {
    const pack = await app.as(pia).get('/templates/ai-pm-loop').expect(200);
    const body = { name: 'Being written', content: pack.body.plan, kits: pack.body.kits };
    const right = await app.as(pia).post('/interview-plans/check', body).expect(200);
    expect(right.body).toEqual({ faults: [] });
    const [first, ...others] = pack.body.plan.rounds;
    const wrong = {
      ...body,
      content: { ...pack.body.plan, rounds: [{ ...first, name: ' ', minutes: 0 }, ...others] },
      kits: [{ ...pack.body.kits[0], prompts: [{ ask: '', listenFor: 'x' }] }],
    };
    const checked = await app.as(pia).post('/interview-plans/check', wrong).expect(200);
    expect(checked.body.faults.map((fault: { pointer: string }) => fault.pointer)).toEqual([
      '/content/rounds/0/name',
      '/content/rounds/0/minutes',
      '/kits/0/prompts/0/ask',
    ]);
    const plans = await app.as(pia).get('/interview-plans').expect(200);
    expect(plans.body.items.map((plan: { name: string }) => plan.name)).not.toContain('Being written');
  });

  it('give plans that are made, changed by version and archived', async () => {
    const pack = await app.as(pia).get('/templates/ai-pm-loop').expect(200);
    const body = { name: 'Our loop', content: pack.body.plan, kits: pack.body.kits };
    const made = await app.as(pia).post('/interview-plans', body).expect(201);
    expect(made.body).toMatchObject({ name: 'Our loop', version: 1, abilities: { edit: true, archive: true, restore: false } });
    expect(made.body.content).toEqual(pack.body.plan);
    await app.as(pia).put(`/interview-plans/${made.body.id}`, body).expect(428);
    const changed = await app
      .as(pia)
      .put(`/interview-plans/${made.body.id}`, { ...body, name: 'Our  loop ✓' }, 1)
      .expect(200);
    expect(changed.body).toMatchObject({ name: 'Our  loop ✓', version: 2 });
    expect((await app.as(pia).put(`/interview-plans/${made.body.id}`, body, 1).expect(409)).body).toMatchObject({
      code: 'version_conflict',
      currentVersion: 2,
      current: { name: 'Our  loop ✓' },
    });
    await app.as(pia).post(`/interview-plans/${made.body.id}/archive`).expect(204);
    expect((await app.as(pia).put(`/interview-plans/${made.body.id}`, body, 3).expect(409)).body.code).toBe('wrong_state');
    expect((await app.as(pia).get('/interview-plans?search=our').expect(200)).body.items).toEqual([]);
    expect((await app.as(pia).get('/interview-plans?search=OUR&archived=true').expect(200)).body.items).toHaveLength(1);
    await app.as(pia).post(`/interview-plans/${made.body.id}/restore`).expect(204);
    const auditor = await app.user('Audra', 'auditor');
    await app.as(auditor).get(`/interview-plans/${made.body.id}`).expect(200);
    await app.as(auditor).post('/interview-plans', body).expect(403);
    const events = await app.rows<{ type: string }>('select type from events where subject_id = $1 order by id', [made.body.id]);
    expect(events.map((event) => event.type)).toEqual([
      'interview_plan.created',
      'interview_plan.changed',
      'interview_plan.archived',
      'interview_plan.archived',
    ]);
  });

  it('name every fault of a plan at once', async () => {
    const round = { key: 'a', name: 'A', minutes: 30, focus: 'x', targetDay: 40, panel: [{ title: 'x', count: 1 }] };
    const answer = await app
      .as(pia)
      .post('/interview-plans', { name: 'Bad', content: { rounds: [round, { ...round, targetDay: 3 }], deadlines: {} }, kits: [] })
      .expect(422);
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/content/rounds/1/key',
      '/content/rounds/0/targetDay',
      '/content/rounds/1/targetDay',
    ]);
    const kits = [{ round: 'b', purpose: 'x', prompts: [], notSignals: [] }];
    const stray = await app
      .as(pia)
      .post('/interview-plans', { name: 'Bad', content: { rounds: [{ ...round, targetDay: 1 }], deadlines: {} }, kits })
      .expect(422);
    expect(stray.body.errors[0].pointer).toBe('/kits/0/round');
    const wrong = await app
      .as(pia)
      .post('/interview-plans', { name: 'Bad', content: { rounds: 'many' } })
      .expect(422);
    expect(wrong.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/content/rounds', '/content/deadlines']);
  });
});
