import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export type ConflictSource = 'declared' | 'referrer' | 'relation' | 'linked_employee';

export interface ConflictRow {
  id: string;
  userId: string;
  userName: string;
  source: ConflictSource;
  reason: string;
  recordedBy: string | null;
  recordedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

/** What the caller is to a candidate's conflicts. */
export interface ConflictStanding {
  readonly personId: string;
  /** May read them: who runs a job of the person, admins and auditors. */
  readonly reads: boolean;
  /** May withdraw one: recruiters of such a job, and admins. */
  readonly keeps: boolean;
}

const runs = (kinds: string) => ({
  fragment: true as const,
  text: `exists (select 1 from applications a join seats s on s.job_id = a.job_id where a.person_id = c.person_id and s.user_id = $1 and s.kind in (${kinds})
    and s.ended_at is null and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2))`,
});
const STANDING = sql`
  select c.person_id as "personId", u.site_role <> 'member' or ${runs(`'recruiter', 'hiring_manager'`)} as reads,
    u.site_role = 'admin' or ${runs(`'recruiter'`)} as keeps
  from candidate_sight($1, $2) v join candidates c on c.id = v.candidate_id join users u on u.id = $1
  where c.id = $3 and v.visible`;
const OF_PERSON = sql`
  select f.id, f.user_id as "userId", u.name as "userName", f.source, f.reason, r.name as "recordedBy", f.recorded_at as "recordedAt",
    f.withdrawn_at as "withdrawnAt", f.withdrawn_reason as "withdrawnReason"
  from conflicts f join candidates p on p.id = f.person_id join users u on u.id = f.user_id left join users r on r.id = f.recorded_by
  where p.person_id = $1 order by f.recorded_at desc, f.id`;

/** Reads conflicts of interest. Somebody with one learns nothing here: the candidate does not exist for them. */
@Injectable()
export class ConflictsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What the caller is to the candidate's conflicts; `not_found` where the candidate does not exist for them. */
  async standing(actor: Actor, candidateId: string, from: Database | Transaction = this.database): Promise<ConflictStanding> {
    const [standing] = await from.query<ConflictStanding>(STANDING, [actor.userId, this.clock.now(), candidateId]);
    if (!standing) throw notFound('candidate');
    return standing;
  }

  ofPerson(personId: string): Promise<ConflictRow[]> {
    return this.database.query<ConflictRow>(OF_PERSON, [personId]);
  }
}
