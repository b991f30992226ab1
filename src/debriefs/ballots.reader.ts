import { Injectable } from '@nestjs/common';
import { type Tally, type VoteChoice, tally } from '../domain/debrief/ballot-tally.js';
import type { BallotKind, VotingSeat } from '../domain/debrief/electorate.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** A seat as it was when the ballot was revealed. */
export interface FrozenSeat {
  readonly userId: string;
  readonly name: string;
  readonly kinds: readonly VotingSeat[];
  readonly voted: boolean;
  readonly reason: string | null;
}

export interface RevealedVote {
  readonly userId: string;
  readonly name: string;
  readonly choice: VoteChoice;
  readonly words: string;
  readonly salt: string;
  readonly commitment: string;
  readonly voided: string | null;
}

export interface BallotRow {
  readonly id: string;
  readonly kind: BallotKind;
  readonly roundNumber: number;
  readonly status: 'open' | 'revealed';
  readonly openedAt: string;
  readonly revealedAt: string | null;
  readonly closedBy: string | null;
  readonly shown: { readonly inputHash: string; readonly engine: number; readonly outcome: string };
  readonly seats: readonly FrozenSeat[] | null;
  /** Null while the ballot is sealed: no reader ever selects a sealed vote, save one's own. */
  readonly votes: readonly RevealedVote[] | null;
  readonly mine: { readonly choice: VoteChoice; readonly words: string } | null;
}

const VOTES = {
  fragment: true,
  text: `case when b.status = 'revealed' then
      (select coalesce(jsonb_agg(jsonb_build_object('userId', v.voter_id, 'name', u.name, 'choice', v.choice, 'words', v.words, 'salt', v.salt,
        'commitment', v.commitment, 'voided', v.voided) order by u.name, u.id), '[]')
       from ballot_votes v join users u on u.id = v.voter_id where v.ballot_id = b.id) end`,
} as const;

const LIST = sql`
  select b.id, b.kind, b.round_number as "roundNumber", b.status, b.opened_at as "openedAt", b.revealed_at as "revealedAt", b.closed_by as "closedBy",
    jsonb_build_object('inputHash', b.input_hash, 'engine', b.engine, 'outcome', s.outcome) as shown, b.seats, ${VOTES} as votes,
    (select jsonb_build_object('choice', v.choice, 'words', v.words) from ballot_votes v where v.ballot_id = b.id and v.voter_id = $2) as mine
  from ballots b
  join shown_recommendations s on s.application_id = b.application_id and s.input_hash = b.input_hash and s.engine = b.engine
  where b.debrief_id = $1 order by b.round_number desc, array_position(array['committee', 'second', 'first'], b.kind)`;

const COVERED = sql`select holder_id as "holderId", voter_id as "voterId" from ballot_covers where ballot_id = $1`;

const COMMITTEE = sql`
  select v.choice from ballots b join ballot_votes v on v.ballot_id = b.id
  where b.debrief_id = $1 and b.round_number = $2 and b.kind = 'committee' and b.status = 'revealed' and v.voided is null`;
const COMMITTEE_HELD = sql`select 1 as held from ballots where debrief_id = $1 and round_number = $2 and kind = 'committee' and status = 'revealed'`;

/** Reads ballots. Before the reveal it selects no vote but the viewer's own. */
@Injectable()
export class BallotsReader {
  constructor(private readonly database: Database) {}

  list(debriefId: string, viewerId: string): Promise<BallotRow[]> {
    return this.database.query<BallotRow>(LIST, [debriefId, viewerId]);
  }

  /** Holders of the seats voted for so far, each with who voted for it: no choice. */
  async covered(ballotId: string, from: Database | Transaction = this.database): Promise<ReadonlyMap<string, string>> {
    const rows = await from.query<{ holderId: string; voterId: string }>(COVERED, [ballotId]);
    return new Map(rows.map((row) => [row.holderId, row.voterId]));
  }

  /** What the committee's revealed ballot of a round says; null where none was held. */
  async committeeTally(debriefId: string, roundNumber: number, from: Database | Transaction): Promise<Tally | null> {
    if ((await from.query(COMMITTEE_HELD, [debriefId, roundNumber])).length === 0) return null;
    const rows = await from.query<{ choice: VoteChoice }>(COMMITTEE, [debriefId, roundNumber]);
    return tally(rows.map((row) => row.choice));
  }
}
