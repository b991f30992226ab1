import { Injectable } from '@nestjs/common';
import type { VotedOutcome } from '../domain/debrief/ballot-tally.js';
import type { Decider } from '../domain/rubric/rubric.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { ComputedRecommendation } from './panel.reader.js';

export interface NewDecision {
  readonly id: string;
  readonly debriefId: string;
  readonly roundNumber: number;
  readonly outcome: VotedOutcome;
  readonly rationale: string;
  readonly explanation: string | null;
  readonly level: string;
  readonly conditions: string;
  readonly departs: boolean;
  readonly decider: Decider;
  readonly decidedBy: string;
  readonly onBehalfOf: string | null;
  readonly overrideReason: string | null;
  readonly escalationReason: string | null;
  readonly decidedAt: Date;
}

const INSERT = sql`
  insert into decisions (id, debrief_id, round_number, outcome, rationale, explanation, level, conditions, departs, input, recommendation, input_hash,
    engine, decided_by, decided_at, decider, on_behalf_of, override_reason, escalation_reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`;
const DISSENT = sql`insert into dissents (decision_id, author_id, words, written_at) values ($1, $2, $3, $4) on conflict do nothing returning 1 as written`;
const OPEN_CHALLENGES = sql`select id from challenges where debrief_id = $1 and status = 'open' order by raised_at, id`;
const STANDING = sql`select id from decisions where debrief_id = $1 and superseded_at is null`;

/** The holder a person stands in for in this seat of the job, unless the seat is also their own. */
const BEHALF = sql`
  select h.user_id as "holderId" from seats s join seats h on h.id = s.delegated_from
  where s.user_id = $1 and s.job_id = $2 and s.kind = 'hiring_manager' and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $3) and (s.ends_at is null or s.ends_at > $3)
    and not exists (select 1 from seats own where own.user_id = $1 and own.job_id = $2 and own.kind = 'hiring_manager' and own.delegated_from is null
      and own.ended_at is null)
  order by s.granted_at, s.id limit 1`;

/** Writes decisions and dissents, with what a decision has to know while it is made. */
@Injectable()
export class DecisionsStore {
  async insert(tx: Transaction, row: NewDecision, shown: ComputedRecommendation): Promise<void> {
    const { inputHash, engine } = shown.recommendation;
    await tx.query(INSERT, [
      row.id,
      row.debriefId,
      row.roundNumber,
      row.outcome,
      row.rationale,
      row.explanation,
      row.level,
      row.conditions,
      row.departs,
      JSON.stringify(shown.packet),
      shown.bytes,
      inputHash,
      engine,
      row.decidedBy,
      row.decidedAt,
      row.decider,
      row.onBehalfOf,
      row.overrideReason,
      row.escalationReason,
    ]);
  }

  /** False where the author dissented already. */
  async insertDissent(tx: Transaction, decisionId: string, authorId: string, words: string, now: Date): Promise<boolean> {
    return (await tx.query(DISSENT, [decisionId, authorId, words, now])).length > 0;
  }

  async openChallenges(tx: Transaction, debriefId: string): Promise<readonly string[]> {
    return (await tx.query<{ id: string }>(OPEN_CHALLENGES, [debriefId])).map((row) => row.id);
  }

  async standing(tx: Transaction, debriefId: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(STANDING, [debriefId]);
    return row?.id ?? null;
  }

  async actsFor(tx: Transaction, userId: string, jobId: string, now: Date): Promise<string | null> {
    const [row] = await tx.query<{ holderId: string }>(BEHALF, [userId, jobId, now]);
    return row?.holderId ?? null;
  }
}
