import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Imports: the files as they came, in pieces; the plan, one row for each thing in them, which is the report too; and under which id another
 * system knows what was made of it, so that the same file again makes nothing new.
 */
export class CreateImports1790000008501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [IMPORTS, FILES, ROWS, IDS, CARDS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table imported_cards, external_ids, import_mappings, import_rows, import_progress, import_chunks, import_files, imports;
    `);
  }
}

const IMPORTS = `
create table imports (
  id uuid primary key,
  number bigint generated always as identity,
  source text not null check (source in ('greenhouse', 'lever', 'ashby', 'csv', 'schema_org')),
  -- whose ids these are: two systems of one kind may use the same numbers
  system text not null,
  state text not null check (state in ('uploading', 'reading', 'needs_mapping', 'planned', 'running', 'done', 'failed', 'cancelled')),
  settings jsonb not null default '{}',
  -- of a CSV file: its header, some rows, and what its columns seem to be
  found jsonb,
  problem jsonb,
  plan_hash text,
  -- the ground had moved when it was to be run: what is planned now differs from what was shown before
  replanned boolean not null default false,
  -- each reading has its own: one that was overtaken by another mapping writes nothing more
  attempt uuid,
  actor jsonb not null,
  version integer not null default 1,
  created_by uuid not null references users,
  created_at timestamptz not null,
  planned_at timestamptz,
  finished_at timestamptz
);
create index imports_by_creator on imports (created_by, number desc);
create index imports_unfinished on imports (created_at) where state = 'uploading';
-- beside the row that a run holds: written by itself while the run's transaction is open
create table import_progress (
  import_id uuid primary key references imports on delete cascade,
  done bigint not null default 0,
  total bigint not null default 0,
  cancel_asked boolean not null default false
);`;

const FILES = `
create table import_files (
  import_id uuid not null references imports on delete cascade,
  position integer not null,
  name text not null,
  size bigint not null default 0,
  sha256 text,
  primary key (import_id, position)
);
create table import_chunks (
  import_id uuid not null references imports on delete cascade,
  file integer not null,
  position integer not null,
  content bytea not null,
  primary key (import_id, file, position)
);`;

const ROWS = `
create table import_rows (
  import_id uuid not null references imports on delete cascade,
  position integer not null,
  file integer not null,
  line integer not null,
  pointer text not null,
  kind text not null,
  external_id text not null,
  -- what it says in neutral form; emptied when the import is over
  content jsonb not null,
  content_hash text not null,
  faults jsonb not null default '[]',
  label text,
  -- 1 for the first row of this id, 2 for its repetition
  nth integer,
  action text check (action in ('make', 'change', 'unchanged', 'skip')),
  code text,
  -- the id of what is made of it, if anything is
  make_id uuid not null default gen_random_uuid(),
  target_id uuid,
  -- what the row hangs on: the candidate and job of an application, the application and author of a card
  parent_id uuid,
  second_id uuid,
  warnings text[] not null default '{}',
  primary key (import_id, position)
);
create index import_rows_identity on import_rows (import_id, kind, external_id);
create index import_rows_action on import_rows (import_id, action, position);`;

const IDS = `
create table external_ids (
  system text not null,
  kind text not null check (kind in ('user', 'job', 'candidate', 'application', 'interview', 'card')),
  external_id text not null,
  target_id uuid not null,
  -- of what the source said when it was last taken over
  content_hash text not null,
  -- the version of ours that the import left: another means that somebody has changed it here since
  target_version integer,
  import_id uuid not null references imports,
  primary key (system, kind, external_id)
);
create index external_ids_target on external_ids (target_id);
create table import_mappings (
  id uuid primary key,
  name text not null,
  source text not null,
  header text,
  settings jsonb not null,
  created_by uuid not null references users,
  created_at timestamptz not null,
  unique (created_by, source, name)
);`;

const CARDS = `
-- What the source said of a card, word for word: shown to those who may see the card, and to nobody else.
create table imported_cards (
  scorecard_id uuid primary key references scorecards,
  import_id uuid not null references imports,
  system text not null,
  external_id text not null,
  title text not null,
  original jsonb not null
);`;
