import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { FirstAdminService } from '../../src/access/first-admin.service.js';
import { Browser, GOOD_PASSWORD, secretOf } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

describe('links by mail', () => {
  const mails: { to: string[]; text: string }[] = [];
  let waiting: (() => void) | undefined;
  let server: SMTPServer;
  let app: TestApp;
  let admin: Browser;
  beforeAll(async () => {
    server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onData(stream, session, done) {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        stream.on('end', () => {
          // Quoted-printable: soft line ends and escaped signs.
          const plain = text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
          mails.push({ to: session.envelope.rcptTo.map((one) => one.address), text: plain });
          waiting?.();
          done();
        });
      },
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    app = await TestApp.start({
      SMTP_URL: `smtp://127.0.0.1:${port}`,
      PUBLIC_URL: 'http://hire.example.test',
      MAIL_FROM: 'Hiring <hiring@example.test>',
    });
    admin = new Browser(app);
    const token = secretOf((await app.app.get(FirstAdminService).ensureLink()) ?? '');
    const organisation = { name: 'Acme\r\nBcc: all@example.test <b>', timeZone: 'UTC', country: 'US' };
    await admin.post('/auth/first-admin', { token, name: 'Ada', email: 'ada@example.test', password: GOOD_PASSWORD, organisation }).expect(201);
  });
  afterAll(async () => {
    await app.stop();
    await new Promise<void>((done) => server.close(() => done()));
  });

  const nextMail = async () => {
    while (mails.length === 0) await new Promise<void>((arrived) => (waiting = arrived));
    return mails.shift() ?? { to: [], text: '' };
  };
  const linkIn = (text: string) => /http:\/\/hire\.example\.test\/[a-z-]+#[\w-]{43}/.exec(text)?.[0] ?? '';

  it('brings an invitation to the person and not to the admin', async () => {
    const sent = await admin.post('/invitations', { email: 'bob@example.test', siteRole: 'member' }).expect(201);
    expect(sent.body).toMatchObject({ mailed: true, link: null });
    const mail = await nextMail();
    expect(mail.to).toEqual(['bob@example.test']);
    expect(mail.text).toContain('text/plain');
    expect(mail.text).toContain('text/html');
    const [headers = '', ...parts] = mail.text.split('\r\n\r\n');
    expect(headers).not.toMatch(/^Bcc:/m);
    expect(parts.join('\n').split('text/html')[1]).not.toContain('<b>');
    const link = linkIn(mail.text);
    expect(link).toContain('/accept-invitation#');
    await new Browser(app).post('/auth/invitations/accept', { token: secretOf(link), name: 'Bob', password: GOOD_PASSWORD }).expect(201);
  });

  it('brings a new password only to who has an account, and not without end', async () => {
    const ask = (email: string) => new Browser(app).post('/auth/password-reset', { email }).expect(202);
    await ask('nobody@example.test');
    for (let n = 0; n < 7; n++) await ask('BOB@example.test');
    const first = await nextMail();
    for (let n = 1; n < 5; n++) await nextMail();
    await ask('ada@example.test');
    // What was asked for past the limit, and for nobody, would have come before this one.
    expect((await nextMail()).to).toEqual(['ada@example.test']);
    // A link asked for earlier is as good as the latest: nobody can take it away by asking.
    const confirm = () =>
      new Browser(app).post('/auth/password-reset/confirm', { token: secretOf(linkIn(first.text)), password: 'dune cobalt ferry walnut' });
    await confirm().expect(204);
    await confirm().expect(410);
    await new Browser(app).signIn('bob@example.test', 'dune cobalt ferry walnut').expect(200);
  });
});
