import { Injectable } from '@nestjs/common';
import type { WorkingHours } from '../domain/access/availability.js';
import type { SiteRole } from '../domain/visibility/visibility.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface NewUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly siteRole: SiteRole;
  readonly passwordHash: string | null;
  readonly timeZone: string;
  readonly country: string;
  readonly locale: 'en' | 'zh-CN';
  readonly qualifications?: readonly string[];
  readonly languages?: readonly string[];
}

/** What can be changed about a user; what is absent stays. */
export interface UserChange {
  readonly email?: string;
  readonly name?: string;
  readonly siteRole?: SiteRole;
  readonly timeZone?: string;
  readonly country?: string;
  readonly locale?: 'en' | 'zh-CN';
  readonly qualifications?: readonly string[];
  readonly languages?: readonly string[];
  readonly availability?: readonly WorkingHours[];
}

export interface AbsenceRow {
  id: string;
  startsOn: string;
  endsOn: string;
  reason: string;
}

const INSERT = sql`
  insert into users (id, email, name, site_role, password_hash, time_zone, country, locale, qualifications, languages, created_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const LOCK = sql`select id, version, status, site_role as "siteRole" from users where id = $1 for update`;
const LOCK_ADMINS = sql`select id from users where site_role = 'admin' and status = 'active' order by id for update`;
const CHANGE = sql`
  update users set email = coalesce($2, email), name = coalesce($3, name), site_role = coalesce($4, site_role), time_zone = coalesce($5, time_zone),
    country = coalesce($6, country), locale = coalesce($7, locale), qualifications = coalesce($8, qualifications),
    languages = coalesce($9, languages), availability = coalesce($10, availability), version = version + 1
  where id = $1`;
const SET_STATUS = sql`update users set status = $2, deactivated_at = $3, version = version + 1 where id = $1`;
const SET_PASSWORD = sql`update users set password_hash = $2 where id = $1`;
const CLOSE_EVERY_WAY = sql`
  with ended as (update sessions set revoked_at = $2 where user_id = $1 and revoked_at is null returning id),
    tokens as (update api_tokens set revoked_at = $2 where user_id = $1 and revoked_at is null returning id),
    devices as (delete from known_devices where user_id = $1),
    feeds as (update calendar_feeds set revoked_at = $2 where user_id = $1 and revoked_at is null),
    links as (update one_time_links set revoked_at = $2 where user_id = $1 and used_at is null and revoked_at is null)
  select (select count(*)::int from ended) as "sessionsRevoked", (select count(*)::int from tokens) as "tokensRevoked"`;
const INSERT_ORGANISATION = sql`insert into organisation (name, time_zone, country, created_at) values ($1, $2, $3, $4) on conflict do nothing returning id`;
const ABSENCES = sql`select id, starts_on::text as "startsOn", ends_on::text as "endsOn", reason from absences where user_id = $1 order by starts_on, id`;
const ADD_ABSENCE = sql`insert into absences (id, user_id, starts_on, ends_on, reason) values ($1, $2, $3, $4, $5)`;
const REMOVE_ABSENCE = sql`delete from absences where id = $1 and user_id = $2 returning starts_on::text as "startsOn", ends_on::text as "endsOn"`;

/** Writes users. Every method works inside the caller's transaction. */
@Injectable()
export class UsersStore {
  async insert(tx: Transaction, user: NewUser, now: Date): Promise<void> {
    const { id, email, name, siteRole, passwordHash, timeZone, country, locale, qualifications = [], languages = [] } = user;
    await tx.query(INSERT, [id, email, name, siteRole, passwordHash, timeZone, country, locale, qualifications, languages, now]);
  }

  async lock(
    tx: Transaction,
    id: string,
  ): Promise<{ id: string; version: number; status: 'active' | 'deactivated'; siteRole: SiteRole } | undefined> {
    const [row] = await tx.query<{ id: string; version: number; status: 'active' | 'deactivated'; siteRole: SiteRole }>(LOCK, [id]);
    return row;
  }

  /** Two admins who demote each other at once must not both succeed. */
  async lockAdmins(tx: Transaction): Promise<void> {
    await tx.query(LOCK_ADMINS);
  }

  async change(tx: Transaction, id: string, change: UserChange): Promise<void> {
    const { email, name, siteRole, timeZone, country, locale, qualifications, languages, availability } = change;
    const hours = availability === undefined ? null : JSON.stringify(availability);
    await tx.query(CHANGE, [
      id,
      email ?? null,
      name ?? null,
      siteRole ?? null,
      timeZone ?? null,
      country ?? null,
      locale ?? null,
      qualifications ?? null,
      languages ?? null,
      hours,
    ]);
  }

  async setStatus(tx: Transaction, id: string, status: 'active' | 'deactivated', deactivatedAt: Date | null): Promise<void> {
    await tx.query(SET_STATUS, [id, status, deactivatedAt]);
  }

  async setPassword(tx: Transaction, id: string, passwordHash: string): Promise<void> {
    await tx.query(SET_PASSWORD, [id, passwordHash]);
  }

  /** Takes away every way in. Calendar feeds and other secrets of a person look at the account's status. */
  async closeEveryWay(tx: Transaction, userId: string, now: Date): Promise<{ sessionsRevoked: number; tokensRevoked: number }> {
    const [closed] = await tx.query<{ sessionsRevoked: number; tokensRevoked: number }>(CLOSE_EVERY_WAY, [userId, now]);
    return closed ?? { sessionsRevoked: 0, tokensRevoked: 0 };
  }

  /** False where there is an organisation already. */
  async insertOrganisation(tx: Transaction, organisation: { name: string; timeZone: string; country: string }, now: Date): Promise<boolean> {
    return (await tx.query(INSERT_ORGANISATION, [organisation.name, organisation.timeZone, organisation.country, now])).length === 1;
  }

  absences(from: Pick<Transaction, 'query'>, userId: string): Promise<AbsenceRow[]> {
    return from.query<AbsenceRow>(ABSENCES, [userId]);
  }

  async addAbsence(tx: Transaction, userId: string, absence: AbsenceRow): Promise<void> {
    await tx.query(ADD_ABSENCE, [absence.id, userId, absence.startsOn, absence.endsOn, absence.reason]);
  }

  async removeAbsence(tx: Transaction, userId: string, id: string): Promise<{ startsOn: string; endsOn: string } | undefined> {
    const [row] = await tx.query<{ startsOn: string; endsOn: string }>(REMOVE_ABSENCE, [id, userId]);
    return row;
  }
}
