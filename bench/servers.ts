/** The two servers, each a process of its own on the same database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

async function started(child: ChildProcess, from: 'stdout' | 'stderr'): Promise<Server> {
  let said = '';
  const url = await new Promise<string>((found, fail) => {
    child[from]?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
      const address = /ready at (http:\/\/\S+)\s/.exec(said)?.[1];
      if (address) found(address);
    });
    child.on('exit', (code) => fail(new Error(`A server ended with ${String(code)}:\n${said}`)));
  });
  const ended = new Promise<void>((done) => child.on('exit', () => done()));
  return {
    url,
    pid: child.pid ?? 0,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export function startBare(databaseUrl: string): Promise<Server> {
  const file = fileURLToPath(new URL('bare-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file], {
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return started(child, 'stdout');
}

/** The built product as it runs in production, logs written away; mail and webhooks are another process's work. */
export function startProduct(cli: string, databaseUrl: string, ownerUrl: string, profileTo: string | undefined): Promise<Server> {
  const environment = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    MIGRATION_DATABASE_URL: ownerUrl,
    DATABASE_POOL: '10',
    RATE_LIMIT_PER_MINUTE: '1000000',
    BACKGROUND_WORK: 'false',
  };
  const profile = profileTo === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileTo}`];
  const child = spawn(process.execPath, [...profile, cli, 'start'], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  return started(child, 'stderr');
}
