import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.js';
import { migrate } from '../../src/platform/migrations.js';

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * One server for the whole run (TEST_DATABASE_URL, or an embedded one), and in it one migrated template that every test
 * file clones. Answers how to stop and clean up.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL'];
  const folder = given ? undefined : mkdtempSync(join(tmpdir(), 'plumbline-test-'));
  const server = folder ? await startEmbeddedPostgres({ folder, settings: FAST }) : undefined;
  const superuserUrl = given ?? server?.superuserUrl ?? '';
  const template = `plumbline_template_${process.pid}`;
  await makeTemplate(superuserUrl, template);
  process.env['PLUMBLINE_TEST_SERVER'] = superuserUrl;
  process.env['PLUMBLINE_TEST_TEMPLATE'] = template;
  return async () => {
    for (const name of [template, `${template}_demo`]) {
      await asSuperuser(superuserUrl, (client) => client.query(`drop database if exists ${name} with (force)`));
    }
    await server?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
}

/** Tests run with two logins, as the product does: one owns the schema, the other may not rewrite the record. */
async function makeTemplate(superuserUrl: string, template: string): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    // Several runs may share one server: roles are made once.
    await client.query('select pg_advisory_lock(4712)');
    for (const role of ['plumbline_test_owner', 'plumbline_test_app']) {
      const known = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      if (!known.rowCount) await client.query(`create role ${role} login password 'test'`);
    }
    await client.query(`create database ${template} owner plumbline_test_owner`);
  });
  const url = new URL(superuserUrl);
  url.username = 'plumbline_test_owner';
  url.password = 'test';
  url.pathname = `/${template}`;
  await migrate(url.href, 'plumbline_test_app');
}

async function asSuperuser<T>(superuserUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  return work(client).finally(() => client.end());
}
