import { Injectable } from '@nestjs/common';
import type { PlanRound } from '../domain/interview-plan.js';
import type { InterviewStatus } from '../domain/interview/interview-life.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface HeldInterview {
  readonly id: string;
  readonly status: InterviewStatus;
  readonly roundId: string;
  readonly roundKey: string;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly round: PlanRound;
}

export interface DutyCard {
  readonly id: string;
  readonly status: 'assigned' | 'draft' | 'submitted' | 'declined' | 'waived';
  readonly reasonCode: string | null;
  readonly counts: boolean;
}

export interface DeclinedCard {
  readonly id: string;
  readonly applicationId: string;
  readonly jobId: string;
  readonly status: string;
}

const INTERVIEW = sql`
  select i.id, i.status, i.round_id as "roundId", r.key as "roundKey", i.starts_at as "startsAt", i.ends_at as "endsAt", r.content as round
  from interviews i join application_rounds r on r.id = i.round_id where i.id = $1 for update of i`;
const CARD = sql`
  select id, status, reason_code as "reasonCode", counts from scorecards where interview_id = $1 and interviewer_id = $2 for update`;
const LEAVE = sql`update scorecards set status = 'declined', reason_code = 'handed_over', reason = $2, counts = false where id = $1`;
const TAKE = sql`
  insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, counts, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const TAKE_BACK = sql`
  update scorecards set status = case when draft is null then 'assigned' else 'draft' end, reason_code = null, reason = null, counts = $2 where id = $1`;
const LOCK_OPEN_APPLICATIONS = sql`
  select a.id from applications a where a.person_id = $1 and a.status in ('active', 'on_hold', 'offered') order by a.id for update`;
const DECLINE_OWED = sql`
  update scorecards s set status = 'declined', reason_code = 'conflict_of_interest', reason = null
  from (select o.id, o.status from scorecards o where o.interviewer_id = $1 and o.status in ('assigned', 'draft') for update) before,
    applications a
  where s.id = before.id and a.id = s.application_id and a.person_id = $2
  returning s.id, s.application_id as "applicationId", a.job_id as "jobId", before.status`;
const REFRESH = sql`
  select r.state_before as "before", r.state_after as "after", d.id as "debriefId", a.job_id as "jobId", a.person_id as "personId"
  from refresh_application($1, $2) r, debriefs d, applications a where d.application_id = $1 and a.id = $1`;

export interface Refreshed {
  readonly before: string;
  readonly after: string;
  readonly debriefId: string;
  readonly jobId: string;
  readonly personId: string;
}

/** What passing on a seat or declaring a conflict does to owed cards, inside the caller's transaction. A draft stays where it is. */
@Injectable()
export class CardDutyStore {
  async lockInterview(tx: Transaction, interviewId: string): Promise<HeldInterview | undefined> {
    const [row] = await tx.query<HeldInterview>(INTERVIEW, [interviewId]);
    return row;
  }

  async lockCard(tx: Transaction, interviewId: string, userId: string): Promise<DutyCard | undefined> {
    const [row] = await tx.query<DutyCard>(CARD, [interviewId, userId]);
    return row;
  }

  async leave(tx: Transaction, cardId: string, reason: string): Promise<void> {
    await tx.query(LEAVE, [cardId, reason]);
  }

  async take(
    tx: Transaction,
    card: { id: string; interview: HeldInterview; applicationId: string; userId: string; counts: boolean; now: Date },
  ): Promise<void> {
    const { id, interview, applicationId, userId, counts, now } = card;
    await tx.query(TAKE, [id, interview.id, applicationId, interview.roundId, interview.roundKey, userId, counts, now]);
  }

  async takeBack(tx: Transaction, cardId: string, counts: boolean): Promise<void> {
    await tx.query(TAKE_BACK, [cardId, counts]);
  }

  async lockOpenApplications(tx: Transaction, personId: string): Promise<void> {
    await tx.query(LOCK_OPEN_APPLICATIONS, [personId]);
  }

  declineOwed(tx: Transaction, userId: string, personId: string): Promise<DeclinedCard[]> {
    return tx.query<DeclinedCard>(DECLINE_OWED, [userId, personId]);
  }

  /** Recomputes an application's stored summary. */
  async refresh(tx: Transaction, applicationId: string, now: Date): Promise<Refreshed> {
    const [row] = await tx.query<Refreshed>(REFRESH, [applicationId, now]);
    if (!row) throw new Error('refresh_application answered nothing');
    return row;
  }
}
