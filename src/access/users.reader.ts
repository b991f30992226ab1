import { Injectable } from '@nestjs/common';
import type { WorkingHours } from '../domain/access/availability.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import { Database, type Transaction } from '../platform/database.js';
import { type Page, type PageQuery, pageOf } from '../platform/cursor.js';
import { readSortCursor } from '../platform/sort-cursor.js';
import { sql } from '../platform/statement.js';
import type { Caller } from './session.reader.js';

export interface UserRow {
  id: string;
  email: string;
  name: string;
  siteRole: SiteRole;
  status: 'active' | 'deactivated';
  timeZone: string;
  country: string;
  locale: 'en' | 'zh-CN';
  qualifications: string[];
  languages: string[];
  availability: WorkingHours[];
  version: number;
  createdAt: Date;
  deactivatedAt: Date | null;
  isLastAdmin: boolean;
}

export interface DirectoryRow {
  id: string;
  name: string;
  qualifications: string[];
  languages: string[];
}

export interface OrganisationRow {
  name: string;
  timeZone: string;
  country: string;
  isDemo: boolean;
}

/** What signing in needs to know of an account. */
export interface CredentialsRow extends Caller {
  readonly passwordHash: string | null;
}

const COLUMNS = {
  fragment: true,
  text: `u.id, u.email, u.name, u.site_role as "siteRole", u.status, u.time_zone as "timeZone", u.country, u.locale, u.qualifications, u.languages,
    u.availability, u.version, u.created_at as "createdAt", u.deactivated_at as "deactivatedAt", lower(u.name) as "sortName",
    u.site_role = 'admin' and u.status = 'active' and not exists (
      select 1 from users o where o.site_role = 'admin' and o.status = 'active' and o.id <> u.id) as "isLastAdmin"`,
} as const;

const LIST = sql`
  select ${COLUMNS} from users u
  where ($1::text is null or strpos(lower(u.name), lower($1)) > 0 or strpos(lower(u.email), lower($1)) > 0)
    and ($2::text is null or u.site_role = $2) and ($3::text is null or u.status = $3)
    and ($4::text is null or (lower(u.name), u.id) > ($4, $5::uuid))
  order by lower(u.name), u.id limit $6`;

const DIRECTORY = sql`
  select u.id, u.name, u.qualifications, u.languages, lower(u.name) as "sortName" from users u
  where u.status = 'active' and ($1::text is null or strpos(lower(u.name), lower($1)) > 0)
    and ($2::text is null or $2 = any (u.qualifications))
    and ($3::text is null or (lower(u.name), u.id) > ($3, $4::uuid))
  order by lower(u.name), u.id limit $5`;

const USER = sql`select ${COLUMNS} from users u where u.id = $1`;
const CREDENTIALS = {
  fragment: true,
  text: `select u.id as "userId", u.name, u.email, u.site_role as "siteRole", u.locale, u.time_zone as "timeZone", u.password_hash as "passwordHash"
    from users u where u.status = 'active'`,
} as const;
const BY_EMAIL = sql`${CREDENTIALS} and lower(u.email) = lower($1)`;
const BY_ID = sql`${CREDENTIALS} and u.id = $1`;
const ORGANISATION = sql`select name, time_zone as "timeZone", country, is_demo as "isDemo" from organisation`;
const ANYBODY = sql`select exists (select 1 from users) as "isAnybody"`;

@Injectable()
export class UsersReader {
  constructor(private readonly database: Database) {}

  async list(query: PageQuery & { search?: string; siteRole?: SiteRole; status?: string }): Promise<Page<UserRow>> {
    const [name, id] = readSortCursor(query.cursor, ['text', 'id']);
    const rows = await this.database.query<UserRow & { sortName: string }>(LIST, [
      query.search ?? null,
      query.siteRole ?? null,
      query.status ?? null,
      name,
      id,
      query.limit + 1,
    ]);
    return pageOf(
      rows,
      query.limit,
      (row) => row,
      (row) => [row.sortName, row.id],
    );
  }

  /** Whom one may pick for a seat: active people, by name. */
  async directory(query: PageQuery & { search?: string; qualification?: string }): Promise<Page<DirectoryRow>> {
    const [name, id] = readSortCursor(query.cursor, ['text', 'id']);
    const rows = await this.database.query<DirectoryRow & { sortName: string }>(DIRECTORY, [
      query.search ?? null,
      query.qualification ?? null,
      name,
      id,
      query.limit + 1,
    ]);
    return pageOf(
      rows,
      query.limit,
      ({ sortName: _, ...row }) => row,
      (row) => [row.sortName, row.id],
    );
  }

  async user(id: string, from: Database | Transaction = this.database): Promise<UserRow | undefined> {
    const [row] = await from.query<UserRow>(USER, [id]);
    return row;
  }

  /** An active account by its address. */
  async credentials(email: string, from: Database | Transaction = this.database): Promise<CredentialsRow | undefined> {
    const [row] = await from.query<CredentialsRow>(BY_EMAIL, [email]);
    return row;
  }

  async credentialsOf(userId: string, from: Database | Transaction = this.database): Promise<CredentialsRow | undefined> {
    const [row] = await from.query<CredentialsRow>(BY_ID, [userId]);
    return row;
  }

  async organisation(from: Database | Transaction = this.database): Promise<OrganisationRow | undefined> {
    const [row] = await from.query<OrganisationRow>(ORGANISATION);
    return row;
  }

  async isAnybody(from: Database | Transaction = this.database): Promise<boolean> {
    const [row] = await from.query<{ isAnybody: boolean }>(ANYBODY);
    return row?.isAnybody ?? false;
  }
}
