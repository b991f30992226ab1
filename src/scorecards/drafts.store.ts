import { Injectable } from '@nestjs/common';
import { proofValues, sessionStands, type SessionProof } from '../access/session-proof.js';
import type { CardContent } from '../domain/scorecard/scorecard.js';
import type { CardState, InterviewState } from '../domain/scorecard/scorecard-moves.js';
import { Database } from '../platform/database.js';
import { fragment, sql } from '../platform/statement.js';

/** What a draft is checked against. None of it changes while people write, except the rubric before the first submission. */
export interface DraftFrame {
  readonly authorId: string;
  readonly rubricVersionId: string;
  readonly roundKey: string;
  /** Keys of the round's yes/no facts. */
  readonly facts: readonly string[];
}

export interface DraftRow extends DraftFrame {
  readonly applicationId: string;
  readonly status: CardState;
  readonly interview: InterviewState;
  readonly draft: CardContent | null;
  readonly content: CardContent | null;
  readonly version: number;
  readonly savedAt: Date | null;
}

export interface SavedDraft {
  readonly version: number;
  readonly status: CardState;
}

/** One statement, so that a save costs one round trip: the author, their session, the version, the state and the rubric are in its condition. */
const SAVE = sql`
  update scorecards s set draft = $4, draft_version = s.draft_version + 1, draft_saved_at = $5,
    status = case when s.status = 'assigned' then 'draft' else s.status end
  from applications a
  where s.id = $1 and s.interviewer_id = $2 and s.draft_version = $3 and s.status in ('assigned', 'draft', 'waived')
    and a.id = s.application_id and a.rubric_version_id = $6 and not is_conflicted($2, a.person_id, a.job_id)
    and ${sessionStands(7, fragment`$5`)}
  returning s.draft_version as version, s.status`;

/** Words of an amendment that was refused: kept beside the submitted card, which stays as it is. */
const KEEP_BESIDE = sql`
  update scorecards set draft = $3, draft_version = draft_version + 1, draft_saved_at = $4
  where id = $1 and interviewer_id = $2 and status = 'submitted' and draft_version = $5
  returning draft_version as version, status`;

const FRAME = sql`
  select s.interviewer_id as "authorId", s.application_id as "applicationId", a.rubric_version_id as "rubricVersionId", s.round_key as "roundKey",
    array(select fact->>'key' from jsonb_array_elements(coalesce(r.content->'facts', '[]')) fact) as facts,
    s.status, i.status as interview, s.draft, s.content, s.draft_version as version, s.draft_saved_at as "savedAt"
  from scorecards s
  join applications a on a.id = s.application_id
  join application_rounds r on r.id = s.round_id
  join interviews i on i.id = s.interview_id
  where s.id = $1`;

@Injectable()
export class DraftsStore {
  constructor(private readonly database: Database) {}

  /** Undefined when anything in the condition does not hold; the caller then finds out what. */
  async save(
    cardId: string,
    authorId: string,
    expected: number,
    content: CardContent,
    now: Date,
    rubricVersionId: string,
    proof: SessionProof | null = null,
  ): Promise<SavedDraft | undefined> {
    const [saved] = await this.database.query<SavedDraft>(SAVE, [
      cardId,
      authorId,
      expected,
      JSON.stringify(content),
      now,
      rubricVersionId,
      ...proofValues(proof),
    ]);
    return saved;
  }

  async keepBeside(cardId: string, authorId: string, content: CardContent, now: Date, expected: number): Promise<SavedDraft | undefined> {
    const [saved] = await this.database.query<SavedDraft>(KEEP_BESIDE, [cardId, authorId, JSON.stringify(content), now, expected]);
    return saved;
  }

  async find(cardId: string): Promise<DraftRow | undefined> {
    const [row] = await this.database.query<DraftRow>(FRAME, [cardId]);
    return row;
  }
}
