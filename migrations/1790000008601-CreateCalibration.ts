import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agreement and severity, computed in the background from closed debriefs and read from here. Each run is kept with when it was made, what it
 * counted and by which engine; figures are those of the last run alone. Nobody's figures are readable before they could read their own.
 */
export class CreateCalibration1790000008601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table calibration_runs (
        id uuid primary key,
        engine integer not null,
        input_hash text not null,
        cards integer not null,
        applications integer not null,
        interviewers integer not null,
        computed_at timestamptz not null,
        turn bigint generated always as identity
      );
      create index calibration_runs_turn on calibration_runs (turn desc);

      create table agreement_figures (
        run_id uuid not null references calibration_runs,
        rubric_version_id uuid not null references rubric_versions,
        job_id uuid references jobs,
        criterion text,
        criterion_name text,
        place integer not null,
        levels integer not null,
        figures jsonb not null,
        -- the applications counted, where they are too few to hide one another
        few uuid[],
        check ((place = 0) = (criterion is null))
      );
      create unique index agreement_figures_scope on agreement_figures (rubric_version_id, coalesce(job_id, '00000000-0000-0000-0000-000000000000'), place);

      create table severity_fits (
        run_id uuid not null references calibration_runs,
        levels integer primary key,
        fit jsonb not null,
        few uuid[]
      );
      create table severity_effects (
        levels integer not null references severity_fits on delete cascade,
        interviewer_id uuid not null references users,
        effect jsonb not null,
        primary key (interviewer_id, levels)
      );
      create table severity_adjusted (
        levels integer not null references severity_fits on delete cascade,
        application_id uuid not null references applications,
        score jsonb not null,
        primary key (application_id, levels)
      );

      -- since when somebody could read their own page, and when they first did
      create table calibration_pages (
        user_id uuid primary key references users,
        available_since timestamptz not null,
        first_opened_at timestamptz
      );
      create index debriefs_closed on debriefs (application_id) where state = 'closed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index debriefs_closed;
      drop table calibration_pages, severity_adjusted, severity_effects, severity_fits, agreement_figures, calibration_runs;
    `);
  }
}
