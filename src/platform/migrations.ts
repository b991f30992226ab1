import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { Config } from './config.js';

type MigrationClass = new () => MigrationInterface;

/** Beside the compiled product in `dist/migrations`, beside `src` in a checkout. */
function migrationFolder(): string {
  const built = fileURLToPath(new URL('../migrations', import.meta.url));
  return existsSync(built) ? built : fileURLToPath(new URL('../../migrations', import.meta.url));
}

async function migrationClasses(): Promise<MigrationClass[]> {
  const folder = migrationFolder();
  const files = readdirSync(folder)
    .filter((name) => /^\d+-\w+\.(js|ts)$/.test(name))
    .sort();
  const classes: MigrationClass[] = [];
  for (const file of files) {
    const module = (await import(pathToFileURL(join(folder, file)).href)) as Record<string, MigrationClass>;
    classes.push(...Object.values(module));
  }
  return classes;
}

/** Any constant: the lock that keeps two starting processes from migrating at once. */
const MIGRATION_LOCK = 7_105_114;

/**
 * Brings the schema up to date with the owning login, then gives the running login its rights: read and write on
 * everything, but never UPDATE or DELETE on append-only tables. Returns the names of the migrations applied.
 */
export async function migrate(ownerUrl: string, runtimeRole: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: await migrationClasses(),
    migrationsTransactionMode: 'each',
    extra: { max: 2 },
  });
  await source.initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const applied = await source.runMigrations();
    await runner.query('select grant_runtime($1)', [runtimeRole]);
    return applied.map((migration) => migration.name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
    await source.destroy();
  }
}

/** The login name inside a postgres:// address. */
export function roleOf(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).username);
}

/** Migrates the configured database and says what was done. */
export async function applyMigrations(config: Config, say: (line: string) => void): Promise<void> {
  if (!config.DATABASE_URL) throw new Error('DATABASE_URL is not set.');
  const owner = config.MIGRATION_DATABASE_URL ?? config.DATABASE_URL;
  const applied = await migrate(owner, roleOf(config.DATABASE_URL));
  if (applied.length > 0) say(`Applied ${applied.length} migration${applied.length === 1 ? '' : 's'}.`);
  if (roleOf(owner) === roleOf(config.DATABASE_URL)) {
    say('Warning: one login migrates and runs. Set MIGRATION_DATABASE_URL to a second login, so that the running one may not rewrite the record.');
  }
}
