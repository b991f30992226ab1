import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mark can be taken back as long as it can be changed: while its debrief is open. */
export class KeepMarksOfClosedDebriefs1790000008801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_taking_back_mark() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from debriefs d where d.id = old.debrief_id and d.state in ('collecting', 'closed')) then
          raise exception 'marks on evidence stay as they are once their debrief is closed' using errcode = 'PB005';
        end if;
        return old;
      end $$;
      create trigger evidence_marks_stay before delete on evidence_marks for each row execute function refuse_taking_back_mark();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger evidence_marks_stay on evidence_marks; drop function refuse_taking_back_mark()');
  }
}
