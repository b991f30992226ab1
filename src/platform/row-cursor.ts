import pg from 'pg';
import Cursor from 'pg-cursor';

/** How many rows are in this process at a time. */
export const ROWS_AT_ONCE = 500;

/**
 * The rows of one statement, taken a batch at a time: a million rows cost no more memory than five hundred. It reads on a connection of its own, so that a
 * slow reader at the other end takes none of the pool's, and in one snapshot, so that the rows belong together.
 */
export class RowCursor<Row> {
  /** Rows taken so far. */
  rowsRead = 0;

  private constructor(
    private readonly client: pg.Client,
    private readonly cursor: Cursor<Row>,
  ) {}

  static async open<Row>(connectionString: string, text: string, values: readonly unknown[]): Promise<RowCursor<Row>> {
    const client = new pg.Client({ connectionString, application_name: 'plumbline-export' });
    // A lost connection fails the reading it happens in; told here too, it would end the process.
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query('begin transaction isolation level repeatable read read only');
      return new RowCursor<Row>(client, client.query(new Cursor<Row>(text, [...values])));
    } catch (error) {
      await client.end();
      throw error;
    }
  }

  /** The next rows; none at the end. */
  async next(): Promise<Row[]> {
    const rows = await this.cursor.read(ROWS_AT_ONCE);
    this.rowsRead += rows.length;
    return rows;
  }

  /** Lets the connection go, whether the end was reached or not. */
  async close(): Promise<void> {
    await this.client.end();
  }
}
