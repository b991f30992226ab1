import { Injectable } from '@nestjs/common';
import type { ProposalStatus, ProposedTime } from '../domain/interview/proposed-times.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface LockedProposal {
  readonly id: string;
  readonly status: ProposalStatus;
  readonly timeZone: string;
  readonly location: string | null;
}

const INSERT = sql`
  insert into interview_proposals (id, interview_id, time_zone, location, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6)`;
const INSERT_SLOTS = sql`
  insert into interview_proposal_slots (id, proposal_id, position, starts_at, ends_at)
  select gen_random_uuid(), $1, given.position, given.starts_at, given.ends_at
  from unnest($2::timestamptz[], $3::timestamptz[]) with ordinality as given (starts_at, ends_at, position)`;
const OPEN = sql`
  select id, status, time_zone as "timeZone", location from interview_proposals where interview_id = $1 and status = 'open' for update`;
const LOCK = sql`
  select id, status, time_zone as "timeZone", location from interview_proposals where id = $1 and interview_id = $2 for update`;
const SLOT = sql`select starts_at as "startsAt", ends_at as "endsAt" from interview_proposal_slots where proposal_id = $1 and id = $2`;
const CHOOSE = sql`update interview_proposal_slots set chosen = true where id = $1`;
const END = sql`update interview_proposals set status = $2, ended_at = $3, reason = $4 where id = $1`;

/** Writes proposals of times, inside the caller's transaction and under the interview's lock. */
@Injectable()
export class ProposalsStore {
  async insert(
    tx: Transaction,
    one: { id: string; interviewId: string; timeZone: string; location: string | null; times: readonly ProposedTime[]; by: string; at: Date },
  ): Promise<void> {
    await tx.query(INSERT, [one.id, one.interviewId, one.timeZone, one.location, one.by, one.at]);
    await tx.query(INSERT_SLOTS, [one.id, one.times.map((time) => time.startsAt), one.times.map((time) => time.endsAt)]);
  }

  async lockOpen(tx: Transaction, interviewId: string): Promise<LockedProposal | undefined> {
    const [row] = await tx.query<LockedProposal>(OPEN, [interviewId]);
    return row;
  }

  async lock(tx: Transaction, interviewId: string, proposalId: string): Promise<LockedProposal | undefined> {
    const [row] = await tx.query<LockedProposal>(LOCK, [proposalId, interviewId]);
    return row;
  }

  async slot(tx: Transaction, proposalId: string, slotId: string): Promise<ProposedTime | undefined> {
    const [row] = await tx.query<ProposedTime>(SLOT, [proposalId, slotId]);
    return row;
  }

  async choose(tx: Transaction, slotId: string): Promise<void> {
    await tx.query(CHOOSE, [slotId]);
  }

  async end(tx: Transaction, id: string, status: Exclude<ProposalStatus, 'open'>, at: Date, reason: string | null): Promise<void> {
    await tx.query(END, [id, status, at, reason]);
  }
}
