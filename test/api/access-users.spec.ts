import { type CardPanel, buildCardPanel } from '../support/card-panel.js';
import { TestApp, type TestUser } from '../support/test-app.js';

describe('users', () => {
  let app: TestApp;
  let admin: TestUser;
  let auditor: TestUser;
  let bob: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.user('Ada', 'admin');
    auditor = await app.user('Otto', 'auditor');
    bob = await app.user('Bob', 'member', { qualifications: ['phone'] });
  });
  afterAll(() => app.stop());
  const versionOf = async (id: string) => Number((await app.as(admin).get(`/users/${id}`).expect(200)).body.version);
  const eventsOf = async (id: string) =>
    (await app.rows<{ type: string }>(`select type from events where subject_id = $1 order by id`, [id])).map((event) => event.type);

  it('are listed by admins and auditors, by name, page by page, searched and filtered', async () => {
    await app.as(bob).get('/users').expect(403);
    await app.as(null).get('/users').expect(401);
    const first = await app.as(auditor).get('/users?limit=2').expect(200);
    expect(first.body.items.map((user: { name: string }) => user.name)).toEqual(['Ada', 'Bob']);
    expect(first.body.items[1].abilities).toEqual({
      edit: false,
      changeRole: false,
      deactivate: false,
      reactivate: false,
      createPasswordLink: false,
      revokeSessions: false,
    });
    const second = await app.as(auditor).get(`/users?limit=2&cursor=${first.body.nextCursor}`).expect(200);
    expect(second.body).toMatchObject({ items: [{ name: 'Otto' }], nextCursor: null });
    const found = async (query: string) =>
      ((await app.as(admin).get(`/users?${query}`).expect(200)).body.items as { name: string }[]).map((user) => user.name);
    expect(await found('search=OT')).toEqual(['Otto']);
    expect(await found('search=%25')).toEqual([]);
    expect(await found('siteRole=admin')).toEqual(['Ada']);
    expect(await found('status=deactivated')).toEqual([]);
    await app.as(admin).get('/users?siteRole=king').expect(422);
    await app.as(admin).get('/users?cursor=nonsense').expect(422);
  });

  it('can be picked by everybody, without their addresses', async () => {
    const list = await app.as(bob).get('/users/directory?qualification=phone').expect(200);
    expect(list.body).toEqual({ items: [{ id: bob.id, name: 'Bob', qualifications: ['phone'], languages: [] }], nextCursor: null });
    await app.as(null).get('/users/directory').expect(401);
  });

  it('are changed by an admin on the version they read', async () => {
    const change = {
      name: 'Bobby',
      qualifications: ['phone', 'onsite'],
      languages: ['en', 'zh-CN'],
      timeZone: 'Asia/Shanghai',
      country: 'CN',
      availability: [{ weekday: 1, from: '09:00', to: '17:30' }],
    };
    await app.as(bob).patch(`/users/${bob.id}`, change, 1).expect(403);
    await app.as(admin).patch(`/users/${bob.id}`, change).expect(428);
    const changed = await app.as(admin).patch(`/users/${bob.id}`, change, 1).expect(200);
    expect(changed.body).toMatchObject({ ...change, version: 2 });
    expect(changed.headers['etag']).toBe('"2"');
    const late = await app.as(admin).patch(`/users/${bob.id}`, { name: 'Rob' }, 1).expect(409);
    expect(late.body).toMatchObject({ code: 'version_conflict', currentVersion: 2, current: { name: 'Bobby' } });
    await app.as(admin).patch('/users/00000000-0000-4000-8000-000000000000', { name: 'x' }, 1).expect(404);
    expect(await eventsOf(bob.id)).toEqual(['user.changed']);
  });

  it('are refused what makes no sense, by field', async () => {
    const bad = {
      name: ' ',
      email: 'nobody',
      siteRole: 'king',
      timeZone: 'Mars',
      country: 'Bavaria',
      locale: 'de',
      qualifications: [''],
      languages: ['english!'],
      availability: [{ weekday: 8, from: '9', to: '25:00' }],
      colour: 'red',
    };
    const answer = await app.as(admin).patch(`/users/${bob.id}`, bad, 2).expect(422);
    const pointers = new Set((answer.body.errors as { pointer: string }[]).map((fault) => fault.pointer));
    expect([...pointers].sort()).toEqual([
      '/availability/0/from',
      '/availability/0/to',
      '/availability/0/weekday',
      '/colour',
      '/country',
      '/email',
      '/languages',
      '/locale',
      '/name',
      '/qualifications',
      '/siteRole',
      '/timeZone',
    ]);
    const twice = [
      { weekday: 1, from: '09:00', to: '12:00' },
      { weekday: 1, from: '11:00', to: '13:00' },
      { weekday: 2, from: '12:00', to: '09:00' },
    ];
    const hours = await app.as(admin).patch(`/users/${bob.id}`, { availability: twice }, 2).expect(422);
    expect(hours.body.errors).toEqual([
      expect.objectContaining({ pointer: '/availability/1', code: 'overlap' }),
      expect.objectContaining({ pointer: '/availability/2/to', code: 'order' }),
    ]);
    await app.as(admin).patch(`/users/${bob.id}`, { name: null }, 2).expect(422);
    const taken = await app.as(admin).patch(`/users/${bob.id}`, { email: admin.email.toUpperCase() }, 2).expect(409);
    expect(taken.body.errors).toEqual([expect.objectContaining({ pointer: '/email' })]);
    expect(await versionOf(bob.id)).toBe(2);
  });

  it('change their own record, but not their role or qualifications', async () => {
    const changed = await app.as(bob).patch('/me', { name: 'Böb 🦆', timeZone: 'Europe/Berlin', country: 'DE-BY', locale: 'zh-CN' }).expect(200);
    expect(changed.body).toMatchObject({
      name: 'Böb 🦆',
      timeZone: 'Europe/Berlin',
      country: 'DE-BY',
      locale: 'zh-CN',
      qualifications: ['phone', 'onsite'],
    });
    const more = await app
      .as(bob)
      .patch('/me', { siteRole: 'admin', qualifications: ['all'], email: 'x@example.test' })
      .expect(422);
    expect((more.body.errors as { pointer: string }[]).map((fault) => fault.pointer).sort()).toEqual(['/email', '/qualifications', '/siteRole']);
  });

  it('say when they are away; others do not', async () => {
    const add = (as: TestUser, body: object) => app.as(as).post(`/users/${bob.id}/absences`, body);
    await add(auditor, { startsOn: '2026-05-01', endsOn: '2026-05-02' }).expect(403);
    await add(bob, { startsOn: '2026-05-02', endsOn: '2026-05-01' }).expect(422);
    await add(bob, { startsOn: '2026-02-30', endsOn: '2026-05-01' }).expect(422);
    const added = await add(bob, { startsOn: '2026-05-01', endsOn: '2026-05-02', reason: 'holiday' }).expect(201);
    expect((await app.as(admin).get(`/users/${bob.id}/absences`).expect(200)).body.items).toEqual([
      { id: added.body.id, startsOn: '2026-05-01', endsOn: '2026-05-02', reason: 'holiday' },
    ]);
    await app.as(bob).delete(`/users/${bob.id}/absences/${added.body.id}`).expect(204);
    await app.as(bob).delete(`/users/${bob.id}/absences/${added.body.id}`).expect(404);
  });

  it('keep at least one active admin, also when two demote each other at once', async () => {
    await app.as(admin).patch(`/users/${admin.id}`, { siteRole: 'member' }, 1).expect(409);
    expect((await app.as(admin).post(`/users/${admin.id}/deactivate`, { reason: 'bye' }).expect(409)).body.code).toBe('in_use');
    const other = await app.user('Olga', 'admin');
    // Both wait at the same gate and go on at the same moment.
    const gate = await app.database.pool.connect();
    await gate.query('begin');
    await gate.query('select 1 from users where id = any ($1) for update', [[admin.id, other.id]]);
    const demote = (by: TestUser, whom: TestUser) =>
      app
        .as(by)
        .patch(`/users/${whom.id}`, { siteRole: 'member' }, 1)
        .then((answer) => answer.status);
    const both = [demote(admin, other), demote(other, admin)];
    const isWaiting = `select count(*)::int as count from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    while ((await app.rows<{ count: number }>(isWaiting))[0]?.count !== 2) await new Promise((done) => setImmediate(done));
    await gate.query('commit');
    gate.release();
    expect((await Promise.all(both)).filter((status) => status === 200)).toHaveLength(1);
    expect(await app.rows(`select count(*)::int as count from users where site_role = 'admin'`)).toEqual([{ count: 1 }]);
    await app.rows(`update users set site_role = 'admin' where id = $1`, [admin.id]);
    await app.rows(`update users set site_role = 'member' where id = $1`, [other.id]);
  });

  describe('who leave', () => {
    let panel: CardPanel;
    let leaver: TestUser;
    beforeAll(async () => {
      leaver = await app.user('Lea');
      panel = await buildCardPanel(app, { authors: [leaver, await app.user('Stay')] });
    });

    it('lose every way in, leave their duties to be handed over, and can come back', async () => {
      const token = await app
        .as(leaver)
        .post('/tokens', { name: 'script', scopes: ['read'] })
        .expect(201);
      await app.as(admin).post(`/users/${leaver.id}/deactivate`, {}).expect(422);
      await app.as(panel.manager).post(`/users/${leaver.id}/deactivate`, { reason: 'x' }).expect(403);
      const left = await app.as(admin).post(`/users/${leaver.id}/deactivate`, { reason: 'new job' }).expect(200);
      expect(left.body.user).toMatchObject({ status: 'deactivated', abilities: { deactivate: false, reactivate: true } });
      expect(left.body.openDuties).toEqual([
        expect.objectContaining({
          kind: 'scorecard',
          scorecardId: panel.cards[0]!.id,
          seat: 'interviewer',
          seatId: expect.any(String),
          jobId: panel.jobId,
          candidateName: 'Cass Candidate',
        }),
      ]);
      await app.as(leaver).get('/me').expect(401);
      await app.as(null).get('/me').set('authorization', `Bearer ${token.body.secret}`).expect(401);
      await app.as(admin).post(`/users/${leaver.id}/password-link`).expect(404);
      expect((await app.as(admin).get('/users/directory?search=lea').expect(200)).body.items).toEqual([]);
      await app.as(admin).post(`/seats/${left.body.openDuties[0].seatId}/hand-over`, { userId: bob.id, reason: 'Lea left' }).expect(201);
      expect((await app.as(admin).get(`/users/${leaver.id}/duties`).expect(200)).body.items).toEqual([]);
      expect((await app.as(bob).get(`/users/${bob.id}/duties`).expect(200)).body.items).toHaveLength(1);
      await app.as(bob).get(`/users/${leaver.id}/duties`).expect(403);
      await app.as(admin).post(`/users/${leaver.id}/deactivate`, { reason: 'again' }).expect(409);
      await app.as(admin).post(`/users/${leaver.id}/reactivate`, { reason: 'came back' }).expect(200);
      // The old session and token stay dead.
      await app.as(leaver).get('/me').expect(401);
      await app.as(null).get('/me').set('authorization', `Bearer ${token.body.secret}`).expect(401);
      expect(await eventsOf(leaver.id)).toEqual(['user.deactivated', 'user.reactivated']);
    });

    it('leave nothing to see to an admin with a conflict of interest', async () => {
      const other = await app.user('Olga', 'admin');
      await app.rows(`insert into conflicts (id, user_id, person_id, source, recorded_at) values (gen_random_uuid(), $1, $2, 'relation', now())`, [
        other.id,
        panel.personId,
      ]);
      const stay = panel.cards[1]!.author;
      expect((await app.as(other).get(`/users/${stay.id}/duties`).expect(200)).body.items).toEqual([]);
      expect((await app.as(admin).get(`/users/${stay.id}/duties`).expect(200)).body.items).toHaveLength(1);
    });
  });
});
