import { Injectable } from '@nestjs/common';
import type { ChallengeReason, ChallengeStatus } from '../domain/debrief/challenge.js';
import type { CardContent } from '../domain/scorecard/scorecard.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

interface Shown {
  readonly inputHash: string;
  readonly engine: number;
  readonly outcome: string;
  readonly deciding: number | null;
}

export interface ChallengeRow {
  readonly id: string;
  readonly roundNumber: number;
  readonly scorecardId: string;
  readonly criterion: string;
  readonly reasonCode: ChallengeReason;
  readonly words: string;
  readonly raisedBy: string;
  readonly raisedByName: string;
  readonly raisedAt: Date;
  readonly status: ChallengeStatus;
  readonly before: { readonly revision: number; readonly level: number | null };
  readonly after: { readonly revision: number; readonly level: number | null } | null;
  readonly resolution: string | null;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
  readonly recommendationBefore: Shown;
  readonly recommendationAfter: Shown | null;
  readonly replies: readonly {
    readonly id: string;
    readonly parentId: string | null;
    readonly authorId: string;
    readonly authorName: string;
    readonly words: string;
    readonly saidAt: string;
  }[];
  /** Content of the challenged revision. */
  readonly challenged: CardContent;
  readonly card: ChallengedCardRow;
}

export interface ChallengedCardRow {
  readonly authorId: string;
  readonly authorName: string;
  readonly submitted: boolean;
  readonly revision: number;
  readonly content: CardContent;
}

const CARD_JSON = {
  fragment: true,
  text: `jsonb_build_object('authorId', s.interviewer_id, 'authorName', w.name, 'submitted', s.status = 'submitted', 'revision', s.revision, 'content', s.content)`,
} as const;
const SHOWN_JSON = (alias: string) =>
  `jsonb_build_object('inputHash', ${alias}.input_hash, 'engine', ${alias}.engine, 'outcome', ${alias}.outcome, 'deciding', ${alias}.deciding)`;

const COLUMNS = {
  fragment: true,
  text: `c.id, c.round_number as "roundNumber", c.scorecard_id as "scorecardId", c.criterion, c.reason_code as "reasonCode", c.words, c.raised_by as "raisedBy",
    u.name as "raisedByName", c.raised_at as "raisedAt", c.status, jsonb_build_object('revision', c.revision, 'level', c.level) as before,
    case when c.status <> 'open' then jsonb_build_object('revision', c.resolved_revision, 'level', c.resolved_level) end as after,
    c.resolution, c.resolved_by as "resolvedBy", c.resolved_at as "resolvedAt", ${SHOWN_JSON('b')} as "recommendationBefore",
    case when a.input_hash is not null then ${SHOWN_JSON('a')} end as "recommendationAfter", r.content as challenged,
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'parentId', p.parent_id, 'authorId', p.author_id, 'authorName', x.name, 'words', p.words, 'saidAt', p.said_at)
        order by p.turn) from challenge_replies p join users x on x.id = p.author_id where p.challenge_id = c.id), '[]') as replies`,
} as const;
const TABLES = {
  fragment: true,
  text: `challenges c join users u on u.id = c.raised_by join scorecards s on s.id = c.scorecard_id join users w on w.id = s.interviewer_id
    join scorecard_revisions r on r.scorecard_id = c.scorecard_id and r.number = c.revision
    join shown_recommendations b on b.application_id = c.application_id and b.input_hash = c.raised_hash and b.engine = c.raised_engine
    left join shown_recommendations a on a.application_id = c.application_id and a.input_hash = c.resolved_hash and a.engine = c.resolved_engine`,
} as const;

const LIST = sql`select ${COLUMNS}, ${CARD_JSON} as card from ${TABLES} where c.debrief_id = $1 order by c.raised_at, c.id`;
const ONE = sql`select ${COLUMNS}, ${CARD_JSON} as card from ${TABLES} where c.debrief_id = $1 and c.id = $2`;
const CARD = sql`select ${CARD_JSON} as card from scorecards s join users w on w.id = s.interviewer_id where s.id = $1 and s.application_id = $2`;

/** Reads challenges. Only for those who see the content of the debrief. */
@Injectable()
export class ChallengesReader {
  constructor(private readonly database: Database) {}

  list(debriefId: string): Promise<ChallengeRow[]> {
    return this.database.query<ChallengeRow>(LIST, [debriefId]);
  }

  async one(debriefId: string, challengeId: string, from: Database | Transaction): Promise<ChallengeRow | undefined> {
    const [row] = await from.query<ChallengeRow>(ONE, [debriefId, challengeId]);
    return row;
  }

  /** A card of this application, as it stands. */
  async card(scorecardId: string, applicationId: string, from: Database | Transaction): Promise<ChallengedCardRow | undefined> {
    const [row] = await from.query<{ card: ChallengedCardRow }>(CARD, [scorecardId, applicationId]);
    return row?.card;
  }
}
