import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The stored outcome can never be stale about cards still to come: what the submitted cards say is stored by whoever changes
 * a card, and an outstanding card makes it insufficient by itself, however it came to be owed or ended.
 */
export class StoreOutcome1790000003001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table applications drop column outcome;
      alter table applications add column panel_outcome text
        check (panel_outcome in ('strong_hire', 'hire', 'no_hire', 'strong_no_hire', 'insufficient_evidence'));
      alter table applications add column outcome text generated always as
        (case when panel_outcome is not null and cards_due > 0 then 'insufficient_evidence' else panel_outcome end) stored;
      create index seats_stand_in on seats (user_id) where delegated_from is not null and ended_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index seats_stand_in;
      alter table applications drop column outcome;
      alter table applications drop column panel_outcome;
      alter table applications add column outcome text;
    `);
  }
}
