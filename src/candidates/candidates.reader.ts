import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { notFound } from '../domain/refusal.js';
import { Clock } from '../platform/clock.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { Database, type Transaction } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { fragment, sql } from '../platform/statement.js';
import type { CandidateSort, RelationSource } from './candidates.dto.js';

export interface CandidateSummaryRow {
  id: string;
  name: string;
  location: string;
  createdAt: Date;
  archivedAt: Date | null;
  applications: number;
}

export interface CandidateRow {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  phone: string;
  location: string;
  timeZone: string;
  country: string;
  links: string[];
  internal: boolean;
  version: number;
  createdAt: Date;
  archivedAt: Date | null;
  manages: boolean;
  mergedIds: string[];
  possibleDuplicates: { id: string; name: string; because: 'email' | 'name' }[];
  relations: { id: string; userId: string; userName: string; source: RelationSource; reason: string; recordedAt: Date }[];
  applications: { id: string; jobId: string; jobTitle: string; status: string; startedAt: Date }[];
}

/** $1 the viewer, $2 now. Merged records are reached through their person, not listed beside it. */
const listOf = (sort: CandidateSort) => {
  const after = sort === 'name' ? fragment`(lower(c.name), c.id) > ($6, $7::uuid)` : fragment`(c.created_at, c.id) < ($6::timestamptz, $7::uuid)`;
  const by = sort === 'name' ? fragment`lower(c.name), c.id` : fragment`c.created_at desc, c.id desc`;
  const key = sort === 'name' ? fragment`lower(c.name)` : fragment`c.created_at::text`;
  return sql`
    select c.id, c.name, c.location, c.created_at as "createdAt", c.archived_at as "archivedAt", ${key} as "sortKey",
      (select count(*)::integer from applications a join known_applications($1, $2) k on k.application_id = a.id
       where a.person_id = c.person_id) as applications
    from candidates c join candidate_sight($1, $2) k on k.candidate_id = c.id
    where c.id = c.person_id and k.visible
      and ($3::text is null or strpos(lower(c.name), lower($3)) > 0)
      and ($4::uuid is null or exists (select 1 from applications a join known_applications($1, $2) q on q.application_id = a.id
           where a.person_id = c.person_id and a.job_id = $4))
      and ($5 or c.archived_at is null)
      and ($6::text is null or ${after})
    order by ${by} limit $8`;
};
const LISTS = { name: listOf('name'), newest: listOf('newest') };

const CANDIDATE = sql`
  select c.id, c.person_id as "personId", c.name, c.email, c.phone, c.location, c.time_zone as "timeZone", c.country, c.links,
    c.user_id is not null as internal, c.version, c.created_at as "createdAt", c.archived_at as "archivedAt", coalesce(k.manages, false) as manages,
    array(select m.id from candidates m where m.person_id = c.id and m.id <> c.id order by m.created_at, m.id) as "mergedIds"
  from candidates c join candidate_sight($1, $2) k on k.candidate_id = c.id
  where c.id = $3 and k.visible`;

const DUPLICATES = sql`
  select o.id, o.name, case when lower(o.email) = lower(c.email) then 'email' else 'name' end as because
  from candidates c
  join candidates o on o.person_id <> c.person_id and o.id = o.person_id and (lower(o.email) = lower(c.email) or lower(o.name) = lower(c.name))
  join candidate_sight($1, $2) k on k.candidate_id = o.id
  where c.id = $3 and k.visible and o.archived_at is null
  order by because, o.id limit 20`;

const RELATIONS = sql`
  select f.id, f.user_id as "userId", u.name as "userName", f.source, f.reason, f.recorded_at as "recordedAt"
  from conflicts f join candidates p on p.id = f.person_id join users u on u.id = f.user_id
  where p.person_id = $1 and f.withdrawn_at is null and f.source <> 'declared'
  order by f.recorded_at, f.source, f.id`;

const APPLICATIONS = sql`
  select a.id, a.job_id as "jobId", j.title as "jobTitle", a.status, a.started_at as "startedAt"
  from applications a join known_applications($1, $2) k on k.application_id = a.id join jobs j on j.id = a.job_id
  where a.person_id = $3
  order by a.started_at desc, a.id`;

const VISIBLE = sql`select coalesce(k.manages, false) as manages from candidate_sight($1, $2) k where k.candidate_id = $3 and k.visible`;

/** Reads candidates; those a viewer may not know of are not there. */
@Injectable()
export class CandidatesReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(
    actor: Actor,
    query: PageQuery & { search?: string; jobId?: string; archived?: boolean; sort?: CandidateSort },
  ): Promise<Page<CandidateSummaryRow>> {
    const sort = query.sort ?? 'name';
    const [key, id] = readSortCursor(query.cursor, [sort === 'name' ? 'text' : 'time', 'id']);
    const values = [actor.userId, this.clock.now(), query.search ?? null, query.jobId ?? null, query.archived ?? false, key, id, query.limit + 1];
    const rows = await this.database.query<CandidateSummaryRow & { sortKey: string }>(LISTS[sort], values);
    return pageOf(
      rows,
      query.limit,
      ({ sortKey: _, ...row }) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  /** The candidate, or `not_found` where they do not exist for the viewer. */
  async candidate(actor: Actor, id: string): Promise<CandidateRow> {
    const now = this.clock.now();
    const [row] = await this.database.query<Omit<CandidateRow, 'possibleDuplicates' | 'relations' | 'applications'>>(CANDIDATE, [
      actor.userId,
      now,
      id,
    ]);
    if (!row) throw notFound('candidate');
    const keepsRecord = row.manages || actor.siteRole === 'auditor';
    const [possibleDuplicates, relations, applications] = await Promise.all([
      row.manages ? this.duplicates(actor, id) : [],
      keepsRecord ? this.database.query<CandidateRow['relations'][number]>(RELATIONS, [row.personId]) : [],
      this.database.query<CandidateRow['applications'][number]>(APPLICATIONS, [actor.userId, now, row.personId]),
    ]);
    return { ...row, possibleDuplicates, relations, applications };
  }

  /** Other records with the same e-mail address or name, as far as the viewer may know of them. */
  duplicates(actor: Actor, id: string): Promise<CandidateRow['possibleDuplicates']> {
    return this.database.query<CandidateRow['possibleDuplicates'][number]>(DUPLICATES, [actor.userId, this.clock.now(), id]);
  }

  /** Whether the viewer keeps this candidate's record; `not_found` where the candidate does not exist for them. */
  async manages(actor: Actor, id: string, from: Database | Transaction = this.database): Promise<boolean> {
    const [row] = await from.query<{ manages: boolean }>(VISIBLE, [actor.userId, this.clock.now(), id]);
    if (!row) throw notFound('candidate');
    return row.manages;
  }
}
