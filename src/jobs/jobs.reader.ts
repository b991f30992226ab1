import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import type { JobStatus } from '../domain/abilities/job-abilities.js';
import type { DebriefSettings } from '../domain/debrief/debrief-policy.js';
import { notFound } from '../domain/refusal.js';
import type { JobRequirement, OfferShape, PayBand } from '../domain/rubric/template-pack.js';
import type { JobSeat, VisibilityPolicy } from '../domain/visibility/visibility.js';
import { Clock } from '../platform/clock.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { Database, type Transaction } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { fragment, sql } from '../platform/statement.js';

export interface JobSummaryRow {
  id: string;
  title: string;
  department: string;
  location: string;
  status: JobStatus;
  createdAt: Date;
  openedAt: Date | null;
  mySeats: string[];
}

export interface JobRow {
  id: string;
  title: string;
  summary: string;
  department: string;
  location: string;
  country: string;
  timeZone: string;
  status: JobStatus;
  rubricVersionId: string | null;
  rubricName: string | null;
  planId: string | null;
  planName: string | null;
  visibilityPolicy: VisibilityPolicy;
  debriefPolicy: DebriefSettings;
  responsibilities: string[];
  requirements: JobRequirement[];
  band: PayBand | null;
  offerShape: OfferShape | null;
  templateKey: string | null;
  version: number;
  createdAt: Date;
  openedAt: Date | null;
  closedAt: Date | null;
  seats: { userId: string; name: string; kind: string }[];
  mySeats: JobSeat[];
}

/** $1 the viewer, $2 now. */
const MY_SEATS = fragment`array(select distinct s.kind from seats s where s.user_id = $1 and s.job_id = j.id and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2) order by s.kind)`;

/** A draft is for those who work on it; everything else says nothing about a candidate and is for anybody signed in. */
const VISIBLE = fragment`(j.status <> 'draft' or j.created_by = $1
  or exists (select 1 from users u where u.id = $1 and u.site_role in ('admin', 'auditor'))
  or exists (select 1 from seats s where s.user_id = $1 and s.job_id = j.id and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)))`;

const listOf = (order: 'title' | 'newest') => {
  const after = order === 'title' ? fragment`(lower(j.title), j.id) > ($7, $8::uuid)` : fragment`(j.created_at, j.id) < ($7::timestamptz, $8::uuid)`;
  const by = order === 'title' ? fragment`lower(j.title), j.id` : fragment`j.created_at desc, j.id desc`;
  const key = order === 'title' ? fragment`lower(j.title)` : fragment`j.created_at::text`;
  return sql`
    select j.id, j.title, j.department, j.location, j.status, j.created_at as "createdAt", j.opened_at as "openedAt", ${MY_SEATS} as "mySeats", ${key} as "sortKey"
    from jobs j
    where ${VISIBLE} and ($3::text is null or strpos(lower(j.title), lower($3)) > 0)
      and ($4::text is null or j.status = $4) and ($4 is not null or $5 or j.status <> 'archived')
      and (not $6 or cardinality(${MY_SEATS}) > 0)
      and ($7::text is null or ${after}) and ($10::uuid is null or j.plan_id = $10)
    order by ${by} limit $9`;
};
const LISTS = { title: listOf('title'), newest: listOf('newest') };

const JOB = sql`
  select j.id, j.title, j.summary, j.department, j.location, j.country, j.time_zone as "timeZone", j.status,
    j.rubric_version_id as "rubricVersionId", r.name as "rubricName", j.plan_id as "planId", p.name as "planName",
    j.visibility_policy as "visibilityPolicy", j.debrief_policy as "debriefPolicy", j.responsibilities, j.requirements, j.band,
    j.offer_shape as "offerShape", j.template_key as "templateKey", j.version, j.created_at as "createdAt", j.opened_at as "openedAt",
    j.closed_at as "closedAt", ${MY_SEATS} as "mySeats",
    coalesce((select jsonb_agg(jsonb_build_object('userId', u.id, 'name', u.name, 'kind', s.kind) order by s.kind, u.name, u.id)
      from seats s join users u on u.id = s.user_id where s.job_id = j.id and s.ended_at is null
        and (s.starts_at is null or s.starts_at <= $2) and (s.ends_at is null or s.ends_at > $2)), '[]') as seats
  from jobs j
  left join rubric_versions v on v.id = j.rubric_version_id
  left join rubrics r on r.id = v.rubric_id
  left join interview_plans p on p.id = j.plan_id
  where j.id = $3 and ${VISIBLE}`;

/** Reads jobs. */
@Injectable()
export class JobsReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    query: PageQuery & { search?: string; status?: JobStatus; planId?: string; mine?: boolean; archived?: boolean; sort?: 'title' | 'newest' },
  ): Promise<Page<JobSummaryRow>> {
    const sort = query.sort ?? 'title';
    const [key, id] = readSortCursor(query.cursor, [sort === 'title' ? 'text' : 'time', 'id']);
    const filters = [query.search ?? null, query.status ?? null, query.archived ?? false, query.mine ?? false];
    const values = [actor.userId, this.clock.now(), ...filters, key, id, query.limit + 1, query.planId ?? null];
    const rows = await this.database.query<JobSummaryRow & { sortKey: string }>(LISTS[sort], values);
    return pageOf(
      rows,
      query.limit,
      ({ sortKey: _, ...row }) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  /** The job, or `not_found` where it does not exist for the viewer. */
  async job(actor: Actor, id: string, from: Database | Transaction = this.database): Promise<JobRow> {
    const [row] = await from.query<JobRow>(JOB, [actor.userId, this.clock.now(), id]);
    if (!row) throw notFound('job');
    return row;
  }
}
