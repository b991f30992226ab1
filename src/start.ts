import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { FirstAdminService } from './access/first-admin.service.js';
import { Clock } from './platform/clock.js';
import { DemoReset } from './demo/demo-reset.service.js';
import { DemoReader } from './demo/demo.reader.js';
import { loadDemo } from './demo/load-demo.js';
import { type Config, readConfig } from './platform/config.js';
import { type DatabaseLogins, type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.js';
import { applyMigrations } from './platform/migrations.js';

export interface StartOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Load the demo organisation into an empty embedded database. */
  readonly demo: boolean;
  /** Tells the person at the terminal what happens. */
  readonly say: (line: string) => void;
}

export interface Running {
  readonly address: string;
  readonly config: Config;
  stop(): Promise<void>;
}

/**
 * Takes the product from nothing to serving: database (embedded where none is given), migrations, demo or first-admin
 * link, HTTP. A failure on the way stops what was started.
 */
export async function start(options: StartOptions): Promise<Running> {
  const config = readConfig(options.environment);
  let embedded: EmbeddedPostgres | undefined;
  let app: NestFastifyApplication | undefined;
  const stop = async () => {
    await app?.close();
    await embedded?.stop();
  };
  try {
    if (!config.DATABASE_URL) {
      options.say('Starting the embedded PostgreSQL …');
      embedded = await startEmbeddedPostgres({ folder: config.DATA_DIR });
      const logins = await embedded.openDatabase((fresh) => fillDatabase(config, fresh, options));
      config.DATABASE_URL = logins.url;
      config.MIGRATION_DATABASE_URL = logins.ownerUrl;
    }
    await applyMigrations(config, options.say);
    app = await createApp(config);
    if (embedded) allowReset(app, embedded, config);
    await app.listen(config.PORT, config.HOST);
    const address = config.PUBLIC_URL ?? (await app.getUrl()).replace('[::1]', 'localhost');
    await sayWhoSignsIn(app, address, options.say);
    return { address, config, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The demo can be begun anew where the database is this process's own. */
function allowReset(app: NestFastifyApplication, embedded: EmbeddedPostgres, config: Config): void {
  app.get(DemoReset).allow((record) =>
    embedded.replaceDatabase(async ({ url, ownerUrl }) => {
      const fresh: Config = { ...config, DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl };
      await applyMigrations(fresh, () => undefined);
      await loadDemo(fresh, new Clock().now(), record);
    }),
  );
}

async function fillDatabase(config: Config, { url, ownerUrl }: DatabaseLogins, options: StartOptions): Promise<void> {
  const fresh: Config = { ...config, DATABASE_URL: url, MIGRATION_DATABASE_URL: ownerUrl };
  await applyMigrations(fresh, options.say);
  if (!options.demo) return;
  options.say('Loading the demo organisation …');
  await loadDemo(fresh, new Clock().now());
}

/** The first thing a new person needs, told at once: where to go and how to get in. */
async function sayWhoSignsIn(app: NestFastifyApplication, address: string, say: (line: string) => void): Promise<void> {
  const link = await app.get(FirstAdminService).ensureLink();
  const people = link ? [] : await app.get(DemoReader).people();
  const lines = [`\nPlumbline is ready at ${address}`];
  if (link) lines.push(`Nobody is in yet. Open this link once to become the first admin:\n  ${link}`);
  if (people.length > 0) lines.push('Demo organisation: choose one of these on the sign-in page (this machine only):');
  for (const person of people) lines.push(`  ${person.name.padEnd(16)} ${person.title}`);
  say(`${lines.join('\n')}\n`);
}
