import { FirstAdminService } from '../../src/access/first-admin.service.js';
import { Browser, GOOD_PASSWORD, invited, secretOf } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

const ORGANISATION = { name: 'Acme', timeZone: 'Europe/Berlin', country: 'DE-BY' };

describe('the first admin', () => {
  let app: TestApp;
  let admin: Browser;
  beforeAll(async () => {
    app = await TestApp.start();
    admin = new Browser(app);
  });
  afterAll(() => app.stop());

  const given = (token: string) => ({ token, name: 'Ada', email: 'Ada@Example.test', password: GOOD_PASSWORD, organisation: ORGANISATION });

  it('gets in by the link of the latest start, once', async () => {
    expect((await admin.get('/auth/session').expect(200)).body).toEqual({ user: null, organisation: null, needsFirstAdmin: true, mailsLinks: false });
    const service = app.app.get(FirstAdminService);
    const first = await service.ensureLink();
    const second = await service.ensureLink();
    expect(second).toMatch(/^http:\/\/localhost:3000\/first-admin#[\w-]{43}$/);
    await admin.post('/auth/first-admin', given(secretOf(first ?? ''))).expect(410);
    const looked = await admin.post('/auth/links/look', { token: secretOf(second ?? '') }).expect(200);
    expect(looked.body).toMatchObject({ kind: 'first_admin', email: null });

    const opened = await admin.post('/auth/first-admin', given(secretOf(second ?? ''))).expect(201);
    expect(opened.body).toMatchObject({
      user: { name: 'Ada', email: 'Ada@Example.test', siteRole: 'admin', timeZone: 'Europe/Berlin' },
      organisation: ORGANISATION,
    });
    expect((await admin.get('/me').expect(200)).body).toMatchObject({
      country: 'DE-BY',
      abilities: { administer: true, audit: false, manageAccess: true },
    });
    await new Browser(app).post('/auth/first-admin', given(secretOf(second ?? ''))).expect(410);
    expect(await service.ensureLink()).toBeNull();
    const events = await app.rows<{ type: string; actor_id: string }>('select type, actor_id from events order by id');
    expect(events.map((event) => event.type)).toEqual(['organisation.created', 'user.created', 'session.opened']);
    expect(new Set(events.map((event) => event.actor_id))).toEqual(new Set([opened.body.user.id]));
  });

  it('names every fault of what was given, and leaves nothing behind', async () => {
    const bad = { ...given('x'), name: '  ', email: 'nobody', organisation: { name: 'A', timeZone: 'Mars/Olympus', country: 'ZZ' } };
    const answer = await new Browser(app).post('/auth/first-admin', bad).expect(422);
    expect(answer.body.errors.map((fault: { pointer: string }) => fault.pointer).sort()).toEqual([
      '/email',
      '/name',
      '/organisation/country',
      '/organisation/timeZone',
    ]);
  });

  it('invites others, by a link that works once', async () => {
    const bob = await invited(app, admin, 'Bob');
    expect((await bob.browser.get('/me').expect(200)).body).toMatchObject({
      name: 'Bob',
      siteRole: 'member',
      timeZone: 'Europe/Berlin',
      country: 'DE-BY',
    });
    const again = await admin.post('/invitations', { email: 'BOB@example.test', siteRole: 'member' }).expect(409);
    expect(again.body).toMatchObject({ code: 'already_exists', errors: [{ pointer: '/email' }] });
    await bob.browser.post('/invitations', { email: 'x@example.test', siteRole: 'admin' }).expect(403);
    await bob.browser.get('/invitations').expect(403);
  });

  it('sends an invitation again with a new link, and revokes it', async () => {
    app.clock.advance(1000);
    const sent = await admin.post('/invitations', { email: 'carol@example.test', name: 'Carol', siteRole: 'auditor' }).expect(201);
    await admin.post('/invitations', { email: 'carol@example.test', siteRole: 'member' }).expect(409);
    const resent = await admin.post(`/invitations/${sent.body.id}/resend`).expect(200);
    const accept = (link: string, password = GOOD_PASSWORD) =>
      new Browser(app).post('/auth/invitations/accept', { token: secretOf(link), name: 'Carol', password });
    await accept(sent.body.link).expect(410);
    const weak = await accept(resent.body.link, 'carol@example.test').expect(422);
    expect(weak.body.errors).toEqual([expect.objectContaining({ pointer: '/password', code: 'personal' })]);
    await admin.post(`/invitations/${sent.body.id}/revoke`, { reason: 'left' }).expect(204);
    await accept(resent.body.link).expect(410);
    await admin.post(`/invitations/${sent.body.id}/resend`).expect(404);
    const list = await admin.get('/invitations?limit=1').expect(200);
    expect(list.body.items).toEqual([
      expect.objectContaining({ email: 'carol@example.test', status: 'revoked', abilities: { resend: false, revoke: false } }),
    ]);
    const next = await admin.get(`/invitations?cursor=${list.body.nextCursor}`).expect(200);
    expect(next.body.items).toEqual([expect.objectContaining({ email: 'bob@example.test', status: 'accepted', invitedBy: 'Ada' })]);
  });

  it('lets an invitation expire, and make room for another', async () => {
    const sent = await admin.post('/invitations', { email: 'dan@example.test', siteRole: 'member' }).expect(201);
    app.clock.advance(7 * 86_400_000);
    await new Browser(app).post('/auth/invitations/accept', { token: secretOf(sent.body.link), name: 'Dan', password: GOOD_PASSWORD }).expect(410);
    // The admin's session is seven days old too.
    await admin.get('/me').expect(401);
    await admin.signIn('ada@example.test', GOOD_PASSWORD).expect(200);
    await admin.post('/invitations', { email: 'dan@example.test', siteRole: 'member' }).expect(201);
  });

  it('keeps no secret in the record or in kept answers', async () => {
    const send = () => admin.post('/invitations', { email: 'eve@example.test', siteRole: 'member' }).set('idempotency-key', 'invite-eve');
    const first = await send().expect(201);
    const secret = secretOf(first.body.link);
    expect((await send().expect(201)).body).toEqual({ ...first.body, link: null });
    const [found] = await app.rows<{ count: number }>(
      `select ((select count(*) from idempotency_keys where body like '%' || $1 || '%') + (select count(*) from event_contents where content::text like '%' || $1 || '%')
        + (select count(*) from one_time_links where token_hash = $1))::int as count`,
      [secret],
    );
    expect(found?.count).toBe(0);
    const accept = () => new Browser(app).post('/auth/invitations/accept', { token: secret, name: 'Eve', password: GOOD_PASSWORD });
    const racing = await Promise.all([accept(), accept()]);
    expect(racing.map((answer) => answer.status).sort()).toEqual([201, 410]);
  });
});
