import { Injectable } from '@nestjs/common';
import type { EvidenceMark, EvidencePlace } from '../domain/feedback/evidence-feedback.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const LOCK_APPLICATION = sql`select 1 from applications where id = $1 for update`;
const LOCK_DEBRIEF = sql`select 1 from debriefs where application_id = $1 for update`;
const MARK = sql`
  insert into evidence_marks (debrief_id, scorecard_id, revision, criterion, item, marked_by, mark) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (scorecard_id, revision, criterion, item, marked_by) do update set mark = excluded.mark`;

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
}
