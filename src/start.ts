import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { type Config, readConfig } from './platform/config.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.js';
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
