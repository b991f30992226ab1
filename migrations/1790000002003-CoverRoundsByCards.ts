import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A round that owes a card is covered only by a live interview with somebody on it whose card counts: an interview planned
 * without a panel, or with shadows alone, would open the debrief before anybody was asked.
 */
export class CoverRoundsByCards1790000002003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(refresh('join scorecards s on s.interview_id = i.id and s.counts'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(refresh(''));
  }
}

/** `covered`: what an interview needs beside being live. The rest is the function as it was. */
const refresh = (covered: string) => `
create or replace function refresh_application(application uuid, at timestamptz)
returns table (state_before text, state_after text) language plpgsql as $$
declare
  due integer; submitted integer; waived integer; open_rounds integer; old_state text; new_state text;
begin
  select count(*) filter (where s.status in ('assigned', 'draft') and i.status not in ('cancelled', 'no_show')),
         count(*) filter (where s.status = 'submitted'),
         count(*) filter (where s.status in ('declined', 'waived'))
    into due, submitted, waived
    from scorecards s join interviews i on i.id = s.interview_id
    where s.application_id = application and s.counts;
  select count(*) into open_rounds
    from application_rounds r
    where r.application_id = application and r.status in ('pending', 'current')
      and coalesce((r.content->>'owesCard')::boolean, true)
      and not exists (select 1 from interviews i ${covered} where i.round_id = r.id and i.status not in ('cancelled', 'no_show'));
  select d.state into old_state from debriefs d where d.application_id = application for update;
  new_state := old_state;
  if old_state = 'collecting' and due = 0 and open_rounds = 0 and submitted + waived > 0 then
    new_state := 'ready';
  elsif old_state = 'ready' and (due > 0 or open_rounds > 0) then
    new_state := 'collecting';
  end if;
  if new_state is distinct from old_state then
    update debriefs d set state = new_state, version = d.version + 1, ready_at = case when new_state = 'ready' then at end
      where d.application_id = application;
  end if;
  update applications a set cards_due = due, cards_submitted = submitted, cards_waived = waived, last_activity_at = at
    where a.id = application;
  return query select old_state, new_state;
end $$;`;
