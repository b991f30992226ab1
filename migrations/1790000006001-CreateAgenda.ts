import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The agenda of each round of a debrief: where the room is, how long it talked about what, and the minutes. What stands on the
 * agenda is computed and stored nowhere; `item` is the key of an item.
 */
export class CreateAgenda1790000006001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(STOP_WITH_THE_TALK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger debriefs_stop_the_clock on debriefs;
      drop function stop_agenda_clock();
      drop table agenda_minutes, agenda_laps, debrief_agendas;
    `);
  }
}

const TABLES = `
create table debrief_agendas (
  debrief_id uuid not null references debriefs,
  round_number integer not null,
  current_item text,
  primary key (debrief_id, round_number)
);

-- The clock: it runs while a lap has no end.
create table agenda_laps (
  id bigint generated always as identity primary key,
  debrief_id uuid not null,
  round_number integer not null,
  item text,
  started_at timestamptz not null,
  ended_at timestamptz,
  started_by uuid not null references users,
  foreign key (debrief_id, round_number) references debrief_agendas,
  check (ended_at >= started_at)
);
create index agenda_laps_debrief on agenda_laps (debrief_id, round_number, id);
create unique index agenda_laps_running on agenda_laps (debrief_id) where ended_at is null;

create table agenda_minutes (
  debrief_id uuid not null references debriefs,
  round_number integer not null,
  item text not null,
  revision integer not null,
  text text not null,
  salt text not null,
  content_hash text not null,
  written_by uuid not null references users,
  written_at timestamptz not null,
  primary key (debrief_id, round_number, item, revision)
);
create trigger agenda_minutes_append_only before update or delete on agenda_minutes for each row execute function refuse_change();
create trigger agenda_minutes_no_truncate before truncate on agenda_minutes for each statement execute function refuse_change();`;

/** Whoever decides does not have to remember the clock: it stops in the same transaction. */
const STOP_WITH_THE_TALK = `
create function stop_agenda_clock() returns trigger language plpgsql as $$
begin
  update agenda_laps set ended_at = greatest(started_at, coalesce(new.decided_at, started_at)) where debrief_id = new.id and ended_at is null;
  return null;
end $$;
create trigger debriefs_stop_the_clock after update of state on debriefs for each row
  when (old.state is distinct from new.state and new.state not in ('discussing', 'second_ballot', 'committee_ballot')) execute function stop_agenda_clock();`;
