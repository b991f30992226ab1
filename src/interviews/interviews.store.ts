import { Injectable } from '@nestjs/common';
import type { PlanRound } from '../domain/interview-plan.js';
import type { InterviewStatus } from '../domain/interview/interview-life.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface LockedInterview {
  readonly id: string;
  readonly applicationId: string;
  readonly roundId: string;
  readonly status: InterviewStatus;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly timeZone: string;
  readonly location: string;
  readonly sequence: number;
  readonly version: number;
  readonly cardsSubmitted: number;
  readonly round: PlanRound;
}

export interface InterviewTime {
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly timeZone: string;
  readonly location: string;
}

const LOCK_APPLICATION = sql`
  select a.id, a.job_id as "jobId", a.person_id as "personId", a.status, a.current_round_key as "currentRoundKey", c.time_zone as "candidateZone"
  from applications a join candidates c on c.id = a.candidate_id where a.id = $1 for update of a`;
const APPLICATION_OF = sql`select application_id as "applicationId" from interviews where id = $1`;
const ROUND = sql`select id, status, content from application_rounds where application_id = $1 and key = $2`;
const INSERT = sql`
  insert into interviews (id, application_id, round_id, status, time_zone, location, created_by, created_at)
  values ($1, $2, $3, 'planned', $4, $5, $6, $7)`;
const LOCK = sql`
  select i.id, i.application_id as "applicationId", i.round_id as "roundId", i.status, i.starts_at as "startsAt", i.ends_at as "endsAt",
    i.time_zone as "timeZone", i.location, i.sequence, i.version, r.content as round,
    (select count(*)::integer from scorecards s where s.interview_id = i.id and s.revision > 0) as "cardsSubmitted"
  from interviews i join application_rounds r on r.id = i.round_id where i.id = $1 for update of i`;
const ON_PANEL = sql`
  select 1 from seats s where s.interview_id = $1 and s.user_id = $2 and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $3) and (s.ends_at is null or s.ends_at > $3)`;
const SAVE = sql`
  update interviews set status = $2, starts_at = $3, ends_at = $4, time_zone = $5, location = $6, sequence = $7, reason = $8, version = version + 1,
    told_at = case when sequence = $7 then told_at else $9 end
  where id = $1`;
/** People have a time in their calendars only once there is one. */
const TELL_CALENDARS = sql`update interviews set sequence = sequence + 1, told_at = $2 where id = $1 and status = 'scheduled'`;
const TOUCH_APPLICATION = sql`update applications set stage_changed_at = $2 where id = $1`;
const REFRESH = sql`select state_before as "before", state_after as "after" from refresh_application($1, $2)`;

/** Writes interviews, inside the caller's transaction. Lock order: application, interview, scorecards. */
@Injectable()
export class InterviewsStore {
  async applicationOf(tx: Transaction, interviewId: string): Promise<string | undefined> {
    const [row] = await tx.query<{ applicationId: string }>(APPLICATION_OF, [interviewId]);
    return row?.applicationId;
  }

  async lockApplication(
    tx: Transaction,
    id: string,
  ): Promise<{ id: string; jobId: string; personId: string; status: string; currentRoundKey: string | null; candidateZone: string } | undefined> {
    const [row] = await tx.query<{
      id: string;
      jobId: string;
      personId: string;
      status: string;
      currentRoundKey: string | null;
      candidateZone: string;
    }>(LOCK_APPLICATION, [id]);
    return row;
  }

  async round(tx: Transaction, applicationId: string, key: string): Promise<{ id: string; status: string; content: PlanRound } | undefined> {
    const [row] = await tx.query<{ id: string; status: string; content: PlanRound }>(ROUND, [applicationId, key]);
    return row;
  }

  async insert(
    tx: Transaction,
    one: { id: string; applicationId: string; roundId: string; timeZone: string; location: string; by: string; at: Date },
  ): Promise<void> {
    await tx.query(INSERT, [one.id, one.applicationId, one.roundId, one.timeZone, one.location, one.by, one.at]);
  }

  async lock(tx: Transaction, id: string): Promise<LockedInterview | undefined> {
    const [row] = await tx.query<LockedInterview>(LOCK, [id]);
    return row;
  }

  async save(
    tx: Transaction,
    id: string,
    change: InterviewTime & { status: InterviewStatus; sequence: number; reason: string | null },
    at: Date,
  ): Promise<void> {
    const { status, startsAt, endsAt, timeZone, location, sequence, reason } = change;
    await tx.query(SAVE, [id, status, startsAt, endsAt, timeZone, location, sequence, reason, at]);
  }

  /** Something that stands in people's calendars changed beside the time: who sits on the panel. */
  async tellCalendars(tx: Transaction, id: string, at: Date): Promise<void> {
    await tx.query(TELL_CALENDARS, [id, at]);
  }

  async isOnPanel(tx: Transaction, interviewId: string, userId: string, now: Date): Promise<boolean> {
    return (await tx.query(ON_PANEL, [interviewId, userId, now])).length > 0;
  }

  async touchApplication(tx: Transaction, applicationId: string, at: Date): Promise<void> {
    await tx.query(TOUCH_APPLICATION, [applicationId, at]);
  }

  /** Recomputes the application's stored summary; answers the debrief's state before and after. */
  async refresh(tx: Transaction, applicationId: string, at: Date): Promise<{ before: string; after: string }> {
    const [states] = await tx.query<{ before: string; after: string }>(REFRESH, [applicationId, at]);
    return states ?? { before: '', after: '' };
  }
}
