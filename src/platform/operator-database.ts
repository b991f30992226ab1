import { DataSource } from 'typeorm';
import { readConfig } from './config.js';
import { Database } from './database.js';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { applyMigrations } from './migrations.js';

/** Opens the configured database, or the embedded one, for one piece of an operator's work. */
export async function withDatabase<T>(
  environment: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const config = readConfig(environment);
  const embedded = config.DATABASE_URL ? undefined : await startEmbeddedPostgres({ folder: config.DATA_DIR });
  if (embedded) {
    const { url, ownerUrl } = await embedded.openDatabase(async () => undefined);
    config.DATABASE_URL = url;
    config.MIGRATION_DATABASE_URL = ownerUrl;
  }
  const source = new DataSource({ type: 'postgres', url: config.DATABASE_URL, extra: { max: 3 } });
  try {
    await applyMigrations(config, say);
    await source.initialize();
    return await work(new Database(source));
  } finally {
    if (source.isInitialized) await source.destroy();
    await embedded?.stop();
  }
}
