import { Injectable } from '@nestjs/common';
import type { DayRemark } from '../domain/timeline/business-days.js';
import type { ClockKey, HolderRole, PauseReason } from '../domain/timeline/clock.js';
import type { ClockRecordState } from '../domain/timeline/clock-record.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { StoredFacts } from './application-facts.js';
import { CLOCK_FACTS } from './clock-facts.statement.js';

export interface ClockRow {
  key: ClockKey;
  subjectId: string;
  roundKey: string | null;
  /** Whose card it is; null for other clocks. */
  authorId: string | null;
  holderRole: HolderRole;
  holderId: string | null;
  holderName: string | null;
  holderActive: boolean;
  zone: string;
  state: ClockRecordState;
  startedAt: Date;
  startedByEvent: string | null;
  startedByType: string | null;
  dueAt: Date | null;
  riskAt: Date | null;
  stoppedAt: Date | null;
  stoppedByEvent: string | null;
  stoppedByType: string | null;
  skipped: DayRemark[];
  notKnown: { detail: string } | null;
}

export interface PauseRow {
  id: string;
  reasonCode: PauseReason;
  words: string;
  from: Date;
  until: Date | null;
  setBy: string;
  setByName: string;
}

const CLOCKS = sql`
  select c.key, c.subject_id as "subjectId", coalesce(s.round_key, r.key) as "roundKey", s.interviewer_id as "authorId", c.holder_role as "holderRole",
    c.holder_id as "holderId", u.name as "holderName", coalesce(u.status = 'active', true) as "holderActive", c.zone, clock_state(c, $2) as state,
    c.started_at as "startedAt", c.started_by_event as "startedByEvent", b.type as "startedByType", c.due_at as "dueAt", c.risk_at as "riskAt",
    c.stopped_at as "stoppedAt", c.stopped_by_event as "stoppedByEvent", e.type as "stoppedByType", c.skipped, c.not_known as "notKnown"
  from application_clocks c
  left join users u on u.id = c.holder_id
  left join scorecards s on c.key = 'scorecard_due' and s.id = c.subject_id
  left join interviews i on c.key = 'notice' and i.id = c.subject_id
  left join application_rounds r on r.id = i.round_id
  left join events b on b.ref = c.started_by_event
  left join events e on e.ref = c.stopped_by_event
  where c.application_id = $1
  order by array_position(array['process', 'decision_due', 'committee_backlog', 'silent_gap', 'notice', 'scorecard_due'], c.key), c.started_at, c.subject_id`;
const PAUSES = sql`
  select p.id, p.reason_code as "reasonCode", p.words, p.from_at as "from", p.until_at as "until", p.set_by as "setBy", u.name as "setByName"
  from application_pauses p join users u on u.id = p.set_by where p.application_id = $1 order by p.from_at, p.turn`;

/** Reads the times of one application; who may see it is asked before. */
@Injectable()
export class TimelineReader {
  constructor(private readonly database: Database) {}

  async facts(applicationId: string): Promise<StoredFacts | undefined> {
    const [facts] = await this.database.query<StoredFacts>(CLOCK_FACTS, [applicationId]);
    return facts;
  }

  clocks(applicationId: string, now: Date): Promise<ClockRow[]> {
    return this.database.query<ClockRow>(CLOCKS, [applicationId, now]);
  }

  pauses(applicationId: string): Promise<PauseRow[]> {
    return this.database.query<PauseRow>(PAUSES, [applicationId]);
  }
}
