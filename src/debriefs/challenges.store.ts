import { Injectable } from '@nestjs/common';
import type { ChallengeAnswer, ChallengeReason } from '../domain/debrief/challenge.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface NewChallenge {
  readonly id: string;
  readonly debriefId: string;
  readonly applicationId: string;
  readonly roundNumber: number;
  readonly scorecardId: string;
  readonly criterion: string;
  readonly revision: number;
  readonly level: number | null;
  readonly reasonCode: ChallengeReason;
  readonly words: string;
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly inputHash: string;
  readonly engine: number;
}

export interface Resolution {
  readonly id: string;
  readonly status: ChallengeAnswer;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
  readonly revision: number;
  readonly level: number | null;
  readonly inputHash: string;
  readonly engine: number;
}

const RAISE = sql`
  insert into challenges (id, debrief_id, application_id, round_number, scorecard_id, criterion, revision, level, reason_code, words, raised_by, raised_at,
    status, raised_hash, raised_engine)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'open', $13, $14) on conflict do nothing returning id`;
const REPLY = sql`insert into challenge_replies (id, challenge_id, parent_id, author_id, words, said_at) values ($1, $2, $3, $4, $5, $6)`;
const RESOLVE = sql`
  update challenges set status = $2, resolution = $3, resolved_by = $4, resolved_at = $5, resolved_revision = $6, resolved_level = $7,
    resolved_hash = $8, resolved_engine = $9
  where id = $1 and status = 'open'`;

@Injectable()
export class ChallengesStore {
  /** False where this person has an open challenge of this rating already. */
  async raise(tx: Transaction, row: NewChallenge): Promise<boolean> {
    const rows = await tx.query(RAISE, [
      row.id,
      row.debriefId,
      row.applicationId,
      row.roundNumber,
      row.scorecardId,
      row.criterion,
      row.revision,
      row.level,
      row.reasonCode,
      row.words,
      row.raisedBy,
      row.raisedAt,
      row.inputHash,
      row.engine,
    ]);
    return rows.length > 0;
  }

  async reply(
    tx: Transaction,
    row: { id: string; challengeId: string; parentId: string | null; authorId: string; words: string; at: Date },
  ): Promise<void> {
    await tx.query(REPLY, [row.id, row.challengeId, row.parentId, row.authorId, row.words, row.at]);
  }

  async resolve(tx: Transaction, row: Resolution): Promise<void> {
    await tx.query(RESOLVE, [row.id, row.status, row.words, row.by, row.at, row.revision, row.level, row.inputHash, row.engine]);
  }
}
