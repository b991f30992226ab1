import { Injectable } from '@nestjs/common';
import type { Training } from '../domain/interview/panel-place.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface PanelUser {
  readonly id: string;
  readonly siteRole: SiteRole;
  readonly qualifications: readonly string[];
}

export interface PanelSeat {
  readonly id: string;
  readonly userId: string;
  readonly training: Training | null;
  readonly place: string | null;
}

export interface OwnCard {
  readonly id: string;
  readonly status: string;
  /** Something was written on it, or a private note kept beside it. */
  readonly touched: boolean;
}

const USER = sql`
  select id, site_role as "siteRole", qualifications from users where id = $1 and status = 'active'`;
const CONFLICTED = sql`select is_conflicted($1, $2, $3) as conflicted`;
const SEATS = sql`
  select id, user_id as "userId", training, place from seats where interview_id = $1 and ended_at is null and delegated_from is null order by granted_at, id`;
const CLEAR_LEAD = sql`update seats set lead = false where interview_id = $1 and lead`;
const INSERT = sql`
  insert into seats (id, user_id, kind, application_id, interview_id, training, lead, place, granted_by, granted_at)
  values ($1, $2, 'interviewer', $3, $4, $5, $6, $7, $8, $9)`;
const END = sql`update seats set ended_at = $2, reason = $3 where id = $1`;
const CARD = sql`
  select s.id, s.status, s.draft is not null or exists (select 1 from private_notes n where n.scorecard_id = s.id) as touched
  from scorecards s where s.interview_id = $1 and s.interviewer_id = $2 for update of s`;
const INSERT_CARD = sql`
  insert into scorecards (id, interview_id, application_id, round_id, round_key, interviewer_id, counts, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const REVIVE_CARD = sql`
  update scorecards set status = case when draft is null then 'assigned' else 'draft' end, counts = $2, reason = null, reason_code = null where id = $1`;
const DELETE_CARD = sql`delete from scorecards where id = $1`;
const SET_ASIDE_CARD = sql`update scorecards set status = 'waived', reason_code = 'unassigned', reason = $2 where id = $1`;
/** Writes panels: seats and the cards they owe, inside the caller's transaction and under the interview's lock. */
@Injectable()
export class PanelStore {
  async user(tx: Transaction, id: string): Promise<PanelUser | undefined> {
    const [row] = await tx.query<PanelUser>(USER, [id]);
    return row;
  }

  async isConflicted(tx: Transaction, userId: string, personId: string, jobId: string): Promise<boolean> {
    const [row] = await tx.query<{ conflicted: boolean }>(CONFLICTED, [userId, personId, jobId]);
    return row?.conflicted ?? true;
  }

  seats(tx: Transaction, interviewId: string): Promise<PanelSeat[]> {
    return tx.query<PanelSeat>(SEATS, [interviewId]);
  }

  async insertSeat(
    tx: Transaction,
    seat: {
      id: string;
      userId: string;
      applicationId: string;
      interviewId: string;
      training: Training | null;
      lead: boolean;
      place: string | null;
      by: string;
      at: Date;
    },
  ): Promise<void> {
    if (seat.lead) await tx.query(CLEAR_LEAD, [seat.interviewId]);
    await tx.query(INSERT, [seat.id, seat.userId, seat.applicationId, seat.interviewId, seat.training, seat.lead, seat.place, seat.by, seat.at]);
  }

  async endSeat(tx: Transaction, id: string, at: Date, reason: string): Promise<void> {
    await tx.query(END, [id, at, reason]);
  }

  async card(tx: Transaction, interviewId: string, userId: string): Promise<OwnCard | undefined> {
    const [row] = await tx.query<OwnCard>(CARD, [interviewId, userId]);
    return row;
  }

  async insertCard(
    tx: Transaction,
    card: {
      id: string;
      interviewId: string;
      applicationId: string;
      roundId: string;
      roundKey: string;
      userId: string;
      counts: boolean;
      at: Date;
    },
  ): Promise<void> {
    await tx.query(INSERT_CARD, [card.id, card.interviewId, card.applicationId, card.roundId, card.roundKey, card.userId, card.counts, card.at]);
  }

  async reviveCard(tx: Transaction, id: string, counts: boolean): Promise<void> {
    await tx.query(REVIVE_CARD, [id, counts]);
  }

  async deleteCard(tx: Transaction, id: string): Promise<void> {
    await tx.query(DELETE_CARD, [id]);
  }

  async setAsideCard(tx: Transaction, id: string, reason: string): Promise<void> {
    await tx.query(SET_ASIDE_CARD, [id, reason]);
  }
}
