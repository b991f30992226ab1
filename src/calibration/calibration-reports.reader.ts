import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { type Page, pageOf } from '../platform/cursor.js';
import { Database } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { fragment, sql } from '../platform/statement.js';
import type { AgreementFigures, SeverityFit } from '../domain/calibration/measure.js';
import type { AdjustedScoreDto, AdjustedScoresQuery, AgreementReportQuery, CalibrationRunDto } from './reports.dto.js';

export interface AgreementRow {
  readonly rubricId: string;
  readonly rubricName: string;
  readonly rubricVersionId: string;
  readonly rubricVersion: number;
  readonly jobId: string | null;
  readonly jobTitle: string | null;
  readonly criterion: string | null;
  readonly criterionName: string | null;
  readonly place: number;
  readonly levels: number;
  readonly figures: AgreementFigures['figures'];
  readonly seesAll: boolean;
}

export interface SeverityRow {
  readonly levels: number;
  readonly fit: SeverityFit;
  readonly seesAll: boolean;
}

const RUN = sql`
  select engine, cards, applications, interviewers, computed_at as "computedAt" from calibration_runs order by turn desc limit 1`;

/**
 * `few` lists the applications of a figure over too few to hide one another. It exists for who knows of each of them, and is told to who may
 * see every card in it. `$1` the viewer, `$2` now.
 */
const SIGHTS = fragment`
  left join lateral (select coalesce(bool_and(v.sight <> 'absent'), true) as known, coalesce(bool_and(v.sight = 'content'), true) as "seesAll"
    from unnest(f.few) as x(id) join application_sight($1, $2) v on v.application_id = x.id) s on true`;

/** Those who answer for the whole see all; others the jobs they hold. */
const MINE = fragment`(exists (select 1 from users u where u.id = $1 and u.site_role in ('admin', 'auditor'))
    or exists (select 1 from seats k where k.user_id = $1 and k.job_id = f.job_id and k.kind in ('recruiter', 'hiring_manager')
      and k.ended_at is null and (k.starts_at is null or k.starts_at <= $2) and (k.ends_at is null or k.ends_at > $2)))`;

const AGREEMENT = sql`
  select b.id as "rubricId", b.name as "rubricName", f.rubric_version_id as "rubricVersionId", rv.number as "rubricVersion", f.job_id as "jobId",
    j.title as "jobTitle", f.criterion, f.criterion_name as "criterionName", f.place, f.levels, f.figures, s."seesAll"
  from agreement_figures f
  join rubric_versions rv on rv.id = f.rubric_version_id
  join rubrics b on b.id = rv.rubric_id
  left join jobs j on j.id = f.job_id
  ${SIGHTS}
  where ${MINE} and s.known and ($3::uuid is null or f.rubric_version_id = $3) and ($4::uuid is null or f.job_id = $4)
    and ($5::text is null or (b.name, rv.number, f.rubric_version_id, coalesce(j.title, ''), coalesce(f.job_id::text, ''), f.place)
      > ($5, $6, $7::uuid, $8, $9, $10))
  order by b.name, rv.number, f.rubric_version_id, coalesce(j.title, ''), coalesce(f.job_id::text, ''), f.place limit $11`;

const SEVERITY = sql`select f.levels, f.fit, s."seesAll" from severity_fits f ${SIGHTS} where s.known order by f.levels`;

const ADJUSTED = sql`
  select lower(c.name) as "sortName", c.name as "candidateName", a.id as "applicationId", a.job_id as "jobId", j.title as "jobTitle", f.levels, (f.score->>'interviewers')::integer as interviewers,
    (f.score->>'raw')::float8 as raw, (f.score->>'adjusted')::float8 as adjusted, f.score->'interval95' as interval95, (f.score->>'bar')::float8 as bar,
    (f.score->>'probabilityAboveBar')::float8 as "probabilityAboveBar"
  from severity_adjusted f
  join applications a on a.id = f.application_id
  join application_sight($1, $2) v on v.application_id = a.id and v.sight = 'content'
  join candidates c on c.id = a.candidate_id
  join jobs j on j.id = a.job_id
  where ($3::uuid is null or a.job_id = $3) and ($4::text is null or (lower(c.name), a.id) > ($4, $5::uuid))
  order by lower(c.name), a.id limit $6`;

/** Reads what the background computed, as far as the viewer may know it. */
@Injectable()
export class CalibrationReportsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<CalibrationRunDto | null> {
    const [row] = await this.database.query<CalibrationRunDto>(RUN);
    return row ?? null;
  }

  async agreement(actor: Actor, query: AgreementReportQuery): Promise<Page<AgreementRow>> {
    const cursor = readSortCursor(query.cursor, ['text', 'position', 'id', 'text', 'text', 'position']);
    const values = [actor.userId, this.clock.now(), query.rubricVersionId ?? null, query.jobId ?? null, ...cursor, query.limit + 1];
    const rows = await this.database.query<AgreementRow>(AGREEMENT, values);
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.rubricName, row.rubricVersion, row.rubricVersionId, row.jobTitle ?? '', row.jobId ?? '', row.place],
    );
  }

  severity(actor: Actor): Promise<SeverityRow[]> {
    return this.database.query<SeverityRow>(SEVERITY, [actor.userId, this.clock.now()]);
  }

  /** By name, for who sees each card. */
  async adjusted(actor: Actor, query: AdjustedScoresQuery): Promise<Page<AdjustedScoreDto>> {
    const [name, id] = readSortCursor(query.cursor, ['text', 'id']);
    const values = [actor.userId, this.clock.now(), query.jobId ?? null, name, id, query.limit + 1];
    const rows = await this.database.query<AdjustedScoreDto & { sortName: string }>(ADJUSTED, values);
    return pageOf(
      rows,
      query.limit,
      ({ sortName: _, ...row }) => row,
      (row) => [row.sortName, row.applicationId],
    );
  }
}
