import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person's calendar by a secret address. The secret is kept as a hash; who has the address needs nothing else. */
export class CreateCalendarFeeds1790000008302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calendar_feeds (
        id uuid primary key,
        user_id uuid not null references users,
        secret_hash text not null unique,
        -- the end of the secret, to tell addresses apart
        hint text not null,
        created_at timestamptz not null,
        last_read_at timestamptz,
        revoked_at timestamptz
      );
      create unique index calendar_feeds_open on calendar_feeds (user_id) where revoked_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_feeds');
  }
}
