import { Command } from 'commander';
import { jest } from '@jest/globals';
import { registerAccess } from '../../src/commands/access.command.js';
import { Browser, secretOf } from '../support/browser.js';
import { type CardPanel, buildCardPanel } from '../support/card-panel.js';
import { TestApp, type TestUser } from '../support/test-app.js';

describe("the operator's command line", () => {
  let app: TestApp;
  let bob: TestUser;
  let panel: CardPanel;
  const environment = { ...process.env };
  beforeAll(async () => {
    app = await TestApp.start();
    bob = await app.user('Bob');
    panel = await buildCardPanel(app);
    process.env['DATABASE_URL'] = app.databaseUrl;
    process.env['MIGRATION_DATABASE_URL'] = app.ownerUrl;
  });
  afterAll(async () => {
    process.env = environment;
    await app.stop();
  });

  async function run(...args: readonly string[]) {
    let out = '';
    let err = '';
    const stdout = jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
    const stderr = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
    const before = process.exitCode;
    process.exitCode = undefined;
    try {
      const program = new Command('plumbline');
      registerAccess(program);
      await program.parseAsync([...args], { from: 'user' });
      return { out, err, exit: process.exitCode ?? 0 };
    } finally {
      process.exitCode = before;
      stdout.mockRestore();
      stderr.mockRestore();
    }
  }
  const lastEvent = async () =>
    (
      await app.rows<{ type: string; actor_id: string | null; via: string }>(
        `select type, actor_id, actor->>'via' as via from events order by id desc limit 1`,
      )
    )[0];

  it('gives a link to a new password', async () => {
    const made = await run('user:link', bob.email.toUpperCase(), '--json');
    const { link } = JSON.parse(made.out) as { link: string };
    expect(await lastEvent()).toEqual({ type: 'password.link_created', actor_id: null, via: 'cli' });
    // The command works by the real clock.
    app.clock.set(new Date());
    const browser = new Browser(app);
    await browser.post('/auth/password-reset/confirm', { token: secretOf(link), password: 'walnut ferry cobalt dune' }).expect(204);
    await browser.signIn(bob.email, 'walnut ferry cobalt dune').expect(200);
  });

  it('lifts a lock-out', async () => {
    const browser = new Browser(app);
    for (let n = 0; n < 5; n++) await browser.signIn(bob.email, 'wrong').expect(401);
    await browser.signIn(bob.email, 'walnut ferry cobalt dune').expect(429);
    expect(await run('user:unlock', bob.email)).toMatchObject({ exit: 0, out: `${bob.email} may try to sign in again at once.\n` });
    await browser.signIn(bob.email, 'walnut ferry cobalt dune').expect(200);
    expect(await lastEvent()).toMatchObject({ type: 'session.opened' });
  });

  it('makes an admin, and lets them read where nobody else may', async () => {
    const grant = ['break-glass', panel.applicationId, '--reader', bob.email, '--reason', 'every admin is related'];
    expect(await run(...grant)).toMatchObject({ exit: 2, out: '' });
    expect(await run('user:admin', bob.email)).toMatchObject({ exit: 0 });
    expect(await lastEvent()).toEqual({ type: 'user.changed', actor_id: null, via: 'cli' });
    expect(await run('user:admin', bob.email)).toMatchObject({ exit: 2, err: 'EMAIL: This user is an admin already.\n' });
    expect(await run(...grant, '--minutes', '5')).toMatchObject({ exit: 0 });
    expect(await lastEvent()).toEqual({ type: 'break_glass.opened', actor_id: null, via: 'cli' });
    const told = await app.rows<{ user_id: string }>(`select user_id from notifications where kind = 'break_glass.opened'`);
    expect(told.map((row) => row.user_id).sort()).toEqual([panel.manager.id, panel.recruiter.id].sort());
  });

  it.each([
    ['EMAIL', ['user:link', 'nobody@example.test']],
    ['EMAIL', ['user:unlock', 'nobody@example.test']],
    ['APPLICATION', ['break-glass', 'x', '--reader', 'a', '--reason', 'b']],
    ['APPLICATION', ['break-glass', '00000000-0000-4000-8000-000000000000', '--reader', 'BOB', '--reason', 'b']],
    ['--minutes', ['break-glass', '00000000-0000-4000-8000-000000000000', '--reader', 'a', '--reason', 'b', '--minutes', '241']],
    ['--reader', ['break-glass', '00000000-0000-4000-8000-000000000000', '--reader', 'nobody', '--reason', 'b']],
    ['--reason', ['break-glass', '00000000-0000-4000-8000-000000000000', '--reader', 'a', '--reason', ' ']],
  ])('refuses a bad %s in one line and exits 2', async (field, args) => {
    const { out, err, exit } = await run(...args.map((arg) => (arg === 'BOB' ? bob.email : arg)));
    expect([out, exit, err.split('\n').length]).toEqual(['', 2, 2]);
    expect(err.startsWith(field)).toBe(true);
  });
});
