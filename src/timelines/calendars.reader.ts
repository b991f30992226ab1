import { Injectable } from '@nestjs/common';
import type { NamedDay } from '../domain/timeline/business-calendar.js';
import type { IsoWeekday } from '../domain/timeline/local-date.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { Database, type Transaction } from '../platform/database.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { fragment, sql } from '../platform/statement.js';

export interface CalendarRow {
  id: string;
  name: string;
  country: string | null;
  weekend: IsoWeekday[] | null;
  closingDays: NamedDay[];
  workingDays: NamedDay[];
  suppliedYears: number[];
  forCountry: boolean;
  users: number;
  jobs: number;
  clocksMoving: { total: number; moved: number; finishedAt: Date | null } | null;
  version: number;
  createdAt: Date;
  archivedAt: Date | null;
}

export interface FollowedCalendarRow {
  country: string;
  zone: string;
  namedId: string | null;
  calendarId: string | null;
  name: string | null;
  calendarCountry: string | null;
  suppliedYears: number[] | null;
}

const CALENDAR = fragment`
  k.id, k.name, k.country, k.weekend, k.closing_days as "closingDays", k.working_days as "workingDays", k.supplied_years as "suppliedYears",
  k.for_country as "forCountry", k.version, k.created_at as "createdAt", k.archived_at as "archivedAt",
  (select count(*)::integer from users u where u.calendar_id = k.id and u.status = 'active') as users,
  (select count(*)::integer from jobs j where j.calendar_id = k.id and j.status in ('draft', 'open', 'on_hold')) as jobs`;
const LIST = sql`
  select ${CALENDAR}, null as "clocksMoving", lower(k.name) as "sortKey" from calendars k
  where ($1::text is null or strpos(lower(k.name), lower($1)) > 0) and ($2 or k.archived_at is null)
    and ($3::text is null or (lower(k.name), k.id) > ($3, $4::uuid))
  order by lower(k.name), k.id limit $5`;
const ONE = sql`
  select ${CALENDAR},
    (select jsonb_build_object('total', m.total, 'moved', m.moved, 'finishedAt', m.finished_at) from clock_moves m where m.cause_id = k.id
      order by m.turn desc limit 1) as "clocksMoving"
  from calendars k where k.id = $1`;
const followed = (table: 'jobs' | 'users') => sql`
  select o.country, o.time_zone as zone, o.calendar_id as "namedId", k.id as "calendarId", k.name, k.country as "calendarCountry",
    k.supplied_years as "suppliedYears"
  from ${table === 'jobs' ? fragment`jobs` : fragment`users`} o
  left join calendars k on k.archived_at is null and (k.id = o.calendar_id or o.calendar_id is null and k.for_country and k.country = o.country)
  where o.id = $1`;
const FOLLOWED = { job: followed('jobs'), user: followed('users') };

/** Reads calendars and who follows which. They say nothing about a candidate: anybody signed in may read them. */
@Injectable()
export class CalendarsReader {
  constructor(private readonly database: Database) {}

  async list(query: PageQuery & { search?: string; archived?: boolean }): Promise<Page<CalendarRow>> {
    const [name, id] = readSortCursor(query.cursor, ['text', 'id']);
    const values = [query.search ?? null, query.archived ?? false, name, id, query.limit + 1];
    const rows = await this.database.query<CalendarRow & { sortKey: string }>(LIST, values);
    return pageOf(
      rows,
      query.limit,
      ({ sortKey: _, ...row }) => row,
      (row) => [row.sortKey, row.id],
    );
  }

  async calendar(id: string, from: Database | Transaction = this.database): Promise<CalendarRow | undefined> {
    const [row] = await from.query<CalendarRow>(ONE, [id]);
    if (row?.clocksMoving?.finishedAt) row.clocksMoving.finishedAt = new Date(row.clocksMoving.finishedAt);
    return row;
  }

  async followed(owner: 'job' | 'user', id: string, from: Database | Transaction = this.database): Promise<FollowedCalendarRow | undefined> {
    const [row] = await from.query<FollowedCalendarRow>(FOLLOWED[owner], [id]);
    return row;
  }
}
