import { FirstAdminService } from '../../src/access/first-admin.service.js';
import { Browser, GOOD_PASSWORD, invited, secretOf } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

const MINUTE = 60_000;
const WRONG = 'not the password at all';

describe('signing in', () => {
  let app: TestApp;
  let admin: Browser;
  let bob: { id: string; email: string; browser: Browser };
  beforeAll(async () => {
    app = await TestApp.start({ TRUST_PROXY: '1', SESSION_IDLE_MINUTES: '720', SESSION_ROTATE_MINUTES: '60' });
    admin = new Browser(app, '198.51.100.1');
    const token = secretOf((await app.app.get(FirstAdminService).ensureLink()) ?? '');
    const organisation = { name: 'Acme', timeZone: 'UTC', country: 'US' };
    await admin.post('/auth/first-admin', { token, name: 'Ada', email: 'ada@example.test', password: GOOD_PASSWORD, organisation }).expect(201);
    bob = await invited(app, admin, 'Bob');
  });
  afterAll(() => app.stop());
  const from = (address: string) => new Browser(app, address);

  it('answers a wrong password and an unknown account alike', async () => {
    const wrong = await from('203.0.113.1').signIn(bob.email, WRONG).expect(401);
    const unknown = await from('203.0.113.1').signIn('nobody@example.test', WRONG).expect(401);
    const strip = ({ requestId: _, ...problem }: Record<string, unknown>) => problem;
    expect(strip(unknown.body)).toEqual(strip(wrong.body));
    expect(wrong.body.code).toBe('invalid_credentials');
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('gives a cookie that scripts and other sites cannot use, and closes it on sign-out', async () => {
    const browser = from('203.0.113.2');
    const opened = await browser.signIn('BOB@example.test', GOOD_PASSWORD).expect(200);
    expect(opened.body.user).toMatchObject({ id: bob.id, email: bob.email });
    const cookies = (opened.headers['set-cookie'] as unknown as string[]).join('\n');
    expect(cookies).toMatch(/^plumbline=[\w-]{43}; .*Path=\/; .*HttpOnly; SameSite=Lax/m);
    const kept = browser.cookie('plumbline');
    await browser.post('/auth/sign-out').expect(204);
    expect(browser.cookie('plumbline')).toBeUndefined();
    browser.setCookie('plumbline', kept);
    await browser.get('/me').expect(401);
  });

  it('makes cookies secure and bound to the host over https', async () => {
    const secure = await TestApp.start({ PUBLIC_URL: 'https://hire.example.test' });
    try {
      const token = secretOf((await secure.app.get(FirstAdminService).ensureLink()) ?? '');
      const organisation = { name: 'Acme', timeZone: 'UTC', country: 'US' };
      const opened = await new Browser(secure)
        .post('/auth/first-admin', { token, name: 'Ada', email: 'a@example.test', password: GOOD_PASSWORD, organisation })
        .expect(201);
      for (const cookie of opened.headers['set-cookie'] as unknown as string[]) expect(cookie).toMatch(/^__Host-plumbline(-device)?=.*Secure/);
    } finally {
      await secure.stop();
    }
  });

  it('slows down guessing by account and address, and nobody else', async () => {
    const guesser = from('203.0.113.66');
    for (let n = 0; n < 5; n++) await guesser.signIn(bob.email, WRONG).expect(401);
    const refused = await guesser.signIn(bob.email, GOOD_PASSWORD).expect(429);
    expect(refused.body).toMatchObject({ code: 'rate_limited', retryAfter: 60 });
    expect(refused.headers['retry-after']).toBe('60');
    for (let n = 0; n < 5; n++) await guesser.signIn('nobody.at.all@example.test', WRONG).expect(401);
    await guesser.signIn('nobody.at.all@example.test', WRONG).expect(429);
    // The owner elsewhere, and others at the guesser's address, notice nothing.
    await from('203.0.113.67').signIn(bob.email, GOOD_PASSWORD).expect(200);
    await from('203.0.113.66').signIn('ada@example.test', GOOD_PASSWORD).expect(200);
    app.clock.advance(61_000);
    await guesser.signIn(bob.email, WRONG).expect(401);
    await guesser.signIn(bob.email, GOOD_PASSWORD).expect(429);
  });

  it('lets a known browser in from an address where somebody guesses', async () => {
    const own = from('203.0.113.70');
    await own.signIn(bob.email, GOOD_PASSWORD).expect(200);
    await own.post('/auth/sign-out').expect(204);
    for (let n = 0; n < 5; n++) await from('203.0.113.70').signIn(bob.email, WRONG).expect(401);
    await from('203.0.113.70').signIn(bob.email, GOOD_PASSWORD).expect(429);
    await own.signIn(bob.email, GOOD_PASSWORD).expect(200);
    // The mark of one person's browser helps nobody into another account.
    const borrowed = from('203.0.113.70');
    borrowed.setCookie('plumbline-device', own.cookie('plumbline-device'));
    for (let n = 0; n < 5; n++) await borrowed.signIn('ada@example.test', WRONG).expect(401);
    await borrowed.signIn('ada@example.test', WRONG).expect(429);
  });

  it('counts attempts once, however many come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => from('203.0.113.80').signIn(bob.email, WRONG)));
    expect(answers.filter((answer) => answer.status === 401)).toHaveLength(5);
    expect(answers.filter((answer) => answer.status === 429)).toHaveLength(7);
  });

  it('can be unlocked by an admin', async () => {
    for (let n = 0; n < 5; n++) await from('203.0.113.90').signIn(bob.email, WRONG).expect(401);
    await admin.post(`/users/${bob.id}/unlock`).expect(204);
    await from('203.0.113.90').signIn(bob.email, GOOD_PASSWORD).expect(200);
  });

  it('replaces the session secret, takes the old one for a moment, and ends the session when it is shown again', async () => {
    const browser = from('203.0.113.3');
    await browser.signIn(bob.email, GOOD_PASSWORD).expect(200);
    const first = browser.cookie('plumbline');
    app.clock.advance(61 * MINUTE);
    const together = await Promise.all([1, 2, 3].map(() => from('203.0.113.3').get('/me').set('cookie', `plumbline=${first}`)));
    expect(together.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const rotated = together.flatMap((answer) => (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? []);
    expect(rotated).toHaveLength(1);
    browser.setCookie('plumbline', /plumbline=([^;]+)/.exec(rotated[0] ?? '')?.[1]);
    await browser.get('/me').expect(200);
    app.clock.advance(61 * MINUTE);
    await browser.get('/me').expect(200);
    // Two rotations later, the first secret turns up: a copy.
    const thief = from('203.0.113.4');
    thief.setCookie('plumbline', first);
    await thief.get('/me').expect(401);
    await browser.get('/me').expect(401);
    const [event] = await app.rows(
      `select c.content->'payload'->>'how' as how from events e join event_contents c on c.event_id = e.id where e.type = 'session.closed' order by e.id desc limit 1`,
    );
    expect(event).toEqual({ how: 'secret_reused' });
  });

  it('ends a session that idles, and one that is old however busy', async () => {
    const idle = from('203.0.113.5');
    await idle.signIn(bob.email, GOOD_PASSWORD).expect(200);
    app.clock.advance(12 * 60 * MINUTE);
    await idle.get('/me').expect(401);
    const busy = from('203.0.113.5');
    await busy.signIn(bob.email, GOOD_PASSWORD).expect(200);
    for (let hours = 0; hours < 167; hours += 11) {
      await busy.get('/me').expect(200);
      app.clock.advance(11 * 60 * MINUTE);
    }
    await busy.get('/me').expect(401);
  });

  it('lists sessions and ends one or all others', async () => {
    const [one, two, three] = [from('203.0.113.6'), from('203.0.113.7'), from('203.0.113.8')];
    for (const browser of [one, two, three]) await browser.signIn(bob.email, GOOD_PASSWORD).expect(200);
    const list = (await one.get('/me/sessions').expect(200)).body.items as { id: string; address: string; isCurrent: boolean }[];
    expect(list.filter((session) => session.isCurrent).map((session) => session.address)).toEqual(['203.0.113.6']);
    const second = list.find((session) => session.address === '203.0.113.7');
    await one.delete(`/me/sessions/${second?.id}`).expect(204);
    await two.get('/me').expect(401);
    await admin.signIn('ada@example.test', GOOD_PASSWORD).expect(200);
    await admin.delete(`/me/sessions/${list[0]?.id}`).expect(404);
    await one.delete('/me/sessions').expect(204);
    await three.get('/me').expect(401);
    await one.get('/me').expect(200);
    await one.get(`/users/${bob.id}/sessions`).expect(403);
    const seen = await admin.get(`/users/${bob.id}/sessions`).expect(200);
    await admin.delete(`/users/${bob.id}/sessions/${seen.body.items[0].id}`).expect(204);
    await one.get('/me').expect(401);
  });

  it('changes a password only for who knows it, and ends the other sessions', async () => {
    const [one, two] = [from('203.0.113.9'), from('203.0.113.9')];
    for (const browser of [one, two]) await browser.signIn(bob.email, GOOD_PASSWORD).expect(200);
    const change = (currentPassword: string, newPassword: string) => one.put('/me/password', { currentPassword, newPassword });
    expect((await change(WRONG, 'cobalt walnut dune ferry').expect(422)).body.errors[0]).toMatchObject({ pointer: '/currentPassword' });
    expect((await change(GOOD_PASSWORD, 'short').expect(422)).body.errors[0]).toMatchObject({ pointer: '/newPassword', code: 'too_short' });
    expect((await change(GOOD_PASSWORD, 'BobAcme12345').expect(422)).body.errors[0]).toMatchObject({ code: 'personal' });
    expect((await change(GOOD_PASSWORD, 'Password1234').expect(422)).body.errors[0]).toMatchObject({ code: 'too_weak' });
    expect((await change(GOOD_PASSWORD, 'x'.repeat(201)).expect(422)).body.errors[0]).toMatchObject({ code: 'too_long' });
    await change(GOOD_PASSWORD, 'cobalt walnut dune ferry').expect(204);
    await one.get('/me').expect(200);
    await two.get('/me').expect(401);
    await from('203.0.113.9').signIn(bob.email, GOOD_PASSWORD).expect(401);
    await from('203.0.113.9').signIn(bob.email, 'cobalt walnut dune ferry').expect(200);
  });

  it('takes a password composed otherwise on another keyboard', async () => {
    const browser = from('203.0.113.11');
    await browser.signIn(bob.email, 'cobalt walnut dune ferry').expect(200);
    await browser.put('/me/password', { currentPassword: 'cobalt walnut dune ferry', newPassword: 'Äpfel am kühlen Öresund' }).expect(204);
    await from('203.0.113.12').signIn(bob.email, 'Äpfel am kühlen Öresund'.normalize('NFD')).expect(200);
    await browser.put('/me/password', { currentPassword: 'Äpfel am kühlen Öresund', newPassword: GOOD_PASSWORD }).expect(204);
  });

  it('answers every request for a new password alike; an admin gives the link where there is no mail', async () => {
    await from('203.0.113.30').post('/auth/password-reset', { email: bob.email }).expect(202);
    await from('203.0.113.30').post('/auth/password-reset', { email: 'nobody@example.test' }).expect(202);
    await bob.browser.post(`/users/${bob.id}/password-link`).expect(401);
    const made = await admin.post(`/users/${bob.id}/password-link`).expect(201);
    expect(made.body).toMatchObject({ mailed: false, link: expect.stringContaining('/reset-password#') });
    const token = secretOf(made.body.link);
    const device = from('203.0.113.31');
    await device.signIn(bob.email, GOOD_PASSWORD).expect(200);
    const confirm = (password: string) => from('203.0.113.30').post('/auth/password-reset/confirm', { token, password });
    await confirm('bob@example.test').expect(422);
    const racing = await Promise.all([confirm('dune cobalt ferry walnut'), confirm('dune cobalt ferry walnut')]);
    expect(racing.map((answer) => answer.status).sort()).toEqual([204, 410]);
    await device.get('/me').expect(401);
    await from('203.0.113.31').signIn(bob.email, 'dune cobalt ferry walnut').expect(200);
    const old = await admin.post(`/users/${bob.id}/password-link`).expect(201);
    app.clock.advance(24 * 60 * MINUTE);
    await from('203.0.113.30')
      .post('/auth/password-reset/confirm', { token: secretOf(old.body.link), password: GOOD_PASSWORD })
      .expect(410);
  });

  it('limits requests for mail by address', async () => {
    for (let n = 0; n < 20; n++)
      await from('203.0.113.40')
        .post('/auth/password-reset', { email: `x${n}@example.test` })
        .expect(202);
    expect((await from('203.0.113.40').post('/auth/password-reset', { email: bob.email }).expect(429)).headers['retry-after']).toBe('60');
  });

  it('refuses the demo from another machine', async () => {
    await app.rows('update organisation set is_demo = true');
    await from('203.0.113.50').signIn(bob.email, 'dune cobalt ferry walnut').expect(403);
    await new Browser(app).signIn(bob.email, 'dune cobalt ferry walnut').expect(200);
    await new Browser(app).signIn(bob.email, 'dune cobalt ferry walnut').set('host', 'evil.example').expect(403);
    await app.rows('update organisation set is_demo = false');
  });
});
