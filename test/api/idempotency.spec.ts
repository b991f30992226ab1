import { randomBytes } from 'node:crypto';
import { TestApp, type TestUser } from '../support/test-app.js';

const HOOK = { url: 'https://example.com/hook', eventTypes: ['application.moved'], description: 'x' };

describe('a POST sent again with its Idempotency-Key', () => {
  let app: TestApp;
  let ada: TestUser;
  beforeAll(async () => {
    app = await TestApp.start({ DATABASE_POOL: '10' });
    ada = await app.user('Ada', 'admin');
  });
  afterAll(() => app.stop());

  const key = () => randomBytes(9).toString('base64url');
  const send = (by: TestUser, path: string, body: unknown, name: string) => app.as(by).post(path, body).set('idempotency-key', name);
  const candidates = async (name: string) => (await app.rows(`select 1 from candidates where name = $1`, [name])).length;

  it('gets the first answer again, with its headers, and nothing is made twice', async () => {
    const name = key();
    const first = await send(ada, '/candidates', { name: 'Once' }, name).expect(201);
    const again = await send(ada, '/candidates', { name: 'Once' }, name).expect(201);
    expect(again.body).toEqual(first.body);
    expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed'], again.headers['etag']]).toEqual([
      undefined,
      'true',
      first.headers['etag'],
    ]);
    expect(await candidates('Once')).toBe(1);
    expect(await app.rows(`select 1 from events where subject_id = $1`, [first.body.id])).toHaveLength(1);
  });

  it('is refused for another body or another route, and touches nothing', async () => {
    const name = key();
    await send(ada, '/candidates', { name: 'Mine' }, name).expect(201);
    expect((await send(ada, '/candidates', { name: 'Other' }, name).expect(422)).body.code).toBe('idempotency_key_reused');
    expect((await send(ada, '/jobs', { name: 'Mine' }, name).expect(422)).body.code).toBe('idempotency_key_reused');
    expect(await candidates('Other')).toBe(0);
  });

  it('creates once when it is sent many times at once', async () => {
    const name = key();
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(ada, '/candidates', { name: 'Crowd' }, name)));
    expect(await candidates('Crowd')).toBe(1);
    const ids = new Set(answers.filter((one) => one.status === 201).map((one) => one.body.id));
    expect(ids.size).toBe(1);
    for (const one of answers) if (one.status !== 201) expect(one.body).toMatchObject({ status: 409, code: 'idempotency_in_progress' });
    expect((await send(ada, '/candidates', { name: 'Crowd' }, name).expect(201)).body.id).toBe([...ids][0]);
  });

  it('is free again after a refusal, which made nothing', async () => {
    const name = key();
    await send(ada, '/candidates', { name: '' }, name).expect(422);
    await send(ada, '/candidates', { name: 'Right now' }, name).expect(201);
    expect(await candidates('Right now')).toBe(1);
  });

  it('belongs to one person: the same key of somebody else is another request', async () => {
    const [name, bob] = [key(), await app.user('Bob')];
    const mine = await send(ada, '/candidates', { name: 'Shared key' }, name).expect(201);
    const theirs = await send(bob, '/candidates', { name: 'Shared key' }, name).expect(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
    expect(theirs.headers['idempotency-replayed']).toBeUndefined();
  });

  it.each([
    ['no key', ''],
    ['a space', 'a b'],
    ['too long', 'x'.repeat(201)],
    ['not ASCII', 'kø'],
  ])('is refused by name with %s', async (_, name) => {
    const answer = await app
      .as(ada)
      .post('/candidates', { name: 'Badly keyed' })
      .set('idempotency-key', Buffer.from(name, 'utf8').toString('latin1'))
      .expect(422);
    expect(answer.body.errors).toEqual([expect.objectContaining({ pointer: '/idempotency-key', in: 'header' })]);
    expect(await candidates('Badly keyed')).toBe(0);
  });

  it.each([
    ['a token', '/tokens', { name: 'x', scopes: ['read'] }, 'secret'],
    ['a webhook', '/webhooks', HOOK, 'secret'],
    ['a new secret of a webhook', '/webhooks/{id}/rotate-secret', { overlapHours: 1 }, 'secret'],
  ])('shows the secret of %s once and keeps it nowhere beside', async (_, path, body, member) => {
    const name = key();
    const { body: hook } = await app.as(ada).post('/webhooks', HOOK).expect(201);
    const address = path.replace('{id}', hook.id);
    const first = await send(ada, address, body, name).expect(201);
    const again = await send(ada, address, body, name).expect(201);
    expect(first.body[member]).toEqual(expect.any(String));
    expect(again.body).toEqual({ ...first.body, [member]: null });
    const [kept] = await app.rows<{ count: number }>(`select count(*)::int as count from idempotency_keys where strpos(body, $1) > 0`, [
      first.body[member],
    ]);
    expect(kept?.count).toBe(0);
  });
});
