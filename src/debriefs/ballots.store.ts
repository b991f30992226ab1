import { Injectable } from '@nestjs/common';
import type { VoteChoice } from '../domain/debrief/ballot-tally.js';
import type { BallotKind } from '../domain/debrief/electorate.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { FrozenSeat } from './ballots.reader.js';

export interface CastRow {
  readonly voterId: string;
  readonly choice: VoteChoice;
  readonly words: string;
  readonly salt: string;
  readonly commitment: string;
  readonly voided: string | null;
}

const INSERT = sql`
  insert into ballots (id, debrief_id, application_id, round_number, kind, status, input_hash, engine, opened_by, opened_at)
  values ($1, $2, $3, $4, $5, 'open', $6, $7, $8, $9)`;
const OPEN = sql`select id, kind from ballots where debrief_id = $1 and status = 'open'`;
const CAST = sql`
  insert into ballot_votes (ballot_id, voter_id, choice, words, salt, commitment, cast_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (ballot_id, voter_id) do update set choice = excluded.choice, words = excluded.words, salt = excluded.salt,
    commitment = excluded.commitment, cast_at = excluded.cast_at`;
const COVER = sql`insert into ballot_covers (ballot_id, holder_id, voter_id) select $1, unnest($2::uuid[]), $3 on conflict do nothing`;
const VOID = sql`
  update ballot_votes v set voided = 'conflict_of_interest' from applications a
  where v.ballot_id = $1 and a.id = $2 and is_conflicted(v.voter_id, a.person_id, a.job_id)`;
const ALL = sql`select voter_id as "voterId", choice, words, salt, commitment, voided from ballot_votes where ballot_id = $1 order by voter_id`;
const REVEAL = sql`update ballots set status = 'revealed', revealed_at = $2, closed_by = $3, seats = $4 where id = $1`;

/** Writes ballots and votes, always under the debrief's lock. */
@Injectable()
export class BallotsStore {
  async insert(
    tx: Transaction,
    row: {
      id: string;
      debriefId: string;
      applicationId: string;
      roundNumber: number;
      kind: BallotKind;
      inputHash: string;
      engine: number;
      openedBy: string;
      openedAt: Date;
    },
  ): Promise<void> {
    await tx.query(INSERT, [
      row.id,
      row.debriefId,
      row.applicationId,
      row.roundNumber,
      row.kind,
      row.inputHash,
      row.engine,
      row.openedBy,
      row.openedAt,
    ]);
  }

  async open(tx: Transaction, debriefId: string): Promise<{ id: string; kind: BallotKind } | undefined> {
    const [row] = await tx.query<{ id: string; kind: BallotKind }>(OPEN, [debriefId]);
    return row;
  }

  async cast(tx: Transaction, ballotId: string, vote: Omit<CastRow, 'voided'>, covers: readonly string[], now: Date): Promise<void> {
    await tx.query(CAST, [ballotId, vote.voterId, vote.choice, vote.words, vote.salt, vote.commitment, now]);
    await tx.query(COVER, [ballotId, covers, vote.voterId]);
  }

  /** Opens everything at once; a vote of somebody who came to be in conflict is kept and not counted. Answers the votes. */
  async reveal(
    tx: Transaction,
    ballotId: string,
    applicationId: string,
    closedBy: string | null,
    seats: readonly FrozenSeat[],
    now: Date,
  ): Promise<CastRow[]> {
    await tx.query(VOID, [ballotId, applicationId]);
    const votes = await tx.query<CastRow>(ALL, [ballotId]);
    await tx.query(REVEAL, [ballotId, now, closedBy, JSON.stringify(seats)]);
    return votes;
  }
}
