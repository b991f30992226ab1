import { buildPanel } from '../support/builders.js';
import { TestApp, type TestUser } from '../support/test-app.js';

describe('candidates', () => {
  let app: TestApp;
  let rita: TestUser;
  let member: TestUser;
  /** Seats somebody as an admin does: recruiter of a job that the admin made. */
  const hireRecruiter = async (user: TestUser): Promise<void> => {
    const admin = app.as(await app.user('Ada', 'admin'));
    const job = await admin.post('/jobs', { title: `${user.name} recruits` }).expect(201);
    await admin.post(`/jobs/${job.body.id}/seats`, { userId: user.id, kind: 'recruiter' }).expect(201);
  };
  beforeAll(async () => {
    app = await TestApp.start();
    rita = await app.user('Rita');
    member = await app.user('Mona');
    await hireRecruiter(rita);
  });
  afterAll(() => app.stop());

  const add = async (by: TestUser, body: Record<string, unknown>): Promise<string> =>
    (await app.as(by).post('/candidates', body).expect(201)).body.id as string;

  it('exist for whoever made them and for recruiters whom an admin seated, and for nobody else', async () => {
    const id = await add(member, { name: 'Ines Only', email: 'ines@example.test' });
    await app.as(member).get(`/candidates/${id}`).expect(200);
    await app.as(rita).get(`/candidates/${id}`).expect(200);
    const stranger = await app.user('Stranger');
    await app.as(stranger).get(`/candidates/${id}`).expect(404);
    await app.as(stranger).patch(`/candidates/${id}`, { name: 'x' }, 1).expect(404);
    await app.as(stranger).get(`/candidates/${id}/files`).expect(404);
    expect((await app.as(stranger).get('/candidates').expect(200)).body).toEqual({ items: [], nextCursor: null });
    expect((await app.as(stranger).get('/candidates?search=ines').expect(200)).body.items).toEqual([]);
    await app.as(stranger).post('/jobs', { title: 'A job of their own opens no record' }).expect(201);
    await app.as(stranger).get(`/candidates/${id}`).expect(404);
  });

  it('are warned about when they look like somebody the viewer may know of', async () => {
    const first = await add(rita, { name: 'Tomás Duplicate', email: 'Tomas@Example.test' });
    const again = await app.as(rita).post('/candidates', { name: 'T. Duplicate', email: 'tomas@example.test' }).expect(201);
    expect(again.body.possibleDuplicates).toEqual([{ id: first, name: 'Tomás Duplicate', because: 'email' }]);
    const blind = await app
      .as(await app.user('Nina'))
      .post('/candidates', { name: 'Tomás Duplicate', email: 'tomas@example.test' })
      .expect(201);
    expect(blind.body.possibleDuplicates).toEqual([]);
  });

  it('come in pages that neither lose nor repeat anybody, in either order', async () => {
    const solo = await app.user('Solo');
    const names = ['Ana', 'ana', 'Bo', 'Çelik', 'Dee', 'ana'];
    for (const name of names) await add(solo, { name });
    for (const sort of ['name', 'newest']) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { body: { items: { id: string }[]; nextCursor: string | null } } = await app
          .as(solo)
          .get(`/candidates?limit=2&sort=${sort}${cursor ? `&cursor=${cursor}` : ''}`)
          .expect(200);
        seen.push(...page.body.items.map((item) => item.id));
        cursor = page.body.nextCursor;
      } while (cursor);
      expect(seen.length).toBe(names.length);
      expect(new Set(seen).size).toBe(names.length);
    }
    const wrong = Buffer.from(JSON.stringify(['2026-13-45 00:00:00+00', '00000000-0000-0000-0000-000000000000'])).toString('base64url');
    const refused = await app.as(solo).get(`/candidates?sort=newest&cursor=${wrong}`).expect(422);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/cursor', in: 'query' });
  });

  it('change by version, and tell the one who was late what was written', async () => {
    const id = await add(rita, { name: 'Version One', phone: '1' });
    const changed = await app
      .as(rita)
      .patch(`/candidates/${id}`, { phone: '2', links: ['https://example.test/cv'] }, 1)
      .expect(200);
    expect(changed.headers['etag']).toBe('"2"');
    const late = await app.as(rita).patch(`/candidates/${id}`, { phone: '3' }, 1).expect(409);
    expect(late.body).toMatchObject({ code: 'version_conflict', currentVersion: 2, current: { phone: '2' } });
    const [event] = await app.rows<{ content: unknown }>(
      `select c.content from events e join event_contents c on c.event_id = e.id where e.type = 'candidate.changed' and e.subject_id = $1`,
      [id],
    );
    expect(event?.content).toMatchObject({
      payload: { before: { phone: '1', links: [] }, after: { phone: '2', links: ['https://example.test/cv'] } },
    });
  });

  it.each([
    [{ name: '' }, '/name'],
    [{ name: 5 }, '/name'],
    [{}, '/name'],
    [{ name: 'x', email: 'nobody' }, '/email'],
    [{ name: 'x', phone: null }, '/phone'],
    [{ name: 'x', timeZone: 'Mars/Base' }, '/timeZone'],
    [{ name: 'x', country: 'XX' }, '/country'],
    [{ name: 'x', links: ['javascript:alert(1)'] }, '/links'],
    [{ name: 'x', colour: 'red' }, '/colour'],
    [{ name: 'x\u0000y' }, '/name'],
    [{ name: 'x', referrerId: 'me' }, '/referrerId'],
  ])('refuse %j and name %s', async (body, pointer) => {
    const refused = await app.as(rita).post('/candidates', body).expect(422);
    expect(refused.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  });

  it('are gone for the employee whose record it is, and for whoever referred them', async () => {
    const inside = await app.user('Inside');
    const friend = await app.user('Friend');
    const id = await add(rita, { name: 'Inside Applicant', email: inside.email.toUpperCase(), referrerId: friend.id });
    expect((await app.as(rita).get(`/candidates/${id}`).expect(200)).body).toMatchObject({
      internal: true,
      relations: [
        { userId: inside.id, source: 'linked_employee' },
        { userId: friend.id, source: 'referrer' },
      ],
    });
    for (const user of [inside, friend]) {
      await hireRecruiter(user);
      await app.as(user).get(`/candidates/${id}`).expect(404);
      expect((await app.as(user).get('/candidates?search=inside').expect(200)).body.items).toEqual([]);
    }
    const relation = (await app.as(rita).get(`/candidates/${id}`)).body.relations[1].id as string;
    await app.as(rita).post(`/candidates/${id}/relations/${relation}/withdraw`, { reason: 'it was somebody else' }).expect(204);
    await app.as(friend).get(`/candidates/${id}`).expect(200);
    const self = await app.as(inside).post('/candidates', { name: 'Me', email: inside.email }).expect(403);
    expect(self.body.code).toBe('conflict_of_interest');
  });

  it('relink when the e-mail address changes', async () => {
    const inside = await app.user('Later');
    const id = await add(rita, { name: 'Later Applicant' });
    await hireRecruiter(inside);
    await app.as(inside).get(`/candidates/${id}`).expect(200);
    await app.as(rita).patch(`/candidates/${id}`, { email: inside.email }, 1).expect(200);
    await app.as(inside).get(`/candidates/${id}`).expect(404);
    await app.as(rita).patch(`/candidates/${id}`, { email: null }, 2).expect(200);
    await app.as(inside).get(`/candidates/${id}`).expect(200);
  });

  it('show how to reach them only to those whose work it is', async () => {
    const panel = await buildPanel(app, { interviewers: 1 });
    const { id } = panel.candidate;
    await app.as(panel.recruiter).patch(`/candidates/${id}`, { email: 'casey@example.test', phone: '555' }, 1).expect(200);
    const seen = await app.as(panel.interviewers[0]!).get(`/candidates/${id}`).expect(200);
    expect(seen.body).toMatchObject({
      name: 'Casey Candidate',
      email: null,
      phone: null,
      relations: [],
      possibleDuplicates: [],
      abilities: { edit: false, seeContact: false },
    });
    expect((await app.as(panel.hiringManager).get(`/candidates/${id}`).expect(200)).body).toMatchObject({
      email: 'casey@example.test',
      abilities: { edit: true },
    });
    await app.as(panel.interviewers[0]!).patch(`/candidates/${id}`, { phone: '1' }, 2).expect(403);
  });

  it('are archived and restored', async () => {
    const id = await add(rita, { name: 'Archie Val' });
    await app.as(rita).post(`/candidates/${id}/archive`).expect(204);
    expect((await app.as(rita).get('/candidates?search=archie').expect(200)).body.items).toEqual([]);
    expect((await app.as(rita).get('/candidates?search=archie&archived=true').expect(200)).body.items).toHaveLength(1);
    expect((await app.as(rita).patch(`/candidates/${id}`, { phone: '1' }, 2).expect(409)).body.code).toBe('wrong_state');
    await app.as(rita).post(`/candidates/${id}/restore`).expect(204);
    await app.as(rita).patch(`/candidates/${id}`, { phone: '1' }, 3).expect(200);
  });
});
