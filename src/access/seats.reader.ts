import { Injectable } from '@nestjs/common';
import type { SeatKind } from '../domain/access/seat-rules.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { fragment, sql } from '../platform/statement.js';

export interface SeatRow {
  id: string;
  kind: SeatKind;
  userId: string;
  userName: string;
  /** The job of the seat, or of its application. */
  jobId: string;
  applicationId: string | null;
  interviewId: string | null;
  training: 'shadow' | 'reverse_shadow' | null;
  lead: boolean;
  /** The seat this one stands in for, and its holder. */
  delegatedFrom: string | null;
  standsInFor: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  reason: string | null;
  grantedAt: Date;
  endedAt: Date | null;
}

const COLUMNS = fragment`
  s.id, s.kind, s.user_id as "userId", u.name as "userName", coalesce(s.job_id, a.job_id) as "jobId", s.application_id as "applicationId",
  s.interview_id as "interviewId", s.training, s.lead, s.delegated_from as "delegatedFrom", hu.name as "standsInFor", s.starts_at as "startsAt",
  s.ends_at as "endsAt", s.reason, s.granted_at as "grantedAt", s.ended_at as "endedAt"
  from seats s join users u on u.id = s.user_id
  left join applications a on a.id = s.application_id
  left join seats h on h.id = s.delegated_from left join users hu on hu.id = h.user_id`;
/** Open seats: in force now or later. */
const OPEN = fragment`s.ended_at is null and (s.ends_at is null or s.ends_at > $2)`;
const ONE = sql`select ${COLUMNS} where s.id = $1`;
const OF_JOB = sql`select ${COLUMNS} where s.job_id = $1 and ${OPEN} order by s.kind, s.granted_at, s.id`;
const OF_APPLICATION = sql`select ${COLUMNS} where s.application_id = $1 and ${OPEN} order by s.kind, s.granted_at, s.id`;
const OF_USER = sql`
  select ${COLUMNS} where s.user_id = $1 and ${OPEN} and (s.application_id is null or exists (
    select 1 from application_sight($1, $2) v where v.application_id = s.application_id and v.sight <> 'absent'))
  order by s.granted_at desc, s.id`;
const JOB_VISIBLE = sql`
  select 1 from jobs j where j.id = $1 and (j.status <> 'draft' or j.created_by = $2
    or exists (select 1 from users u where u.id = $2 and u.site_role in ('admin', 'auditor'))
    or exists (select 1 from seats s where s.user_id = $2 and s.job_id = j.id and s.ended_at is null))`;
/** A seat of one's own needs nobody's name beside it. */
const BEHALF = sql`
  select h.user_id as "userId" from seats s join seats h on h.id = s.delegated_from
  where s.user_id = $1 and (s.job_id = $2 or s.application_id = $3) and s.kind = any ($4) and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $5) and (s.ends_at is null or s.ends_at > $5)
    and not exists (select 1 from seats o where o.user_id = $1 and (o.job_id = $2 or o.application_id = $3) and o.kind = any ($4)
      and o.ended_at is null and o.delegated_from is null)
  order by s.granted_at, s.id limit 1`;

/** Reads seats. Who sits where on an application is for those for whom it exists. */
@Injectable()
export class SeatsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async seat(id: string, from: Database | Transaction = this.database): Promise<SeatRow | undefined> {
    const [row] = await from.query<SeatRow>(ONE, [id]);
    return row;
  }

  ofJob(jobId: string): Promise<SeatRow[]> {
    return this.database.query<SeatRow>(OF_JOB, [jobId, this.clock.now()]);
  }

  ofApplication(applicationId: string): Promise<SeatRow[]> {
    return this.database.query<SeatRow>(OF_APPLICATION, [applicationId, this.clock.now()]);
  }

  /** One's own; those on applications that do not exist for one are of no effect and not there. */
  ofUser(userId: string): Promise<SeatRow[]> {
    return this.database.query<SeatRow>(OF_USER, [userId, this.clock.now()]);
  }

  async jobIsVisible(jobId: string, userId: string, from: Database | Transaction = this.database): Promise<boolean> {
    return (await from.query(JOB_VISIBLE, [jobId, userId])).length > 0;
  }

  /** For whom this person acts, when they hold these seats only as a stand-in: it goes into the record of what they do. */
  async behalfOf(
    userId: string,
    place: { readonly jobId: string; readonly applicationId?: string },
    kinds: readonly SeatKind[],
    from: Database | Transaction = this.database,
  ): Promise<string | undefined> {
    const [row] = await from.query<{ userId: string }>(BEHALF, [userId, place.jobId, place.applicationId ?? null, kinds, this.clock.now()]);
    return row?.userId;
  }
}
