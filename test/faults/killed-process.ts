import { randomUUID } from 'node:crypto';
import { TestApp } from '../support/test-app.js';
import { PostOffice } from './post-office.js';
import { append } from './record.js';
import { ServerProcess } from './server-process.js';

export interface Aftermath {
  /** Message-IDs that had to arrive. */
  readonly expected: readonly string[];
  /** Message-IDs as they arrived, doubles included. */
  readonly arrived: readonly string[];
  /** Message-IDs that some process was handing over when one was killed. */
  readonly inFlight: readonly string[];
  /** Different texts that arrived under one Message-ID; empty when doubles are the same mail. */
  readonly torn: readonly string[];
  readonly statuses: readonly string[];
  readonly jobsLeft: number;
  /** How the process that was asked to stop ended. */
  readonly exitCode: number | null;
}

const DOMAIN = 'mail.example.test';
const PEOPLE = 10;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(what: string, servers: readonly ServerProcess[], isSo: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await isSo()); waited += 50) {
    if (waited > 240_000) throw new Error(`Never came about: ${what}\n${servers.map((server) => server.output).join('\n')}`);
    await pause(50);
  }
}

/** Admins who are mailed at any hour of any day. */
async function storeReaders(app: TestApp): Promise<void> {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));
  for (let index = 0; index < PEOPLE; index++) {
    const { id } = await app.user(`Admin ${index}`, 'admin');
    await app.rows(`insert into mail_settings (user_id, digest_at, working_hours, quiet_on_holidays) values ($1, '09:00', $2, false)`, [
      id,
      JSON.stringify(hours),
    ]);
  }
}

/** Events that are to be told, and as many whose transaction is rolled back. */
async function tell(app: TestApp, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const event = {
      type: 'webhook.disabled',
      subject: { kind: 'webhook', id: randomUUID() },
      payload: { url: 'https://example.com/', because: 'gone' },
    } as const;
    await append(app, null, event);
    if (index % 5 > 0) continue;
    await app
      .rows(
        `do $$ begin insert into notifications (id, user_id, kind, created_at) select gen_random_uuid(), id, 'webhook.disabled', now() from users; raise exception 'x'; end $$`,
      )
      .catch(() => undefined);
  }
}

/**
 * `messages` mails through two server processes, one of which is killed in the middle. The whole way is real: event,
 * trigger, notification, routing, mail, SMTP.
 */
export async function mailThroughAKilledProcess(messages: number): Promise<Aftermath> {
  const office = await PostOffice.open({ delay: 15 });
  const app = await TestApp.start();
  const servers: ServerProcess[] = [];
  try {
    app.clock.set(new Date());
    await storeReaders(app);
    const environment = {
      DATABASE_URL: app.databaseUrl,
      SMTP_URL: office.url,
      MAIL_FROM: `Plumbline <hire@${DOMAIN}>`,
      PUBLIC_URL: 'https://hire.example.test',
      BACKGROUND_LEASE_SECONDS: '2',
    };
    servers.push(ServerProcess.start(environment), ServerProcess.start(environment));
    const running = () =>
      app.rows<{ message_id: string; lease_token: string }>(
        `select m.message_id, j.lease_token from outbox_jobs j join mails m on m.id = (j.payload->>'mailId')::uuid where j.kind = 'mail.send' and j.status = 'running'`,
      );
    await app.rows(`insert into event_routes values ('webhook.disabled', 'notices.make') on conflict do nothing`);
    await tell(app, messages / PEOPLE);
    const tokens = new Set<string>();
    await until('both processes mail, and some of it has arrived', servers, async () => {
      for (const row of await running()) tokens.add(row.lease_token);
      return tokens.size >= 2 && office.delivered.length >= messages / 4;
    });
    await servers[0]!.kill();
    const inFlight = (await running()).map((row) => row.message_id);
    const left = () => app.rows(`select 1 from outbox_jobs where kind not like 'reminders.%'`);
    await until('nothing is left to do', servers, async () => (await left()).length === 0);
    const exitCode = await servers[1]!.stop();
    return { inFlight, exitCode, ...(await lookAround(app, office)), jobsLeft: (await left()).length };
  } finally {
    await Promise.all(servers.map((server) => server.kill()));
    await app.stop();
    await office.close();
  }
}

async function lookAround(app: TestApp, office: PostOffice) {
  const mails = await office.read();
  const texts = new Map<string, Set<string>>();
  for (const mail of mails)
    texts.set(mail.messageId ?? '', (texts.get(mail.messageId ?? '') ?? new Set()).add(`${mail.subject}\n${mail.text}\n${mail.html}`));
  const expected = await app.rows<{ id: string }>('select id from notifications order by id');
  return {
    expected: expected.map(({ id }) => `<${id}@${DOMAIN}>`).sort(),
    arrived: mails.map((mail) => mail.messageId ?? '').sort(),
    torn: [...texts].filter(([, variants]) => variants.size > 1).map(([id]) => id),
    statuses: (await app.rows<{ status: string }>('select distinct status from mails')).map((row) => row.status),
  };
}
