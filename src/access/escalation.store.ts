import { Injectable } from '@nestjs/common';
import type { PossibleHolder } from '../domain/access/escalation.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const LOCK = sql`select job_id as "jobId", person_id as "personId" from applications where id = $1 for update`;
/** Everybody with a part in the job, and the admins, in the order in which they got it; `$2` now. */
const HOLDERS = sql`
  select h.user_id as "userId", h.role, u.status = 'active' as active, is_conflicted(u.id, a.person_id, a.job_id) as conflicted,
    exists (select 1 from absences x where x.user_id = u.id and ($2::timestamptz at time zone u.time_zone)::date between x.starts_on and x.ends_on) as away
  from applications a
  cross join lateral (
    select s.user_id, s.kind as role, s.granted_at as since from seats s
    where s.job_id = a.job_id and s.kind in ('recruiter', 'hiring_manager', 'coordinator') and s.ended_at is null
      and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)
    union all
    select o.id, 'admin', o.created_at from users o where o.site_role = 'admin') h
  join users u on u.id = h.user_id
  where a.id = $1 order by h.since, h.user_id`;
const ALREADY = sql`
  select n.user_id as "userId", n.params->>'as' as role from notifications n
  where n.application_id = $1 and n.kind = 'duty.escalated' and n.params->>'key' = $2 limit 1`;

@Injectable()
export class EscalationStore {
  async lock(tx: Transaction, applicationId: string): Promise<{ jobId: string; personId: string } | undefined> {
    const [row] = await tx.query<{ jobId: string; personId: string }>(LOCK, [applicationId]);
    return row;
  }

  holders(tx: Transaction, applicationId: string, now: Date): Promise<PossibleHolder[]> {
    return tx.query<PossibleHolder>(HOLDERS, [applicationId, now]);
  }

  async already(tx: Transaction, applicationId: string, key: string): Promise<boolean> {
    return (await tx.query(ALREADY, [applicationId, key])).length > 0;
  }
}
