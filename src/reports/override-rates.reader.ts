import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { OverrideRateDto, OverrideRatesQuery } from './override-rates.dto.js';

/** Standing decisions on applications whose content the viewer sees: a figure shows no judgement its parts would hide. */
const RATES = sql`
  with standing as (
    select x.decider, case when x.decider = 'hiring_manager' then x.decided_by end as user_id, x.departs,
      array_position(array['strong_no_hire', 'no_hire', 'hire', 'strong_hire'], x.outcome) as decided,
      array_position(array['strong_no_hire', 'no_hire', 'hire', 'strong_hire'], x.recommendation::jsonb->>'outcome') as recommended
    from decisions x
    join debriefs d on d.id = x.debrief_id
    join applications a on a.id = d.application_id
    join application_sight($1, $2) v on v.application_id = a.id and v.sight = 'content'
    where x.superseded_at is null and ($3::uuid is null or a.job_id = $3)
      and ($4::timestamptz is null or x.decided_at >= $4) and ($5::timestamptz is null or x.decided_at < $5))
  select s.decider, s.user_id as "userId", u.name, count(*)::integer as decisions, (count(*) filter (where s.departs))::integer as departed,
    (count(*) filter (where s.departs))::float8 / count(*) as rate,
    (count(*) filter (where s.decided < s.recommended))::integer as stricter,
    (count(*) filter (where s.decided > s.recommended))::integer as milder,
    (count(*) filter (where s.recommended is null))::integer as "withoutEnoughEvidence"
  from standing s left join users u on u.id = s.user_id
  group by s.decider, s.user_id, u.name
  order by u.name nulls last, s.user_id, s.decider`;

@Injectable()
export class OverrideRatesReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  rates(actor: Actor, query: OverrideRatesQuery): Promise<OverrideRateDto[]> {
    return this.database.query<OverrideRateDto>(RATES, [
      actor.userId,
      this.clock.now(),
      query.jobId ?? null,
      query.from ?? null,
      query.until ?? null,
    ]);
  }
}
