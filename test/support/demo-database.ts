import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { type TestDatabase, createTestDatabase } from './test-database.js';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/** A database of one's own with the demo organisation in it: loaded once a run, by whichever file asks first, and cloned from there. */
export async function createDemoDatabase(): Promise<TestDatabase> {
  const demo = `${process.env['PLUMBLINE_TEST_TEMPLATE'] ?? ''}_demo`;
  const client = new pg.Client({ connectionString: process.env['PLUMBLINE_TEST_SERVER'] });
  await client.connect();
  try {
    // Others wait here while the first one loads it.
    await client.query('select pg_advisory_lock(4713)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [demo]);
    if (!rowCount) await loadDemo(client, demo);
  } finally {
    await client.end();
  }
  return createTestDatabase(demo);
}

async function loadDemo(client: pg.Client, name: string): Promise<void> {
  const database = await createTestDatabase();
  await promisify(execFile)(process.execPath, [CLI, 'demo'], {
    env: {
      PATH: process.env['PATH'] ?? '',
      LOG_LEVEL: 'error',
      DATABASE_URL: database.url,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      DATABASE_POOL: '5',
    },
  });
  const loaded = new URL(database.url).pathname.slice(1);
  await client.query(`alter database ${loaded} rename to ${name}`);
}
