import { Injectable } from '@nestjs/common';
import type { CardContent } from '../domain/scorecard/scorecard.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface RevisionRow {
  number: number;
  reason: string | null;
  exposed: boolean;
  contentHash: string;
  salt: string;
  submittedAt: Date;
  content: CardContent;
}

const REVISIONS = sql`
  select v.number, v.reason, v.exposed, v.content_hash as "contentHash", v.salt, v.submitted_at as "submittedAt", v.content
  from scorecard_revisions v where v.scorecard_id = $1 order by v.number`;

/** The revisions of a card, first to last. Only after the viewer's right to its content was checked. */
@Injectable()
export class RevisionsReader {
  constructor(private readonly database: Database) {}

  of(cardId: string): Promise<RevisionRow[]> {
    return this.database.query<RevisionRow>(REVISIONS, [cardId]);
  }
}
