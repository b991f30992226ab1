import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A run takes the rows of a kind in their order, a batch at a time. Rows are read and run before the database has looked at them:
 * without an index in that very order it sorts all that are left, once for every batch.
 */
export class WalkImportRows1790000008502 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index import_rows_turn on import_rows (import_id, kind, position)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index import_rows_turn');
  }
}
