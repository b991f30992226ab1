import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { DecisionDto } from './decisions.dto.js';

const LIST = sql`
  select x.id, x.round_number as "roundNumber", x.outcome, x.rationale, x.explanation, x.level, x.conditions, x.departs,
    x.recommendation::jsonb->>'outcome' as recommended, x.input_hash as "inputHash", x.engine, x.decider, x.decided_by as "decidedBy", u.name as "decidedByName",
    x.on_behalf_of as "onBehalfOf", x.override_reason as "overrideReason", x.escalation_reason as "escalationReason", x.decided_at as "decidedAt",
    x.superseded_at as "supersededAt",
    coalesce((select jsonb_agg(jsonb_build_object('authorId', s.author_id, 'authorName', w.name, 'words', s.words, 'writtenAt', s.written_at) order by s.written_at, w.name)
      from dissents s join users w on w.id = s.author_id where s.decision_id = x.id), '[]') as dissents
  from decisions x join users u on u.id = x.decided_by
  where x.debrief_id = $1 order by x.round_number desc`;

@Injectable()
export class DecisionsReader {
  constructor(private readonly database: Database) {}

  /** Every decision of a debrief, newest first. Only for those who see its content. */
  list(debriefId: string): Promise<DecisionDto[]> {
    return this.database.query<DecisionDto>(LIST, [debriefId]);
  }
}
