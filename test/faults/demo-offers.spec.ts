import pg from 'pg';
import { createDemoDatabase } from '../support/demo-database.js';
import type { TestDatabase } from '../support/test-database.js';

describe('the offers of the demo', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDemoDatabase();
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
