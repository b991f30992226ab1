import { Injectable } from '@nestjs/common';
import type { SeatKind } from '../domain/access/seat-rules.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** Somebody who may be given a seat. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly qualifications: readonly string[];
  /** On the person and job asked about; false where none was. */
  readonly conflicted: boolean;
}

export interface LockedSeat {
  readonly id: string;
  readonly kind: SeatKind;
  readonly userId: string;
  readonly jobId: string | null;
  readonly applicationId: string | null;
  readonly interviewId: string | null;
  readonly training: 'shadow' | 'reverse_shadow' | null;
  readonly lead: boolean;
  readonly place: string | null;
  readonly delegatedFrom: string | null;
  readonly endsAt: Date | null;
  readonly endedAt: Date | null;
  readonly holderZone: string;
}

export interface NewSeat {
  readonly id: string;
  readonly userId: string;
  readonly kind: SeatKind;
  readonly jobId: string | null;
  readonly applicationId: string | null;
  readonly interviewId?: string | null;
  readonly training?: 'shadow' | 'reverse_shadow' | null;
  readonly lead?: boolean;
  readonly place?: string | null;
  readonly delegatedFrom?: string | null;
  readonly startsAt?: Date | null;
  readonly endsAt?: Date | null;
  readonly reason: string | null;
  readonly grantedBy: string | null;
  readonly grantedAt: Date;
}

const LOCK_JOB = sql`select id from jobs where id = $1 for update`;
const LOCK_APPLICATION = sql`select id from applications where id = $1 for update`;
const LOCK = sql`
  select s.id, s.kind, s.user_id as "userId", s.job_id as "jobId", s.application_id as "applicationId", s.interview_id as "interviewId", s.training,
    s.lead, s.place, s.delegated_from as "delegatedFrom", s.ends_at as "endsAt", s.ended_at as "endedAt", u.time_zone as "holderZone"
  from seats s join users u on u.id = s.user_id where s.id = $1 for update of s`;
const PERSON = sql`
  select u.id, u.name, u.status = 'active' as active, u.qualifications,
    case when $2::uuid is null then false else is_conflicted(u.id, $2, $3) end as conflicted
  from users u where u.id = $1`;
const IS_RUN = sql`
  select 1 from seats s where s.job_id = $1 and s.kind in ('recruiter', 'hiring_manager') and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2) limit 1`;
const HELD = sql`
  select 1 from seats where user_id = $1 and kind = $2 and coalesce(job_id, application_id) = $3 and interview_id is not distinct from $4
    and ended_at is null and delegated_from is null`;
const DELEGATED = sql`
  select 1 from seats where delegated_from = $1 and ended_at is null and coalesce(starts_at, $2) < $3 and coalesce(ends_at, $3) > $2`;
const INSERT = sql`
  insert into seats (id, user_id, kind, job_id, application_id, interview_id, training, lead, place, delegated_from, starts_at, ends_at, reason, granted_by, granted_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;
const END = sql`update seats set ended_at = $2 where (id = $1 or delegated_from = $1) and ended_at is null`;
const NOTIFY = sql`
  insert into notifications (id, user_id, kind, params, application_id, created_at) values (gen_random_uuid(), $1, $2, $3, $4, $5)`;

/** Writes seats. Every method works inside the caller's transaction; the job or the application is locked first. */
@Injectable()
export class SeatsStore {
  async lockJob(tx: Transaction, jobId: string): Promise<boolean> {
    return (await tx.query(LOCK_JOB, [jobId])).length === 1;
  }

  async lockApplication(tx: Transaction, applicationId: string): Promise<void> {
    await tx.query(LOCK_APPLICATION, [applicationId]);
  }

  async lock(tx: Transaction, id: string): Promise<LockedSeat | undefined> {
    const [row] = await tx.query<LockedSeat>(LOCK, [id]);
    return row;
  }

  async person(tx: Transaction, userId: string, about?: { personId: string; jobId: string }): Promise<Person | undefined> {
    const [row] = await tx.query<Person>(PERSON, [userId, about?.personId ?? null, about?.jobId ?? null]);
    return row;
  }

  /** Somebody is recruiter or hiring manager of the job now. */
  async isRun(tx: Transaction, jobId: string, now: Date): Promise<boolean> {
    return (await tx.query(IS_RUN, [jobId, now])).length > 0;
  }

  async isHeld(
    tx: Transaction,
    userId: string,
    seat: { kind: SeatKind; jobId: string | null; applicationId: string | null; interviewId?: string | null },
  ): Promise<boolean> {
    return (await tx.query(HELD, [userId, seat.kind, seat.jobId ?? seat.applicationId, seat.interviewId ?? null])).length > 0;
  }

  /** Somebody stands in for this seat in that time already. */
  async isDelegated(tx: Transaction, seatId: string, from: Date, until: Date): Promise<boolean> {
    return (await tx.query(DELEGATED, [seatId, from, until])).length > 0;
  }

  async insert(tx: Transaction, seat: NewSeat): Promise<void> {
    await tx.query(INSERT, [
      seat.id,
      seat.userId,
      seat.kind,
      seat.jobId,
      seat.applicationId,
      seat.interviewId ?? null,
      seat.training ?? null,
      seat.lead ?? false,
      seat.place ?? null,
      seat.delegatedFrom ?? null,
      seat.startsAt ?? null,
      seat.endsAt ?? null,
      seat.reason,
      seat.grantedBy,
      seat.grantedAt,
    ]);
  }

  /** Ends a seat, and with it whoever stands in for it. */
  async end(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.query(END, [id, now]);
  }

  async notify(
    tx: Transaction,
    userId: string,
    kind: string,
    params: Record<string, unknown>,
    applicationId: string | null,
    now: Date,
  ): Promise<void> {
    await tx.query(NOTIFY, [userId, kind, JSON.stringify(params), applicationId, now]);
  }
}
