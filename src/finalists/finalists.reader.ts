import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { DebriefState } from '../domain/debrief/debrief-states.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { fragment, sql } from '../platform/statement.js';
import type { ComparisonQuery, FinalistsQuery } from './finalists.dto.js';

export interface ComparedRow {
  readonly applicationId: string;
  readonly candidate: { readonly id: string; readonly name: string };
  readonly status: string;
  readonly reasonCode: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly stage: { readonly key: string; readonly name: string } | null;
  readonly rubricVersionId: string;
  readonly debrief: { readonly id: string; readonly state: DebriefState; readonly roundNumber: number };
  readonly decision: { readonly outcome: string; readonly level: string; readonly departs: boolean; readonly decidedAt: string } | null;
  readonly sortKey: string;
}

const COLUMNS = fragment`
  a.id as "applicationId", jsonb_build_object('id', c.id, 'name', c.name) as candidate, a.status, a.reason_code as "reasonCode", a.started_at as "startedAt",
  a.ended_at as "endedAt", reached.stage, a.rubric_version_id as "rubricVersionId",
  jsonb_build_object('id', d.id, 'state', d.state, 'roundNumber', d.round_number) as debrief,
  (select jsonb_build_object('outcome', x.outcome, 'level', x.level, 'departs', x.departs, 'decidedAt', x.decided_at)
    from decisions x where x.debrief_id = d.id and x.superseded_at is null) as decision, a.candidate_sort as "sortKey"`;

/** The furthest round anything happened in. */
const REACHED = fragment`
  left join lateral (
    select jsonb_build_object('key', r.key, 'name', coalesce(r.content->>'name', r.key)) as stage, r.key
    from application_rounds r where r.application_id = a.id
      and (r.status in ('passed', 'current') or r.outcome is not null or exists (select 1 from interviews i where i.round_id = r.id and i.status = 'held'))
    order by r.position desc limit 1) reached on true`;

/** `$1` the viewer, `$2` now. Only those whose content the viewer sees. */
const TABLES = fragment`
  applications a join candidates c on c.id = a.candidate_id join debriefs d on d.application_id = a.id
  join application_sight($1, $2) v on v.application_id = a.id and v.sight = 'content' ${REACHED}`;
const SEAT = fragment`s.user_id = $1 and s.ended_at is null and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)`;

/** For the job's hiring manager and recruiter, for facilitators on the debriefs they run, and for auditors. */
const FINALISTS = sql`
  select ${COLUMNS} from ${TABLES}
  where a.job_id = $3 and d.state <> 'collecting' and ($4 or a.status in ('active', 'on_hold', 'offered', 'hired'))
    and (exists (select 1 from users u where u.id = $1 and u.site_role = 'auditor')
      or exists (select 1 from seats s where ${SEAT} and s.job_id = a.job_id and s.kind in ('hiring_manager', 'recruiter'))
      or exists (select 1 from seats s where ${SEAT} and s.application_id = a.id and s.kind = 'facilitator'))
    and ($5::text is null or (a.candidate_sort, a.id) > ($5, $6::uuid))
  order by a.candidate_sort, a.id limit $7`;

const ONE = sql`select ${COLUMNS} from ${TABLES} where a.id = $3`;

const COMPARATORS = sql`
  select ${COLUMNS} from ${TABLES}
  where a.job_id = $3 and a.id <> $4 and reached.key is not distinct from $5
    and ($6::text is null or (a.candidate_sort, a.id) > ($6, $7::uuid))
  order by a.candidate_sort, a.id limit $8`;

/** Reads applications of one job to be laid side by side, each on its own debrief. */
@Injectable()
export class FinalistsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One more than the page, by name. */
  finalists(actor: Actor, jobId: string, query: FinalistsQuery): Promise<ComparedRow[]> {
    const [name, id] = readSortCursor(query.cursor, ['text', 'id']);
    return this.database.query<ComparedRow>(FINALISTS, [actor.userId, this.clock.now(), jobId, query.ended ?? false, name, id, query.limit + 1]);
  }

  /** Undefined where the viewer does not see its content. */
  async one(actor: Actor, applicationId: string): Promise<ComparedRow | undefined> {
    const [row] = await this.database.query<ComparedRow>(ONE, [actor.userId, this.clock.now(), applicationId]);
    return row;
  }

  /** Others of the job that came as far; one more than the page, by name. */
  comparators(actor: Actor, jobId: string, subject: ComparedRow, query: ComparisonQuery): Promise<ComparedRow[]> {
    const [name, id] = readSortCursor(query.cursor, ['text', 'id']);
    return this.database.query<ComparedRow>(COMPARATORS, [
      actor.userId,
      this.clock.now(),
      jobId,
      subject.applicationId,
      subject.stage?.key ?? null,
      name,
      id,
      query.limit + 1,
    ]);
  }
}
