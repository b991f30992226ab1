import { TestApp, type TestUser } from '../support/test-app.js';

const KEYS = ['ai-pm-loop', 'ai-pm-committee', 'physical-ai-data-engineer', 'xpeng-ai-pm', 'tencent-ai-pm'];

describe('jobs', () => {
  let app: TestApp;
  let rita: TestUser;
  let hugo: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    rita = await app.user('Rita');
    hugo = await app.user('Hugo');
  });
  afterAll(() => app.stop());

  const fromPack = async (more: Record<string, unknown> = {}) =>
    (
      await app
        .as(rita)
        .post('/jobs', { template: 'ai-pm-loop', ...more })
        .expect(201)
    ).body;

  it.each(KEYS)('start whole from the pack %s in one call', async (template) => {
    const made = await app.as(rita).post('/jobs', { template }).expect(201);
    const pack = (await app.as(rita).get(`/templates/${template}`).expect(200)).body;
    expect(made.body).toMatchObject({
      status: 'draft',
      templateKey: template,
      title: pack.job.title,
      requirements: pack.job.requirements,
      band: pack.job.band,
      offerShape: pack.offer,
      seats: [{ userId: rita.id, name: 'Rita', kind: 'recruiter' }],
      abilities: { open: true },
    });
    const rubric = await app.as(rita).get(`/rubrics/versions/${made.body.rubricVersionId}`).expect(200);
    expect(rubric.body).toMatchObject({ status: 'published', number: 1, content: pack.rubric });
    const plan = await app.as(rita).get(`/interview-plans/${made.body.planId}`).expect(200);
    expect(plan.body).toMatchObject({ content: pack.plan, kits: pack.kits, templateKey: template });
    await app.as(rita).post(`/jobs/${made.body.id}/open`, {}).expect(200);
    const types = await app.rows<{ type: string }>(`select type from events where subject_id in ($1, $2, $3) order by id`, [
      made.body.id,
      rubric.body.rubricId,
      plan.body.id,
    ]);
    expect(types.map((row) => row.type)).toEqual([
      'rubric.created',
      'rubric.published',
      'interview_plan.created',
      'job.created',
      'job.status_changed',
    ]);
  });

  it('make nothing when one part is refused', async () => {
    const count = async () =>
      (
        await app.rows(
          'select (select count(*) from rubrics) + (select count(*) from interview_plans) + (select count(*) from jobs) + (select count(*) from events) as n',
        )
      )[0];
    const before = await count();
    const refused = await app
      .as(rita)
      .post('/jobs', {
        template: 'ai-pm-loop',
        hiringManagerId: '00000000-0000-4000-8000-000000000000',
        coordinatorId: '00000000-0000-4000-8000-000000000000',
      })
      .expect(422);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(['/hiringManagerId', '/coordinatorId']);
    expect(await count()).toEqual(before);
  });

  it('seat whom the maker names', async () => {
    const job = await fromPack({ recruiterId: hugo.id, hiringManagerId: hugo.id });
    expect(job.seats).toEqual([
      { userId: hugo.id, name: 'Hugo', kind: 'hiring_manager' },
      { userId: hugo.id, name: 'Hugo', kind: 'recruiter' },
    ]);
    await app.as(rita).post(`/jobs/${job.id}/open`, {}).expect(403);
    await app.as(hugo).post(`/jobs/${job.id}/open`, {}).expect(200);
  });

  it('open, rest, close and are put away, each from where it can', async () => {
    const { id } = await fromPack();
    const to = (way: string, by: TestUser = rita) => app.as(by).post(`/jobs/${id}/${way}`, {});
    await to('hold').expect(409);
    expect((await to('open').expect(200)).body).toMatchObject({
      status: 'open',
      openedAt: expect.any(String),
      abilities: { open: false, hold: true, startApplication: true },
    });
    await to('archive').expect(409);
    await to('hold').expect(200);
    await to('open').expect(200);
    expect((await to('close').expect(200)).body).toMatchObject({ status: 'closed', closedAt: expect.any(String) });
    await to('open').expect(200);
    await to('close').expect(200);
    await to('close', hugo).expect(403);
    expect((await to('archive').expect(200)).body).toMatchObject({ status: 'archived', abilities: { edit: false, open: false } });
    expect((await app.as(rita).patch(`/jobs/${id}`, { title: 'x' }, 8).expect(409)).body.code).toBe('wrong_state');
  });

  it('cannot be open without a rubric and a plan that fit each other', async () => {
    const one = await fromPack();
    const other = (await app.as(rita).post('/jobs', { template: 'xpeng-ai-pm' }).expect(201)).body;
    const both = await app.as(rita).patch(`/jobs/${one.id}`, { planId: null, rubricVersionId: null }, 1).expect(200);
    expect((await app.as(rita).post(`/jobs/${one.id}/open`, {}).expect(422)).body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/rubricVersionId',
      '/planId',
    ]);
    await app.as(rita).patch(`/jobs/${one.id}`, { planId: other.planId, rubricVersionId: other.rubricVersionId }, both.body.version).expect(200);
    const open = await app.as(rita).post(`/jobs/${one.id}/open`, {}).expect(200);
    expect((await app.as(rita).patch(`/jobs/${one.id}`, { planId: null }, open.body.version).expect(422)).body.code).toBe('incomplete');
    const draft = await app.as(rita).post(`/rubrics/versions/${other.rubricVersionId}/drafts`).expect(201);
    expect(
      (await app.as(rita).patch(`/jobs/${one.id}`, { rubricVersionId: draft.body.id }, open.body.version).expect(422)).body.errors[0].pointer,
    ).toBe('/rubricVersionId');
    await app.as(rita).post(`/interview-plans/${other.planId}/archive`).expect(204);
    expect((await app.as(rita).post('/jobs', { title: 'x', planId: other.planId }).expect(422)).body.errors[0].pointer).toBe('/planId');
  });

  it('change by version, member by member', async () => {
    const { id } = await fromPack();
    const changed = await app
      .as(rita)
      .patch(`/jobs/${id}`, { title: 'Senior AI PM', timeZone: 'Asia/Shanghai', country: 'CN', debriefPolicy: { firstBallot: false, quorum: 3 } }, 1)
      .expect(200);
    expect(changed.body).toMatchObject({
      title: 'Senior AI PM',
      version: 2,
      debriefPolicy: { firstBallot: false, quorum: 3 },
      templateKey: 'ai-pm-loop',
    });
    expect((await app.as(rita).patch(`/jobs/${id}`, { title: 'x' }, 1).expect(409)).body).toMatchObject({
      code: 'version_conflict',
      currentVersion: 2,
    });
    const [event] = await app.rows<{ content: { payload: unknown } }>(
      `select c.content from events e join event_contents c on c.event_id = e.id where e.type = 'job.changed' and e.subject_id = $1`,
      [id],
    );
    expect(event?.content.payload).toEqual({
      before: { title: 'AI Product Manager', timeZone: 'UTC', country: 'US', debriefPolicy: {} },
      after: { title: 'Senior AI PM', timeZone: 'Asia/Shanghai', country: 'CN', debriefPolicy: { firstBallot: false, quorum: 3 } },
    });
  });

  it('show money to the seats it concerns, and drafts to those who work on them', async () => {
    const coordinator = await app.user('Cora');
    const job = await fromPack({ coordinatorId: coordinator.id, hiringManagerId: hugo.id });
    const stranger = await app.user('Stranger');
    await app.as(stranger).get(`/jobs/${job.id}`).expect(404);
    await app.as(stranger).patch(`/jobs/${job.id}`, { title: 'x' }, 1).expect(404);
    await app.as(rita).post(`/jobs/${job.id}/open`, {}).expect(200);
    expect((await app.as(stranger).get(`/jobs/${job.id}`).expect(200)).body).toMatchObject({
      band: null,
      offerShape: null,
      abilities: { edit: false, seeOffer: false },
    });
    await app.as(stranger).patch(`/jobs/${job.id}`, { title: 'x' }, 2).expect(403);
    expect((await app.as(coordinator).get(`/jobs/${job.id}`).expect(200)).body).toMatchObject({
      band: null,
      abilities: { startApplication: true, edit: false },
    });
    expect((await app.as(hugo).get(`/jobs/${job.id}`).expect(200)).body.band).toMatchObject({ currency: 'USD' });
    const auditor = await app.user('Audra', 'auditor');
    expect((await app.as(auditor).get(`/jobs/${job.id}`).expect(200)).body).toMatchObject({ band: { currency: 'USD' }, abilities: { edit: false } });
    await app.as(auditor).post('/jobs', { title: 'x' }).expect(403);
  });

  it('are listed by title or newest, filtered, searched and paged', async () => {
    const liam = await app.user('Liam');
    const titles = ['Zebra', 'apple', 'Apple', 'ångström'];
    for (const title of titles) {
      app.clock.advance(1000);
      await app.as(liam).post('/jobs', { title }).expect(201);
    }
    const list = async (query: string): Promise<string[]> => {
      const found: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: { body: { items: { title: string }[]; nextCursor: string | null } } = await app
          .as(liam)
          .get(`/jobs?${query}${cursor ? `&cursor=${cursor}` : ''}`)
          .expect(200);
        found.push(...page.body.items.map((item) => item.title));
        cursor = page.body.nextCursor;
      }
      return found;
    };
    expect(await list('mine=true&sort=newest&limit=3')).toEqual([...titles].reverse());
    expect([...(await list('mine=true&limit=1'))].sort()).toEqual([...titles].sort());
    expect((await list('mine=true&search=APP')).map((title) => title.toLowerCase())).toEqual(['apple', 'apple']);
    expect(await list('mine=true&status=open')).toEqual([]);
    expect(await list('status=draft&search=zeb')).toEqual(['Zebra']);
    const round = { key: 'talk', name: 'Talk', minutes: 60, focus: 'How they work', targetDay: 7, panel: [{ title: 'Engineer', count: 1 }] };
    const plan = await app
      .as(liam)
      .post('/interview-plans', { name: 'One talk', content: { rounds: [round], deadlines: {} } })
      .expect(201);
    await app.as(liam).post('/jobs', { title: 'Planned', planId: plan.body.id }).expect(201);
    expect(await list(`planId=${plan.body.id}`)).toEqual(['Planned']);
    await app.as(liam).get('/jobs?planId=none').expect(422);
  });

  it.each([
    [{}, '/title'],
    [{ title: '' }, '/title'],
    [{ title: null }, '/title'],
    [{ template: 'none' }, '/template'],
    [{ title: 'x', country: 'XX' }, '/country'],
    [{ title: 'x', visibilityPolicy: 'open' }, '/visibilityPolicy'],
    [{ title: 'x', debriefPolicy: { ballots: 3 } }, '/debriefPolicy/ballots'],
    [{ title: 'x', requirements: [{ text: 'x', level: 'nice' }] }, '/requirements/0/level'],
    [{ title: 'x', band: { currency: 'dollars', minimum: 1, maximum: 2 } }, '/band/currency'],
    [{ title: 'x', offerShape: { lines: [] } }, '/offerShape/currency'],
    [{ title: 'x', rubricVersionId: '00000000-0000-4000-8000-000000000000' }, '/rubricVersionId'],
    [{ title: 'x', salary: 5 }, '/salary'],
    [{ title: 'x'.repeat(201) }, '/title'],
    [{ title: 'x', band: [] }, '/band'],
  ])('refuse %j and name %s', async (body, pointer) => {
    const refused = await app.as(rita).post('/jobs', body).expect(422);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('keep every text byte for byte', async () => {
    const title = '  <b>Ünï</b> ‮ \u200b𝒳\r\n\ttrailing  ';
    const made = await app.as(rita).post('/jobs', { title, summary: title, location: title }).expect(201);
    expect(made.body).toMatchObject({ title, summary: title, location: title });
  });
});
