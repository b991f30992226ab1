import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface GrantRow {
  id: string;
  userId: string;
  userName: string;
  reason: string;
  grantedAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
}

/** What break-glass has to know about the reader and the application. */
export interface Reading {
  readonly jobId: string;
  readonly personId: string;
  readonly conflicted: boolean;
  readonly owes: boolean;
  readonly isAdmin: boolean;
}

const READING = sql`
  select a.job_id as "jobId", a.person_id as "personId", is_conflicted(u.id, a.person_id, a.job_id) as conflicted,
    owes_on(u.id, a.person_id, $3) as owes, u.site_role = 'admin' and u.status = 'active' as "isAdmin"
  from applications a join users u on u.id = $2 where a.id = $1 for update of a`;
const SIGHT = sql`select sight from application_sight($2, $3) where application_id = $1`;
const COLUMNS = {
  fragment: true,
  text: `b.id, b.user_id as "userId", u.name as "userName", b.reason, b.granted_at as "grantedAt", b.expires_at as "expiresAt", b.ended_at as "endedAt"`,
} as const;
const LIST = sql`select ${COLUMNS} from break_glass b join users u on u.id = b.user_id where b.application_id = $1 order by b.granted_at desc, b.id`;
const LOCK_OPEN = sql`
  select ${COLUMNS} from break_glass b join users u on u.id = b.user_id
  where b.id = $1 and b.application_id = $2 and b.ended_at is null and b.expires_at > $3 for update of b`;
const INSERT = sql`
  insert into break_glass (id, user_id, application_id, reason, granted_by, granted_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`;
const END = sql`update break_glass set ended_at = $2 where id = $1`;
/** Those who run the job hear of it; somebody for whom the application does not exist does not. */
const ANNOUNCE = sql`
  insert into notifications (id, user_id, kind, params, application_id, created_at)
  select gen_random_uuid(), r.user_id, 'break_glass.opened', $4, $1, $3
  from (select distinct s.user_id from seats s where s.job_id = $5 and s.kind in ('recruiter', 'hiring_manager') and s.ended_at is null
    and (s.starts_at is null or s.starts_at <= $3) and (s.ends_at is null or s.ends_at > $3)) r
  where r.user_id <> $2 and not is_conflicted(r.user_id, $6, $5)
  returning user_id as "userId"`;

@Injectable()
export class BreakGlassStore {
  constructor(private readonly database: Database) {}

  /** The application, locked, and what this person is to it; undefined when either does not exist. */
  async reading(tx: Transaction, applicationId: string, userId: string, now: Date): Promise<Reading | undefined> {
    const [row] = await tx.query<Reading>(READING, [applicationId, userId, now]);
    return row;
  }

  async sight(tx: Transaction, applicationId: string, userId: string, now: Date): Promise<string | undefined> {
    const [row] = await tx.query<{ sight: string }>(SIGHT, [applicationId, userId, now]);
    return row?.sight;
  }

  list(applicationId: string): Promise<GrantRow[]> {
    return this.database.query<GrantRow>(LIST, [applicationId]);
  }

  async lockOpen(tx: Transaction, id: string, applicationId: string, now: Date): Promise<GrantRow | undefined> {
    const [row] = await tx.query<GrantRow>(LOCK_OPEN, [id, applicationId, now]);
    return row;
  }

  async insert(
    tx: Transaction,
    grant: { id: string; userId: string; applicationId: string; reason: string; grantedBy: string | null; at: Date; expiresAt: Date },
  ): Promise<void> {
    await tx.query(INSERT, [grant.id, grant.userId, grant.applicationId, grant.reason, grant.grantedBy, grant.at, grant.expiresAt]);
  }

  async end(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.query(END, [id, now]);
  }

  /** Tells hiring manager and recruiter; answers whom. */
  async announce(
    tx: Transaction,
    applicationId: string,
    reading: Reading,
    readerId: string,
    params: Record<string, unknown>,
    now: Date,
  ): Promise<string[]> {
    const rows = await tx.query<{ userId: string }>(ANNOUNCE, [
      applicationId,
      readerId,
      now,
      JSON.stringify(params),
      reading.jobId,
      reading.personId,
    ]);
    return rows.map((row) => row.userId).sort();
  }
}
