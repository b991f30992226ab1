import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { DebriefRoom } from '../support/debrief-room.js';
import { TestApp } from '../support/test-app.js';
import { Listening } from './live-listening.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
/** Built before the suites run; a single suite may run without. */
const built = existsSync(fileURLToPath(new URL('../../dist/live/live.module.js', import.meta.url)));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

(built ? describe : describe.skip)('live, over server processes', () => {
  let app: TestApp;
  const servers: { readonly address: string; readonly child: ChildProcess }[] = [];
  beforeAll(async () => {
    app = await TestApp.start();
    // These servers go by the real time.
    app.clock.set(new Date());
    for (let count = 0; count < 2; count++) servers.push(await serve());
  }, 120_000);
  afterAll(async () => {
    for (const { child } of servers) if (child.exitCode === null && child.signalCode === null) await stop(child, 'SIGKILL');
    await app.stop();
  });

  async function serve(): Promise<{ address: string; child: ChildProcess }> {
    const port = await freePort();
    const env = {
      ...process.env,
      DATABASE_URL: app.databaseUrl,
      MIGRATION_DATABASE_URL: app.ownerUrl,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'error',
      DATABASE_POOL: '4',
    };
    const child = spawn(process.execPath, [CLI, 'start', '--no-demo'], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    const address = `http://127.0.0.1:${port}`;
    while (
      !(await fetch(`${address}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      ))
    ) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${said}`);
      await new Promise((done) => setTimeout(done, 100));
    }
    return { address, child };
  }

  async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    const ended = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await ended)[0];
  }

  it('goes on at another process when one is killed, and lets one stop that has listeners', async () => {
    const [one, two] = servers as [(typeof servers)[0], (typeof servers)[0]];
    const room = await new DebriefRoom(app).build({
      levels: [
        [1, 3],
        [4, 3],
      ],
      settings: { firstBallot: false },
    });
    const lead = async (method: string, path: string, body: unknown) => {
      const answer = await fetch(`${one.address}/api/v1/debriefs/${room.debriefId}${path}`, {
        method,
        headers: { cookie: `plumbline=${room.facilitator.secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(200);
    };
    await lead('POST', '/discussion', {});
    const far = await Listening.open(two.address, room.manager, room.debriefId);
    expect(far.status).toBe(200);
    await far.opened();
    await lead('PUT', '/agenda/current', { item: 'criterion:impact' });
    await far.told('agenda');
    await stop(two.child, 'SIGKILL');
    await far.until(() => far.ended);
    await lead('POST', '/agenda/clock/start', {});
    const resumed = await Listening.open(one.address, room.manager, room.debriefId, far.lastId);
    await resumed.told('agenda');
    expect(await stop(one.child, 'SIGTERM')).toBe(0);
    await resumed.until(() => resumed.ended);
  }, 60_000);
});
