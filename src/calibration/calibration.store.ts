import { Injectable } from '@nestjs/common';
import { CALIBRATION_ENGINE, type Measured, type SeverityFit } from '../domain/calibration/measure.js';
import type { FirstCard, RubricScale } from '../domain/calibration/first-scores.js';
import { FEWEST_RATINGS_TO_SHOW } from '../domain/severity/calibrate-ratings.js';
import { Database, type Transaction } from '../platform/database.js';
import { newId } from '../platform/new-id.js';
import { sql } from '../platform/statement.js';

/** Only first submissions, made before another's card was seen, that counted and were not imported; only where the debrief is closed. */
const FEED = sql`
  select s.application_id as "applicationId", a.job_id as "jobId", a.rubric_version_id as "rubricVersionId", s.interviewer_id as "interviewerId",
    (select coalesce(jsonb_object_agg(x->>'criterion', x->'level'), '{}') from jsonb_array_elements(r.content->'ratings') x
      where jsonb_typeof(x->'level') = 'number') as levels
  from debriefs d
  join applications a on a.id = d.application_id
  join scorecards s on s.application_id = a.id and s.status = 'submitted' and s.counts and not s.imported
  join scorecard_revisions r on r.scorecard_id = s.id and r.number = 1 and not r.exposed
  where d.state = 'closed'
  order by s.id`;

const RUBRICS = sql`
  select rv.id, (rv.content->'scale'->>'levels')::integer as levels, coalesce((rv.content#>>'{policy,thresholds,hire}')::float8, 0.55) as "hireFrom",
    (select jsonb_agg(jsonb_build_object('key', c->>'key', 'name', coalesce(c->>'name', c->>'key'), 'weight', coalesce((c->>'weight')::float8, 1)) order by n)
      from jsonb_array_elements(rv.content->'criteria') with ordinality as x(c, n)) as criteria
  from rubric_versions rv where rv.id = any ($1) order by rv.id`;

const LAST = sql`select engine, input_hash as "inputHash" from calibration_runs order by turn desc limit 1`;
const ONE_AT_A_TIME = sql`select pg_advisory_xact_lock(hashtext('plumbline.calibration'))`;
const RUN = sql`
  insert into calibration_runs (id, engine, input_hash, cards, applications, interviewers, computed_at) values ($1, $2, $3, $4, $5, $6, $7)`;
const FORGET_AGREEMENT = sql`delete from agreement_figures`;
const FORGET_SEVERITY = sql`delete from severity_fits`;
const AGREEMENT = sql`
  insert into agreement_figures (run_id, rubric_version_id, job_id, criterion, criterion_name, place, levels, figures, few)
  select $1, x."rubricVersionId", x."jobId", x.criterion, x."criterionName", x.place, x.levels, x.figures,
    case when jsonb_typeof(x.few) = 'array' then array(select jsonb_array_elements_text(x.few)::uuid) end
  from jsonb_to_recordset($2::jsonb) as x("rubricVersionId" uuid, "jobId" uuid, criterion text, "criterionName" text, place integer, levels integer,
    figures jsonb, few jsonb)`;
const FIT = sql`insert into severity_fits (run_id, levels, fit, few) values ($1, $2, $3, $4)`;
const EFFECTS = sql`
  insert into severity_effects (levels, interviewer_id, effect)
  select $1, x."interviewerId", x.effect from jsonb_to_recordset($2::jsonb) as x("interviewerId" uuid, effect jsonb)`;
const ADJUSTED = sql`
  insert into severity_adjusted (levels, application_id, score)
  select $1, (x->>'applicationId')::uuid, x - 'applicationId' from jsonb_array_elements($2::jsonb) x`;
const AVAILABLE = sql`
  insert into calibration_pages (user_id, available_since)
  select e.interviewer_id, $1 from severity_effects e where (e.effect->>'ratings')::integer >= $2 group by 1 on conflict do nothing`;
const OPENED = sql`
  insert into calibration_pages as p (user_id, available_since, first_opened_at) values ($1, $2, $2)
  on conflict (user_id) do update set first_opened_at = excluded.first_opened_at where p.first_opened_at is null`;

export interface Feed {
  readonly cards: readonly FirstCard[];
  readonly rubrics: readonly RubricScale[];
}

/** Reads what the figures are computed from, and replaces the figures of the last run with those of the next. */
@Injectable()
export class CalibrationStore {
  constructor(private readonly database: Database) {}

  async feed(): Promise<Feed> {
    const cards = await this.database.query<FirstCard>(FEED);
    const versions = [...new Set(cards.map((card) => card.rubricVersionId))];
    return { cards, rubrics: await this.database.query<RubricScale>(RUBRICS, [versions]) };
  }

  /** What the last run was computed from, and by which engine. */
  async last(): Promise<{ readonly engine: number; readonly inputHash: string } | undefined> {
    const [row] = await this.database.query<{ engine: number; inputHash: string }>(LAST);
    return row;
  }

  async replace(tx: Transaction, feed: Feed, inputHash: string, { agreement, severity }: Measured, now: Date): Promise<void> {
    await tx.query(ONE_AT_A_TIME);
    const runId = newId();
    const { cards } = feed;
    const [applications, interviewers] = [new Set(cards.map((card) => card.applicationId)), new Set(cards.map((card) => card.interviewerId))];
    await tx.query(RUN, [runId, CALIBRATION_ENGINE, inputHash, cards.length, applications.size, interviewers.size, now]);
    await tx.query(FORGET_AGREEMENT);
    await tx.query(FORGET_SEVERITY);
    await tx.query(AGREEMENT, [runId, JSON.stringify(agreement)]);
    for (const fit of severity) await this.insertFit(tx, runId, fit);
    await tx.query(AVAILABLE, [now, FEWEST_RATINGS_TO_SHOW]);
  }

  private async insertFit(tx: Transaction, runId: string, { effects, adjusted, few, ...fit }: SeverityFit): Promise<void> {
    await tx.query(FIT, [runId, fit.levels, JSON.stringify(fit), few]);
    await tx.query(EFFECTS, [fit.levels, JSON.stringify(effects)]);
    await tx.query(ADJUSTED, [fit.levels, JSON.stringify(adjusted)]);
  }

  /** Their page was shown to them: it may be read by others from now on. */
  async opened(userId: string, now: Date): Promise<void> {
    await this.database.query(OPENED, [userId, now]);
  }
}
