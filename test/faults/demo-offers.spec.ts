import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe('the offers of the demo', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const environment = { DATABASE_URL: database.url, MIGRATION_DATABASE_URL: database.ownerUrl, DATABASE_POOL: '5' };
    await promisify(execFile)(process.execPath, ['--no-warnings', '--import', file('./typescript-hooks.js'), file('../../src/cli.ts'), 'demo'], {
      env: { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'error', ...environment },
    });
  }, 240_000);
  afterAll(() => database.drop());

  it('one is out within its band, one was countered and waits for approvals outside it', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client
      .query(
        `select o.status, o.round_number, r.package->>'currency' as currency, r.package->>'base' as base, o.band_check->>'standing' as standing, a.status as stage
         from offers o join offer_revisions r on r.offer_id = o.id and r.number = o.revision join applications a on a.id = o.application_id
         order by currency`,
      )
      .finally(() => client.end());
    expect(rows).toEqual([
      { status: 'awaiting_approval', round_number: 2, currency: 'CNY', base: '780000', standing: 'outside', stage: 'offered' },
      { status: 'extended', round_number: 1, currency: 'USD', base: '205000', standing: 'within', stage: 'offered' },
    ]);
  });
});
