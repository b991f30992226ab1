import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who sits at the draft of a rubric and what of it is on the record already, so that a draft that saves itself tells each place once. */
export class AddDraftSittings1790000008701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table rubric_versions add column sitting jsonb;
      alter table rubric_versions add constraint rubric_versions_sitting_of_draft check (sitting is null or status = 'draft');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rubric_versions drop column sitting;');
  }
}
