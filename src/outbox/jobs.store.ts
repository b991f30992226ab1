import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface JobRow {
  readonly id: string;
  readonly ref: string;
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly runAt: Date;
}

const INSERT = sql`
  insert into outbox_jobs (kind, payload, run_at, unique_key, created_at) values ($1, $2, $3, $4, $5)
  on conflict (unique_key) where unique_key is not null do nothing returning ref`;

const TAKE = sql`
  with due as (
    select id from outbox_jobs where status = 'waiting' and run_at <= $1 and kind = any ($2) order by run_at, id limit $3 for update skip locked)
  update outbox_jobs j set status = 'running', attempts = j.attempts + 1, unique_key = null,
    lease_token = $4, lease_until = clock_timestamp() + make_interval(secs => $5)
  from due where j.id = due.id
  returning j.id, j.ref, j.kind, j.payload, j.attempts, j.run_at as "runAt"`;

/** A job whose row a live transaction holds is being worked on, whatever its lease says. */
const RENEW = sql`
  update outbox_jobs set lease_until = clock_timestamp() + make_interval(secs => $2)
  where id in (select id from outbox_jobs where lease_token = $1 and status = 'running' for update skip locked)`;
const RECLAIM = sql`
  update outbox_jobs set status = 'waiting', lease_token = null, lease_until = null, last_error = 'The process that ran it ended.'
  where id in (select id from outbox_jobs where status = 'running' and lease_until < clock_timestamp() limit 500 for update skip locked)
  returning id`;

const MINE = { fragment: true, text: `id = $1 and lease_token = $2 and attempts = $3 and status = 'running'` } as const;
const FINISH = sql`delete from outbox_jobs where ${MINE} returning id`;
const POSTPONE = sql`
  update outbox_jobs set status = 'waiting', lease_token = null, lease_until = null, run_at = $4, last_error = $5 where ${MINE} returning id`;
const BURY = sql`
  update outbox_jobs set status = 'dead', lease_token = null, lease_until = null, died_at = $4, last_error = $5 where ${MINE} returning id`;
const REVIVE = sql`
  update outbox_jobs set status = 'waiting', attempts = 0, died_at = null, run_at = $2 where ref = $1 and status = 'dead' returning kind`;
const DISCARD = sql`delete from outbox_jobs where ref = $1 and status = 'dead' returning kind`;

const TURN = sql`
  insert into periodic_runs (kind, turn) values ($1, $2)
  on conflict (kind) do update set turn = excluded.turn where periodic_runs.turn < excluded.turn returning kind`;
const ROUTE = sql`insert into event_routes (type, kind) select t, $2 from unnest($1::text[]) t on conflict do nothing`;

/** Rows of background work: taken with SKIP LOCKED, so that any number of processes share them without waiting for each other. */
@Injectable()
export class JobsStore {
  constructor(private readonly database: Database) {}

  async insert(
    tx: Transaction,
    job: { kind: string; payload: object; runAt: Date; key: string | null; createdAt: Date },
  ): Promise<string | undefined> {
    const [row] = await tx.query<{ ref: string }>(INSERT, [job.kind, JSON.stringify(job.payload), job.runAt, job.key, job.createdAt]);
    return row?.ref;
  }

  async take(now: Date, kinds: readonly string[], limit: number, token: string, leaseSeconds: number): Promise<JobRow[]> {
    const rows = await this.database.query<JobRow>(TAKE, [now, kinds, limit, token, leaseSeconds]);
    return rows.sort((a, b) => a.runAt.getTime() - b.runAt.getTime() || Number(a.id) - Number(b.id));
  }

  async renew(token: string, leaseSeconds: number): Promise<void> {
    await this.database.query(RENEW, [token, leaseSeconds]);
  }

  /** Puts back what dead processes had taken; answers how many. */
  async reclaim(): Promise<number> {
    return (await this.database.query(RECLAIM)).length;
  }

  /** Ends the job; false when it is no longer this process's to end. */
  async finish(tx: Transaction, job: JobRow, token: string): Promise<boolean> {
    return (await tx.query(FINISH, [job.id, token, job.attempts])).length === 1;
  }

  async postpone(tx: Transaction, job: JobRow, token: string, runAt: Date, error: string): Promise<boolean> {
    return (await tx.query(POSTPONE, [job.id, token, job.attempts, runAt, error])).length === 1;
  }

  async bury(tx: Transaction, job: JobRow, token: string, at: Date, error: string): Promise<boolean> {
    return (await tx.query(BURY, [job.id, token, job.attempts, at, error])).length === 1;
  }

  async revive(tx: Transaction, ref: string, now: Date): Promise<string | undefined> {
    const [row] = await tx.query<{ kind: string }>(REVIVE, [ref, now]);
    return row?.kind;
  }

  async discard(tx: Transaction, ref: string): Promise<string | undefined> {
    const [row] = await tx.query<{ kind: string }>(DISCARD, [ref]);
    return row?.kind;
  }

  /** Moves a periodic job to this turn; false when it is there already. */
  async moveTurn(tx: Transaction, kind: string, turn: Date): Promise<boolean> {
    return (await tx.query(TURN, [kind, turn])).length === 1;
  }

  /** From now on every event of these types enqueues a job of the kind, in the event's own transaction. */
  async route(types: readonly string[], kind: string): Promise<void> {
    await this.database.query(ROUTE, [types, kind]);
  }
}
