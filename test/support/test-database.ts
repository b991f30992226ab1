import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  /** The running login. */
  readonly url: string;
  readonly ownerUrl: string;
  drop(): Promise<void>;
}

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env['PLUMBLINE_TEST_SERVER'] });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** A database of one's own, cloned from the migrated template unless from another. */
export async function createTestDatabase(template = process.env['PLUMBLINE_TEST_TEMPLATE'] ?? ''): Promise<TestDatabase> {
  const name = `plumbline_test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(async (client) => {
    // Cloning takes a lock on the template; two files that start together wait for each other.
    await client.query('select pg_advisory_lock(4711)');
    await client.query(`create database ${name} template ${template} owner plumbline_test_owner`);
  });
  const login = (role: string) => {
    const url = new URL(process.env['PLUMBLINE_TEST_SERVER'] ?? '');
    url.username = role;
    url.password = 'test';
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    url: login('plumbline_test_app'),
    ownerUrl: login('plumbline_test_owner'),
    drop: () => asSuperuser(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}
