import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { type Config, readConfig } from './platform/config.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.js';
import { migrate, roleOf } from './platform/migrations.js';

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
      config.DATABASE_URL = embedded.url;
      config.MIGRATION_DATABASE_URL = embedded.ownerUrl;
    }
    await applyMigrations(config, options.say);
    app = await createApp(config);
    await app.listen(config.PORT, config.HOST);
    const address = config.PUBLIC_URL ?? (await app.getUrl()).replace('[::1]', 'localhost');
    return { address, config, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export async function applyMigrations(config: Config, say: (line: string) => void): Promise<void> {
  if (!config.DATABASE_URL) throw new Error('DATABASE_URL is not set.');
  const owner = config.MIGRATION_DATABASE_URL ?? config.DATABASE_URL;
  const applied = await migrate(owner, roleOf(config.DATABASE_URL));
  if (applied.length > 0) say(`Applied ${applied.length} migration${applied.length === 1 ? '' : 's'}.`);
  if (roleOf(owner) === roleOf(config.DATABASE_URL)) {
    say('Warning: one login migrates and runs. Set MIGRATION_DATABASE_URL to a second login, so that the running one may not rewrite the record.');
  }
}

/** Names one run of a command in the record. */
export function commandRequestId(): string {
  return randomUUID();
}
