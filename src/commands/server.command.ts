import type { Command } from 'commander';
import { ConfigError, readConfig } from '../platform/config.js';
import { printJson } from './command-io.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface StartFlags {
  readonly port?: string;
  readonly host?: string;
  readonly demo: boolean;
}

/** Runs until asked to stop; Ctrl-C lets requests finish, then stops the server before its database. */
async function serve(flags: StartFlags): Promise<void> {
  const environment = { ...process.env, ...(flags.port ? { PORT: flags.port } : {}), ...(flags.host ? { HOST: flags.host } : {}) };
  // Loaded only when needed: the arithmetic on files starts without a server's worth of modules.
  const { start } = await import('../start.js');
  const starting = start({ environment, demo: flags.demo, say });
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= starting
      .then((running) => running.stop())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          say(String(error));
          process.exit(1);
        },
      );
  };
  // Before the start is done: Ctrl-C in the middle of it ends what was begun.
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await starting;
}

/** Prints a start-up fault as a sentence; a stack only for what nobody foresaw. */
export async function orExplain(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    say(error instanceof ConfigError ? error.message : error instanceof Error ? `Plumbline could not do this: ${error.message}` : String(error));
    process.exitCode = 1;
  }
}

export function registerServer(program: Command): void {
  program
    .command('start')
    .description('serve the API and the web app')
    .option('--port <port>', 'port to listen on (PORT)')
    .option('--host <host>', 'address to listen on (HOST)')
    .option('--no-demo', 'leave a new embedded database empty')
    .action((flags: StartFlags) => orExplain(serve(flags)));

  program
    .command('migrate')
    .description('apply migrations to DATABASE_URL with the login of MIGRATION_DATABASE_URL')
    .action(() => orExplain(migrateNow()));

  program
    .command('demo')
    .description('load the demo organisation into the empty database of DATABASE_URL')
    .action(() => orExplain(loadDemoNow()));

  program
    .command('invariants')
    .description('check every stored invariant of DATABASE_URL, or of the embedded database')
    .option('--json', 'print one JSON document')
    .action((flags: { json?: boolean }) => orExplain(checkNow(flags.json ?? false)));

  program
    .command('openapi')
    .description('print the OpenAPI document of this version (needs DATABASE_URL)')
    .action(() => orExplain(printOpenApi()));
}

async function migrateNow(): Promise<void> {
  const { applyMigrations } = await import('../platform/migrations.js');
  await applyMigrations(readConfig(process.env), say);
}

async function loadDemoNow(): Promise<void> {
  const config = readConfig(process.env);
  if (!config.DATABASE_URL) throw new Error('DATABASE_URL is not set; `npm start` loads the demo into a new embedded database by itself.');
  await migrateNow();
  const { Clock } = await import('../platform/clock.js');
  const { loadDemo } = await import('../demo/load-demo.js');
  await loadDemo(config, new Clock().now());
  say('The demo organisation is loaded.');
}

/** Exit 1 when something stored breaks a rule, so that a script can act on it. */
async function checkNow(asJson: boolean): Promise<void> {
  const { withDatabase } = await import('../platform/operator-database.js');
  const { checkInvariants } = await import('../platform/invariants.js');
  const breaches = await withDatabase(process.env, say, checkInvariants);
  if (asJson) printJson({ breaches });
  else if (breaches.length === 0) say('Every invariant holds.');
  else for (const breach of breaches) say(`${breach.invariant}: ${JSON.stringify(breach.found)}`);
  if (breaches.length > 0) process.exitCode = 1;
}

async function printOpenApi(): Promise<void> {
  const { createApp } = await import('../app.js');
  const { buildOpenApi } = await import('../platform/openapi.js');
  const app = await createApp(readConfig({ ...process.env, LOG_LEVEL: 'silent' }));
  try {
    await app.init();
    printJson(buildOpenApi(app));
  } finally {
    await app.close();
  }
}
