import { Injectable } from '@nestjs/common';
import type { EvidenceMark, EvidencePlace, MarkableCard, MarkTotals } from '../domain/feedback/evidence-feedback.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface OwnMark extends EvidencePlace {
  readonly mark: EvidenceMark;
}

const MINE = sql`
  select scorecard_id as "scorecardId", revision, criterion, item, mark from evidence_marks
  where debrief_id = $1 and marked_by = $2 order by scorecard_id, revision, criterion, item`;
/** Counted before anything leaves the database; no reader selects whose a mark is but one's own. */
const ON_CARDS_OF = sql`
  select m.scorecard_id as "scorecardId", m.revision, m.criterion, m.item,
    jsonb_build_object('helpful', count(*) filter (where m.mark = 'helpful'), 'vague', count(*) filter (where m.mark = 'vague'),
      'unsupported', count(*) filter (where m.mark = 'unsupported')) as counts
  from evidence_marks m join scorecards s on s.id = m.scorecard_id
  where m.debrief_id = $1 and s.interviewer_id = $2
  group by m.scorecard_id, m.revision, m.criterion, m.item order by m.scorecard_id, m.revision, m.criterion, m.item`;
/** The same over all of an author's cards, on applications whose content they see now. */
const ON_ALL_CARDS_OF = sql`
  select m.scorecard_id as "scorecardId", m.revision, m.criterion, m.item,
    jsonb_build_object('helpful', count(*) filter (where m.mark = 'helpful'), 'vague', count(*) filter (where m.mark = 'vague'),
      'unsupported', count(*) filter (where m.mark = 'unsupported')) as counts
  from evidence_marks m join scorecards s on s.id = m.scorecard_id
  join application_sight($1, $2) v on v.application_id = s.application_id and v.sight = 'content'
  where s.interviewer_id = $1
  group by m.scorecard_id, m.revision, m.criterion, m.item`;

/** Whose cards there are, and nothing of what they say: what of it goes out, `markableCards` decides. */
const CARDS = sql`
  select s.id as "scorecardId", s.interviewer_id as "authorId", s.status = 'submitted' as submitted, s.revision
  from scorecards s join debriefs d on d.application_id = s.application_id where d.id = $1 order by s.id`;

@Injectable()
export class FeedbackReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  mine(debriefId: string, userId: string): Promise<OwnMark[]> {
    return this.database.query<OwnMark>(MINE, [debriefId, userId]);
  }

  countsOnAllCardsOf(authorId: string): Promise<MarkTotals[]> {
    return this.database.query<MarkTotals>(ON_ALL_CARDS_OF, [authorId, this.clock.now()]);
  }

  cardsOf(debriefId: string): Promise<MarkableCard[]> {
    return this.database.query<MarkableCard>(CARDS, [debriefId]);
  }

  /** Counts per piece on the cards of one author; few enough to name somebody, so only `totalsShown` of them goes out. */
  countsOnCardsOf(debriefId: string, authorId: string): Promise<MarkTotals[]> {
    return this.database.query<MarkTotals>(ON_CARDS_OF, [debriefId, authorId]);
  }
}
