import { BackgroundWorker } from '../../src/outbox/background-worker.service.js';
import { Browser } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

describe('upkeep', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('lets go of what no longer opens or blocks anything, and of nothing else', async () => {
    const bob = await app.user('Bob');
    await app.rows(`update sessions set revoked_at = created_at where user_id = $1`, [bob.id]);
    await app
      .as(await app.user('Eve'))
      .post('/tokens', { name: 'x', scopes: ['read'] })
      .set('idempotency-key', 'k')
      .expect(201);
    await new Browser(app).signIn('nobody@example.test', 'wrong').expect(401);
    await new Browser(app).post('/auth/password-reset', { email: 'nobody@example.test' }).expect(202);
    const left = () =>
      app.rows(`select (select count(*)::int from sessions) as sessions, (select count(*)::int from sign_in_attempts) as attempts,
        (select count(*)::int from one_time_links) as links, (select count(*)::int from idempotency_keys) as keys`);
    const before = await left();
    expect(before).toEqual([{ sessions: 2, attempts: 4, links: 1, keys: 1 }]);
    const worker = app.app.get(BackgroundWorker);
    await worker.runDue();
    expect(await left()).toEqual(before);
    app.clock.advance(31 * 86_400_000);
    await worker.runDue();
    expect(await left()).toEqual([{ sessions: 1, attempts: 0, links: 0, keys: 0 }]);
  });
});
