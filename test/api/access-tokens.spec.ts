import { hashOfSecret } from '../../src/access/session.reader.js';
import { TestApp, type TestUser } from '../support/test-app.js';

describe('API tokens', () => {
  let app: TestApp;
  let admin: TestUser;
  let bob: TestUser;
  beforeAll(async () => {
    app = await TestApp.start();
    admin = await app.user('Ada', 'admin');
    bob = await app.user('Bob');
  });
  afterAll(() => app.stop());
  const make = async (user: TestUser, scopes: string[], more: object = {}) =>
    (
      await app
        .as(user)
        .post('/tokens', { name: 'script', scopes, ...more })
        .expect(201)
    ).body as { id: string; secret: string; hint: string };
  const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

  it('show their secret once and are kept as a hash', async () => {
    const token = await make(bob, ['read']);
    expect(token.secret).toMatch(/^plb_[\w-]{43}$/);
    const [row] = await app.rows<{ token_hash: string }>('select * from api_tokens where id = $1', [token.id]);
    expect(row).toMatchObject({ token_hash: hashOfSecret(token.secret), hint: token.secret.slice(-4) });
    const list = await app.as(bob).get('/tokens').expect(200);
    expect(list.body.items).toEqual([
      expect.objectContaining({ id: token.id, name: 'script', scopes: ['read'], lastUsedAt: null, abilities: { revoke: true } }),
    ]);
    expect(JSON.stringify(list.body)).not.toContain(token.secret);
    const kept = await app.rows(`select content::text from event_contents where content::text like '%' || $1 || '%'`, [token.secret]);
    expect(kept).toEqual([]);
  });

  it('are made once for one Idempotency-Key, their secret not kept for the repeat', async () => {
    const send = () =>
      app
        .as(bob)
        .post('/tokens', { name: 'once', scopes: ['read'] })
        .set('idempotency-key', 'make-once');
    const first = await send().expect(201);
    const again = await send().expect(201);
    expect(again.body).toEqual({ ...first.body, secret: null });
  });

  it('open what their scopes say, for the person they act for', async () => {
    const read = await make(bob, ['read']);
    const write = await make(bob, ['write']);
    expect((await app.as(null).get('/me').set(bearer(read.secret)).expect(200)).body).toMatchObject({
      id: bob.id,
      scopes: ['read'],
      abilities: { manageAccess: false },
    });
    expect((await app.as(null).patch('/me', { name: 'Rob' }).set(bearer(read.secret)).expect(403)).body.detail).toContain('write');
    await app.as(null).patch('/me', { name: 'Rob' }).set(bearer(write.secret)).expect(200);
    const [event] = await app.rows(
      `select actor_id, actor->>'via' as via, actor->>'tokenId' as token from events where type = 'user.changed' order by id desc limit 1`,
    );
    expect(event).toEqual({ actor_id: bob.id, via: 'token', token: write.id });
    await app.as(null).get('/users').set(bearer(write.secret)).expect(403);
    const adminWrite = await make(admin, ['write']);
    await app.as(null).get('/invitations').set(bearer(adminWrite.secret)).expect(403);
    await app
      .as(null)
      .get('/invitations')
      .set(bearer((await make(admin, ['admin'])).secret))
      .expect(200);
    await app
      .as(bob)
      .post('/tokens', { name: 'x', scopes: ['admin'] })
      .expect(422);
  });

  it('cannot make themselves permanent', async () => {
    const token = await make(admin, ['write', 'admin']);
    const as = (method: 'post' | 'put' | 'delete', path: string, body?: object) =>
      app
        .as(null)
        [method](path, body as object)
        .set(bearer(token.secret));
    await as('post', '/tokens', { name: 'x', scopes: ['read'] }).expect(403);
    await as('put', '/me/password', { currentPassword: 'x', newPassword: 'y' }).expect(403);
    await as('delete', '/me/sessions').expect(403);
    await as('delete', `/tokens/${(await make(admin, ['read'])).id}`).expect(404);
    await as('delete', `/tokens/${token.id}`).expect(204);
    await app.as(null).get('/me').set(bearer(token.secret)).expect(401);
  });

  it('expire and are revoked, by their owner or an admin', async () => {
    const brief = await make(bob, ['read'], { expiresInDays: 1 });
    const [one, two] = [await make(bob, ['read']), await make(bob, ['read'])];
    await app
      .as(await app.user('Eve'))
      .delete(`/tokens/${one.id}`)
      .expect(404);
    await app.as(bob).delete(`/tokens/${one.id}`).expect(204);
    await app.as(bob).delete(`/tokens/${one.id}`).expect(404);
    expect((await app.as(admin).get(`/tokens?userId=${bob.id}`).expect(200)).body.items.length).toBeGreaterThan(2);
    await app.as(bob).get(`/tokens?userId=${admin.id}`).expect(403);
    await app.as(admin).delete(`/tokens/${two.id}`).expect(204);
    app.clock.advance(86_400_000);
    for (const token of [brief, one, two]) await app.as(null).get('/me').set(bearer(token.secret)).expect(401);
  });

  it('are refused when malformed, also beside a good cookie', async () => {
    for (const value of ['Bearer', 'Basic abc', 'Bearer plb_unknown', 'Bearer a b'])
      await app.as(bob).get('/me').set('authorization', value).expect(401);
    await app.as(bob).post('/tokens', { name: '', scopes: [], expiresInDays: 0 }).expect(422);
    await app
      .as(bob)
      .post('/tokens', { name: 'x', scopes: ['everything'] })
      .expect(422);
  });
});
