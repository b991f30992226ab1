import { Injectable } from '@nestjs/common';
import type { ConflictSource } from '../access/conflicts.reader.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface CandidateFields {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string;
  readonly location: string;
  readonly timeZone: string;
  readonly country: string;
  readonly links: readonly string[];
}

export interface LockedCandidate extends CandidateFields {
  readonly id: string;
  readonly personId: string;
  readonly userId: string | null;
  readonly version: number;
  readonly archivedAt: Date | null;
}

export interface ConflictRow {
  readonly id: string;
  readonly userId: string;
  readonly source: ConflictSource;
}

const INSERT = sql`
  insert into candidates (id, person_id, name, email, phone, location, time_zone, country, links, user_id, created_by, created_at)
  values ($1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
const LOCK = sql`
  select id, person_id as "personId", name, email, phone, location, time_zone as "timeZone", country, links, user_id as "userId", version,
    archived_at as "archivedAt"
  from candidates where id = $1 for update`;
const SAVE = sql`
  update candidates set name = $2, email = $3, phone = $4, location = $5, time_zone = $6, country = $7, links = $8, user_id = $9,
    version = version + 1 where id = $1`;
const ARCHIVE = sql`update candidates set archived_at = $2, version = version + 1 where id = $1`;
const USER_BY_EMAIL = sql`select id from users where lower(email) = lower($1)`;
const ACTIVE_USER = sql`select id from users where id = $1 and status = 'active'`;
const LOCK_CONFLICT = sql`
  select f.id, f.user_id as "userId", f.source from conflicts f join candidates p on p.id = f.person_id
  where f.id = $1 and p.person_id = $2 and f.withdrawn_at is null and f.source <> 'declared' for update of f`;
const LINKED_CONFLICT = sql`
  select id, user_id as "userId", source from conflicts where person_id = $1 and user_id = $2 and source = 'linked_employee' and withdrawn_at is null for update`;
const LOCK_APPLICATIONS = sql`
  select id, job_id as "jobId", status in ('active', 'on_hold', 'offered') as open from applications where person_id = any($1) order by id for update`;
const APPLICATION_IDS = sql`select id from applications where person_id = $1 order by id`;
const MOVE_APPLICATIONS = sql`update applications set person_id = $2, version = version + 1 where person_id = $1`;
const MOVE_RECORDS = sql`update candidates set person_id = $2, version = version + 1 where person_id = $1`;
const CONFLICTS_OF = sql`
  select f.id, f.user_id as "userId", f.source from conflicts f join candidates p on p.id = f.person_id where p.person_id = $1 and f.withdrawn_at is null order by f.id`;

function values(fields: CandidateFields): readonly unknown[] {
  return [fields.name, fields.email, fields.phone, fields.location, fields.timeZone, fields.country, fields.links];
}

/** Writes candidates and what their record says about who is related to them, inside the caller's transaction. */
@Injectable()
export class CandidatesStore {
  async insert(tx: Transaction, id: string, fields: CandidateFields, userId: string | null, createdBy: string, at: Date): Promise<void> {
    await tx.query(INSERT, [id, ...values(fields), userId, createdBy, at]);
  }

  async lock(tx: Transaction, id: string): Promise<LockedCandidate | undefined> {
    const [row] = await tx.query<LockedCandidate>(LOCK, [id]);
    return row;
  }

  async save(tx: Transaction, id: string, fields: CandidateFields, userId: string | null): Promise<void> {
    await tx.query(SAVE, [id, ...values(fields), userId]);
  }

  async setArchived(tx: Transaction, id: string, at: Date | null): Promise<void> {
    await tx.query(ARCHIVE, [id, at]);
  }

  /** The employee with this e-mail address, active or not. */
  async userByEmail(tx: Transaction, email: string | null): Promise<string | null> {
    if (email === null) return null;
    const [row] = await tx.query<{ id: string }>(USER_BY_EMAIL, [email]);
    return row?.id ?? null;
  }

  async isActiveUser(tx: Transaction, userId: string): Promise<boolean> {
    return (await tx.query(ACTIVE_USER, [userId])).length > 0;
  }

  async lockConflict(tx: Transaction, id: string, personId: string): Promise<ConflictRow | undefined> {
    const [row] = await tx.query<ConflictRow>(LOCK_CONFLICT, [id, personId]);
    return row;
  }

  async linkedConflict(tx: Transaction, personId: string, userId: string): Promise<ConflictRow | undefined> {
    const [row] = await tx.query<ConflictRow>(LINKED_CONFLICT, [personId, userId]);
    return row;
  }

  conflictsOf(tx: Transaction, personId: string): Promise<ConflictRow[]> {
    return tx.query<ConflictRow>(CONFLICTS_OF, [personId]);
  }

  /** The persons' applications, locked in one order. */
  lockApplications(tx: Transaction, personIds: readonly string[]): Promise<{ id: string; jobId: string; open: boolean }[]> {
    return tx.query(LOCK_APPLICATIONS, [personIds]);
  }

  async applicationIds(tx: Transaction, personId: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(APPLICATION_IDS, [personId]);
    return rows.map((row) => row.id);
  }

  /** Everything of one person becomes another's: their records, and their applications. */
  async movePerson(tx: Transaction, from: string, to: string): Promise<void> {
    await tx.query(MOVE_APPLICATIONS, [from, to]);
    await tx.query(MOVE_RECORDS, [from, to]);
  }
}
