import { Injectable } from '@nestjs/common';
import type { ClosedCard } from '../domain/calibration/own-calibration.js';
import type { OwnEffect } from '../domain/severity/calibrate-ratings.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface EffectRow {
  readonly levels: number;
  readonly effect: OwnEffect;
  readonly method: 'reml' | 'fixed_prior';
  readonly engine: number;
  readonly computedAt: Date;
}

export interface CalibrationPageRow {
  readonly name: string;
  readonly availableSince: Date | null;
  readonly openedAt: Date | null;
}

/** `$1` whose cards, `$2` now, `$3` who reads: the owner must see every card of the panel, and for the reader the application must exist. */
const CLOSED_CARDS = sql`
  with mine as (
    select s.id, s.application_id, s.interviewer_id, a.rubric_version_id, s.due_at, r.submitted_at, r.exposed, r.content
    from scorecards s
    join scorecard_revisions r on r.scorecard_id = s.id and r.number = 1
    join applications a on a.id = s.application_id
    join debriefs d on d.application_id = a.id and d.state = 'closed'
    join application_sight($1, $2) v on v.application_id = a.id and v.sight = 'content'
    where s.interviewer_id = $1 and s.status = 'submitted' and s.counts and not s.imported
      and ($3::uuid = $1 or exists (select 1 from application_sight($3, $2) w where w.application_id = a.id and w.sight <> 'absent')))
  select m.application_id as "applicationId", (rv.content->'scale'->>'levels')::integer as "scaleLevels", m.exposed, m.submitted_at <= m.due_at as "onTime",
    (select coalesce(jsonb_object_agg(x->>'criterion', x->'level'), '{}') from jsonb_array_elements(m.content->'ratings') x where x ? 'level') as own,
    (select coalesce(jsonb_object_agg(o.criterion, o.levels), '{}') from (
       select x->>'criterion' as criterion, jsonb_agg(x->'level') as levels
       from scorecards s join scorecard_revisions r on r.scorecard_id = s.id and r.number = 1
       cross join lateral jsonb_array_elements(r.content->'ratings') x
       where s.application_id = m.application_id and s.interviewer_id <> m.interviewer_id and s.status = 'submitted' and s.counts
         and jsonb_typeof(x->'level') = 'number' group by 1) o) as others
  from mine m join rubric_versions rv on rv.id = m.rubric_version_id
  order by m.submitted_at, m.id`;

const EFFECTS = sql`
  select e.levels, e.effect, f.fit->>'method' as method, n.engine, n.computed_at as "computedAt"
  from severity_effects e join severity_fits f on f.levels = e.levels join calibration_runs n on n.id = f.run_id
  where e.interviewer_id = $1 order by e.levels`;

const PAGE = sql`
  select u.name, p.available_since as "availableSince", p.first_opened_at as "openedAt"
  from users u left join calibration_pages p on p.user_id = u.id where u.id = $1`;

/** Reads what is known of one interviewer's own scoring. */
@Injectable()
export class OwnCalibrationReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Their cards on closed debriefs that both they and the reader may know of. */
  closedCards(ownerId: string, readerId: string): Promise<ClosedCard[]> {
    return this.database.query<ClosedCard>(CLOSED_CARDS, [ownerId, this.clock.now(), readerId]);
  }

  effects(ownerId: string): Promise<EffectRow[]> {
    return this.database.query<EffectRow>(EFFECTS, [ownerId]);
  }

  /** Undefined for nobody. */
  async page(ownerId: string): Promise<CalibrationPageRow | undefined> {
    const [row] = await this.database.query<CalibrationPageRow>(PAGE, [ownerId]);
    return row;
  }
}
