import { Injectable } from '@nestjs/common';
import type { EvidenceMark, EvidencePlace } from '../domain/feedback/evidence-feedback.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const LOCK_APPLICATION = sql`select 1 from applications where id = $1 for update`;
const LOCK_DEBRIEF = sql`select 1 from debriefs where application_id = $1 for update`;
const MARK = sql`
  insert into evidence_marks (debrief_id, scorecard_id, revision, criterion, item, marked_by, mark) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (scorecard_id, revision, criterion, item, marked_by) do update set mark = excluded.mark`;
const TAKE_BACK = sql`
  delete from evidence_marks where scorecard_id = $1 and revision = $2 and criterion = $3 and item = $4 and marked_by = $5 returning 1`;

/** Writes marks inside the caller's transaction. */
@Injectable()
export class FeedbackStore {
  /** Application first, then debrief: the order every room takes its locks in. */
  async lock(tx: Transaction, applicationId: string): Promise<void> {
    await tx.query(LOCK_APPLICATION, [applicationId]);
    await tx.query(LOCK_DEBRIEF, [applicationId]);
  }

  async mark(tx: Transaction, debriefId: string, place: EvidencePlace, by: string, mark: EvidenceMark): Promise<void> {
    await tx.query(MARK, [debriefId, place.scorecardId, place.revision, place.criterion, place.item, by, mark]);
  }

  /** Answers whether there was a mark to take back. */
  async takeBack(tx: Transaction, place: EvidencePlace, by: string): Promise<boolean> {
    const gone = await tx.query(TAKE_BACK, [place.scorecardId, place.revision, place.criterion, place.item, by]);
    return gone.length > 0;
  }
}
