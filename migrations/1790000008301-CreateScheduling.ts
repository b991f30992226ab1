import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Times proposed for an interview, and when people were last told of a change to it. */
export class CreateScheduling1790000008301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- when the sequence last grew: what a calendar shows as the time of the change
      alter table interviews add column told_at timestamptz;

      create table interview_proposals (
        id uuid primary key,
        interview_id uuid not null references interviews,
        status text not null default 'open' check (status in ('open', 'confirmed', 'withdrawn', 'overtaken')),
        time_zone text not null,
        location text,
        proposed_by uuid not null references users,
        proposed_at timestamptz not null,
        ended_at timestamptz,
        reason text,
        turn bigint generated always as identity,
        check ((status = 'open') = (ended_at is null))
      );
      create unique index interview_proposals_open on interview_proposals (interview_id) where status = 'open';
      create index interview_proposals_interview on interview_proposals (interview_id, turn desc);

      create table interview_proposal_slots (
        id uuid primary key,
        proposal_id uuid not null references interview_proposals,
        position integer not null,
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        chosen boolean not null default false,
        unique (proposal_id, position),
        unique (proposal_id, starts_at, ends_at)
      );
      create unique index interview_proposal_slots_chosen on interview_proposal_slots (proposal_id) where chosen;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table interview_proposal_slots, interview_proposals;
      alter table interviews drop column told_at;
    `);
  }
}
