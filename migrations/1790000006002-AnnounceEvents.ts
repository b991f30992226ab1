import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tells every server process, at commit, that something happened to an application, so that open live streams can follow.
 * Rooms need not know of it: the record is the feed. A vote announces nothing, not even that there was one; what else is
 * left out here never concerns a debrief. PostgreSQL sends notifications in the order of the commits.
 */
export class AnnounceEvents1790000006002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function is_announced(type text) returns boolean language sql immutable as $$
        select split_part(type, '.', 1) in ('debrief', 'ballot', 'challenge', 'veto', 'decision', 'offer', 'agenda', 'scorecard', 'seat',
                                            'application', 'interview', 'conflict', 'break_glass')
          and type not in ('ballot.voted', 'scorecard.private_note_saved', 'debrief.reading_refused')
      $$;
      create function announce_event() returns trigger language plpgsql as $$
      begin
        perform pg_notify('plumbline_events', json_build_object('applicationId', new.application_id, 'id', new.id::text, 'ref', new.ref, 'type', new.type)::text);
        return null;
      end $$;
      create trigger events_announced after insert on events for each row
        when (new.application_id is not null and is_announced(new.type)) execute function announce_event();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger events_announced on events;
      drop function announce_event();
      drop function is_announced(text);
    `);
  }
}
