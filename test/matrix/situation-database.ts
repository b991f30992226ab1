import pg from 'pg';
import { createTestDatabase } from '../support/test-database.js';

/** A migrated database and a time, without the product around it: the visibility rule is asked in plain SQL. */
export class SituationDatabase {
  readonly now = new Date('2026-03-04T12:00:00.000Z');

  private constructor(
    private readonly pool: pg.Pool,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(): Promise<SituationDatabase> {
    const database = await createTestDatabase();
    return new SituationDatabase(new pg.Pool({ connectionString: database.url, max: 2 }), database.drop);
  }

  async stop(): Promise<void> {
    await this.pool.end();
    await this.drop();
  }

  async rows<Row = Record<string, unknown>>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(text, [...values])).rows as Row[];
  }
}
