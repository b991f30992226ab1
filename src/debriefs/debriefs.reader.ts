import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { DebriefState } from '../domain/debrief/debrief-states.js';
import type { Sight } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { type Page, pageOf } from '../platform/cursor.js';
import { Database, type Transaction } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';
import type { ListDebriefsQuery } from './debriefs.dto.js';

/** What everybody who may know of the application may know of its debrief. */
export interface DebriefRow {
  readonly id: string;
  readonly applicationId: string;
  readonly jobId: string;
  readonly jobTitle: string;
  readonly candidateId: string;
  readonly candidateName: string;
  readonly state: DebriefState;
  readonly roundNumber: number;
  readonly dueAt: Date | null;
  readonly sight: Exclude<Sight, 'absent'>;
}

interface ListRow extends DebriefRow {
  /** The due time as the database sorts it, exact for the cursor. */
  readonly dueKey: string;
}

/** For those with sight of the content. */
export interface DebriefRecordRow {
  readonly version: number;
  readonly readyAt: Date | null;
  readonly decidedAt: Date | null;
  readonly closedAt: Date | null;
  readonly reopenings: readonly {
    readonly roundNumber: number;
    readonly fromState: DebriefState;
    readonly reason: string;
    readonly offerHalted: boolean;
    readonly by: string;
    readonly at: string;
  }[];
  readonly vetoes: readonly {
    readonly id: string;
    readonly seat: string;
    readonly by: string;
    readonly name: string;
    readonly reason: string;
    readonly at: string;
    readonly withdrawnAt: string | null;
    readonly withdrawnReason: string | null;
  }[];
  readonly openChallenges: number;
}

const ROW = {
  fragment: true,
  text: `d.id, d.application_id as "applicationId", a.job_id as "jobId", j.title as "jobTitle", a.candidate_id as "candidateId", c.name as "candidateName",
    d.state, d.round_number as "roundNumber", d.due_at as "dueAt", v.sight`,
} as const;

const TABLES = {
  fragment: true,
  text: `debriefs d join applications a on a.id = d.application_id join jobs j on j.id = a.job_id join candidates c on c.id = a.candidate_id
    join application_sight($1, $2) v on v.application_id = a.id and v.sight <> 'absent'`,
} as const;

/** Debriefs without a due time come last. */
const DUE = { fragment: true, text: `coalesce(d.due_at, timestamptz '9999-12-31 00:00:00+00')` } as const;

const LIST = sql`
  select ${ROW}, ${DUE}::text as "dueKey"
  from ${TABLES}
  where ($3::text is null or d.state = $3) and ($4::uuid is null or a.job_id = $4) and ($5::timestamptz is null or d.due_at < $5)
    and ($6::boolean is null or (d.state not in ('decided', 'closed')) = $6)
    and ($8::uuid is null or (${DUE}, d.id) > ($7::timestamptz, $8))
  order by ${DUE}, d.id limit $9`;

const ONE = sql`select ${ROW} from ${TABLES} where d.id = $3`;

const RECORD = sql`
  select d.version, d.ready_at as "readyAt", d.decided_at as "decidedAt", d.closed_at as "closedAt",
    coalesce((select jsonb_agg(jsonb_build_object('roundNumber', r.round_number, 'fromState', r.from_state, 'reason', r.reason, 'offerHalted', r.offer_halted,
        'by', r.reopened_by, 'at', r.reopened_at) order by r.round_number) from debrief_reopenings r where r.debrief_id = d.id), '[]') as reopenings,
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'seat', x.seat, 'by', x.user_id, 'name', u.name, 'reason', x.reason, 'at', x.cast_at,
        'withdrawnAt', x.withdrawn_at, 'withdrawnReason', x.withdrawn_reason) order by x.cast_at, x.id)
      from vetoes x join users u on u.id = x.user_id where x.debrief_id = d.id), '[]') as vetoes,
    (select count(*)::integer from challenges h where h.debrief_id = d.id and h.status = 'open') as "openChallenges"
  from debriefs d where d.id = $1`;

const SUBMITTED = sql`select id, revision from scorecards where application_id = $1 and status = 'submitted'`;

@Injectable()
export class DebriefsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Debriefs the viewer may know of, the most pressing first. */
  async list(actor: Actor, query: ListDebriefsQuery): Promise<Page<DebriefRow>> {
    const [due, id] = readSortCursor(query.cursor, ['time', 'id']);
    const rows = await this.database.query<ListRow>(LIST, [
      actor.userId,
      this.clock.now(),
      query.state ?? null,
      query.jobId ?? null,
      query.dueBefore ?? null,
      query.open ?? null,
      due,
      id,
      query.limit + 1,
    ]);
    return pageOf(
      rows,
      query.limit,
      ({ dueKey: _, ...row }) => row,
      (row) => [row.dueKey, row.id],
    );
  }

  async one(actor: Actor, debriefId: string, from: Database | Transaction = this.database): Promise<DebriefRow | undefined> {
    const [row] = await from.query<DebriefRow>(ONE, [actor.userId, this.clock.now(), debriefId]);
    return row;
  }

  async record(debriefId: string): Promise<DebriefRecordRow> {
    const [row] = await this.database.query<DebriefRecordRow>(RECORD, [debriefId]);
    if (!row) throw new Error('a debrief that was read a moment ago is gone');
    return row;
  }

  /** The cards whose judgements every part of the debrief carries. */
  submittedCards(applicationId: string): Promise<{ id: string; revision: number }[]> {
    return this.database.query<{ id: string; revision: number }>(SUBMITTED, [applicationId]);
  }
}
