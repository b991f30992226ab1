import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Refusal, notFound } from '../domain/refusal.js';
import type { ApplicationSeat, JobSeat, Sight, VisibilityPolicy } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** What the caller is to one application: what they see of it, and the seats they hold on it now. */
export interface Standing {
  readonly applicationId: string;
  readonly jobId: string;
  readonly candidateId: string;
  readonly personId: string;
  readonly status: 'active' | 'on_hold' | 'offered' | 'hired' | 'rejected' | 'withdrawn';
  readonly policy: VisibilityPolicy;
  readonly debriefId: string;
  readonly debriefState: 'collecting' | 'ready' | 'first_ballot' | 'discussing' | 'second_ballot' | 'committee_ballot' | 'decided' | 'closed';
  readonly sight: Sight;
  readonly jobSeats: readonly JobSeat[];
  readonly applicationSeats: readonly ApplicationSeat[];
}

const STANDING = sql`
  select a.id as "applicationId", a.job_id as "jobId", a.candidate_id as "candidateId", a.person_id as "personId", a.status,
    a.visibility_policy as policy, d.id as "debriefId", d.state as "debriefState", v.sight,
    array(select distinct s.kind from seats s where s.user_id = $2 and s.job_id = a.job_id and s.ended_at is null
      and (s.starts_at is null or s.starts_at <= $3) and (s.ends_at is null or s.ends_at > $3)) as "jobSeats",
    array(select distinct s.kind from seats s where s.user_id = $2 and s.application_id = a.id and s.ended_at is null
      and (s.starts_at is null or s.starts_at <= $3) and (s.ends_at is null or s.ends_at > $3)) as "applicationSeats"
  from applications a
  join debriefs d on d.application_id = a.id
  join application_sight($2, $3) v on v.application_id = a.id
  where a.id = $1`;

const JOB_SEATS = sql`
  select distinct s.kind from seats s where s.user_id = $1 and s.job_id = $2 and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $3) and (s.ends_at is null or s.ends_at > $3)`;

/** Answers what an actor is to an application or a job. Every use case asks here first. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The caller's standing, or `not_found` where the application does not exist for them. */
  async onApplication(actor: Actor, applicationId: string, from: Database | Transaction = this.database): Promise<Standing> {
    const [standing] = await from.query<Standing>(STANDING, [applicationId, actor.userId, this.clock.now()]);
    if (!standing || standing.sight === 'absent') throw notFound('application');
    return standing;
  }

  /** The caller's seats on a job. */
  async onJob(actor: Actor, jobId: string, from: Database | Transaction = this.database): Promise<readonly JobSeat[]> {
    const rows = await from.query<{ kind: JobSeat }>(JOB_SEATS, [actor.userId, jobId, this.clock.now()]);
    return rows.map((row) => row.kind);
  }
}

/** Refuses unless the caller holds one of these seats (an admin passes for pipeline work, never for reading cards). */
export function requireJobSeat(
  actor: Actor,
  seats: readonly JobSeat[],
  anyOf: readonly JobSeat[],
  admin: 'admin_too' | 'seat_only' = 'admin_too',
): void {
  if (seats.some((seat) => anyOf.includes(seat))) return;
  if (admin === 'admin_too' && actor.siteRole === 'admin') return;
  throw new Refusal('forbidden', `Only the job's ${anyOf.map((seat) => seat.replace('_', ' ')).join(' or ')} may do this.`);
}
