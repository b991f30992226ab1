import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Marks on evidence: one a person and piece, never on one's own card, never changed once the debrief is closed. The history holds no more
 * than that a mark was made; who made it stands here alone, so that it can be changed, and is shown to nobody.
 */
export class CreateEvidenceMarks1790000007001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table evidence_marks (
        debrief_id uuid not null references debriefs,
        scorecard_id uuid not null,
        revision integer not null,
        criterion text not null,
        item integer not null check (item >= 0),
        marked_by uuid not null references users,
        mark text not null check (mark in ('helpful', 'vague', 'unsupported')),
        primary key (scorecard_id, revision, criterion, item, marked_by),
        foreign key (scorecard_id, revision) references scorecard_revisions
      );
      create index evidence_marks_debrief on evidence_marks (debrief_id, marked_by);

      create function refuse_evidence_mark() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from debriefs d where d.id = new.debrief_id and d.state in ('collecting', 'closed')) then
          raise exception 'evidence is marked while its debrief is open' using errcode = 'PB005';
        end if;
        if exists (select 1 from scorecards s where s.id = new.scorecard_id and s.interviewer_id = new.marked_by) then
          raise exception 'nobody marks their own evidence' using errcode = 'PB005';
        end if;
        return new;
      end $$;
      create trigger evidence_marks_while_open before insert or update on evidence_marks for each row execute function refuse_evidence_mark();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table evidence_marks; drop function refuse_evidence_mark()');
  }
}
