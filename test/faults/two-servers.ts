import { once } from 'node:events';
import { createServer } from 'node:net';
import { ServerProcess } from './server-process.js';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Two server processes on one database; whatever is sent goes to the one or the other. */
export class TwoServers {
  private constructor(
    private readonly servers: readonly ServerProcess[],
    readonly addresses: readonly string[],
  ) {}

  static async start(database: { readonly databaseUrl: string; readonly ownerUrl: string }): Promise<TwoServers> {
    const ports = [await freePort(), await freePort()];
    const servers = ports.map((port) =>
      ServerProcess.start({
        DATABASE_URL: database.databaseUrl,
        MIGRATION_DATABASE_URL: database.ownerUrl,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATABASE_POOL: '6',
        RATE_LIMIT_PER_MINUTE: '1000000',
        BACKGROUND_WORK: 'false',
      }),
    );
    const two = new TwoServers(
      servers,
      ports.map((port) => `http://127.0.0.1:${port}`),
    );
    try {
      await Promise.all(two.addresses.map((address, index) => two.ready(address, servers[index]!)));
      return two;
    } catch (error) {
      await two.stop();
      throw error;
    }
  }

  private async ready(address: string, server: ServerProcess): Promise<void> {
    const asked = () =>
      fetch(`${address}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
    while (!(await asked())) {
      if (!server.isRunning) throw new Error(`A server ended:\n${server.output}`);
      await new Promise((done) => setTimeout(done, 100));
    }
  }

  async send(server: number, as: { readonly secret: string }, method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(`${this.addresses[server % 2]}/api/v1${path}`, {
      method,
      headers: { cookie: `plumbline=${as.secret}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  }

  async stop(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.kill()));
  }
}
