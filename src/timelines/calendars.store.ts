import { Injectable } from '@nestjs/common';
import type { NamedDay } from '../domain/timeline/business-calendar.js';
import type { IsoWeekday } from '../domain/timeline/local-date.js';
import { Refusal } from '../domain/refusal.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface CalendarFields {
  readonly name: string;
  readonly country: string | null;
  readonly weekend: readonly IsoWeekday[] | null;
  readonly closingDays: readonly NamedDay[];
  readonly workingDays: readonly NamedDay[];
  readonly suppliedYears: readonly number[];
  readonly forCountry: boolean;
}

export interface LockedCalendar extends CalendarFields {
  readonly id: string;
  readonly version: number;
  readonly archivedAt: Date | null;
}

const INSERT = sql`
  insert into calendars (id, name, country, weekend, closing_days, working_days, supplied_years, for_country, created_by, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const LOCK = sql`
  select id, name, country, weekend, closing_days as "closingDays", working_days as "workingDays", supplied_years as "suppliedYears",
    for_country as "forCountry", version, archived_at as "archivedAt" from calendars where id = $1 for update`;
const SAVE = sql`
  update calendars set name = $2, country = $3, weekend = $4, closing_days = $5, working_days = $6, supplied_years = $7, for_country = $8, version = version + 1
  where id = $1`;
const ARCHIVE = sql`update calendars set archived_at = $2, version = version + 1 where id = $1`;
const NAMED = sql`
  select exists (select 1 from users where calendar_id = $1 and status = 'active') or exists (select 1 from jobs where calendar_id = $1
    and status in ('draft', 'open', 'on_hold')) as named`;
const NAME_FOR = {
  job: sql`update jobs set calendar_id = $2 where id = $1`,
  user: sql`update users set calendar_id = $2 where id = $1`,
};
const LOCK_OWNER = {
  job: sql`select calendar_id as "calendarId" from jobs where id = $1 for update`,
  user: sql`select calendar_id as "calendarId" from users where id = $1 for update`,
};

function values(fields: CalendarFields): readonly unknown[] {
  const { name, country, weekend, closingDays, workingDays, suppliedYears, forCountry } = fields;
  return [name, country, weekend, JSON.stringify(closingDays), JSON.stringify(workingDays), suppliedYears, forCountry];
}

/** Two calendars of one name, or two for one country: the database decides, whoever comes first. */
async function once(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const constraint = typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : undefined;
    if (constraint === 'calendars_name')
      throw new Refusal('already_exists', 'There is a calendar of this name.', [
        { pointer: '/name', code: 'taken', detail: 'is the name of another calendar' },
      ]);
    if (constraint === 'calendars_for_country')
      throw new Refusal('already_exists', 'This country follows another calendar already.', [
        { pointer: '/forCountry', code: 'taken', detail: 'another calendar is the one for this country' },
      ]);
    throw error;
  }
}

/** Writes calendars and who names them, inside the caller's transaction. */
@Injectable()
export class CalendarsStore {
  insert(tx: Transaction, id: string, fields: CalendarFields, by: string, at: Date): Promise<void> {
    return once(tx.query(INSERT, [id, ...values(fields), by, at]));
  }

  async lock(tx: Transaction, id: string): Promise<LockedCalendar | undefined> {
    const [row] = await tx.query<LockedCalendar>(LOCK, [id]);
    return row;
  }

  save(tx: Transaction, id: string, fields: CalendarFields): Promise<void> {
    return once(tx.query(SAVE, [id, ...values(fields)]));
  }

  setArchived(tx: Transaction, id: string, at: Date | null): Promise<void> {
    return once(tx.query(ARCHIVE, [id, at]));
  }

  /** Somebody here, or a job that may still have applications, names it. */
  async isNamed(tx: Transaction, id: string): Promise<boolean> {
    const [row] = await tx.query<{ named: boolean }>(NAMED, [id]);
    return row?.named ?? false;
  }

  async lockOwner(tx: Transaction, owner: 'job' | 'user', id: string): Promise<{ calendarId: string | null } | undefined> {
    const [row] = await tx.query<{ calendarId: string | null }>(LOCK_OWNER[owner], [id]);
    return row;
  }

  async nameFor(tx: Transaction, owner: 'job' | 'user', id: string, calendarId: string | null): Promise<void> {
    await tx.query(NAME_FOR[owner], [id, calendarId]);
  }
}
