import { Injectable } from '@nestjs/common';
import type { Actor } from '../domain/actor.js';
import { Clock } from '../platform/clock.js';
import { Database } from '../platform/database.js';
import { type Fragment, sql, type Statement } from '../platform/statement.js';

export interface StaysQuery {
  readonly jobId?: string;
  readonly from?: Date;
  readonly until?: Date;
}

interface RoundOfJob {
  jobId: string;
  jobTitle: string;
  roundKey: string;
  roundName: string;
  position: number;
}

export interface RoundStaysRow extends RoundOfJob {
  /** Days of stays that ended. */
  ended: number[];
  /** Days so far of stays that have not. */
  open: number[];
}

export interface RoundFlowRow extends RoundOfJob {
  entered: number;
  passed: number;
  rejected: number;
  withdrawn: number;
  skipped: number;
  waiting: number;
}

const YEAR_MS = 365 * 86_400_000;

/** Stays begun in a time, of applications the viewer may know of: when a stage changed may be known to all of them. */
const KNOWN: Fragment = {
  fragment: true,
  text: `round_stays s join known_applications($1, $2) k on k.application_id = s.application_id
    where ($3::uuid is null or s.job_id = $3) and s.entered_at >= $4 and s.entered_at < $5`,
};

/** The name and place of each round as the newest application that came into it has them. */
const NAMED: Fragment = {
  fragment: true,
  text: `join jobs j on j.id = n.job_id
    left join application_rounds r on r.application_id = n.example and r.key = n.round_key
    order by lower(j.title), n.job_id, position, n.round_key`,
};
const ROUND: Fragment = {
  fragment: true,
  text: `n.job_id as "jobId", j.title as "jobTitle", n.round_key as "roundKey", coalesce(r.content->>'name', n.round_key) as "roundName",
    coalesce(r.position, 0) as position`,
};

const TIMES = sql`
  with n as (
    select s.job_id, s.round_key, (array_agg(s.application_id order by s.entered_at desc, s.id desc))[1] as example,
      coalesce(array_agg(extract(epoch from s.left_at - s.entered_at)::float8 / 86400) filter (where s.left_at is not null), '{}') as ended,
      coalesce(array_agg(greatest(extract(epoch from $2::timestamptz - s.entered_at)::float8, 0) / 86400) filter (where s.left_at is null), '{}') as open
    from ${KNOWN} group by s.job_id, s.round_key)
  select ${ROUND}, n.ended, n.open from n ${NAMED}`;

const FLOW = sql`
  with latest as (
    select distinct on (s.application_id, s.round_key) s.job_id, s.round_key, s.application_id, s.outcome, s.entered_at from ${KNOWN}
    order by s.application_id, s.round_key, s.entered_at desc, s.id desc),
  n as (
    select job_id, round_key, (array_agg(application_id order by entered_at desc, application_id))[1] as example, count(*)::integer as entered,
      (count(*) filter (where outcome = 'passed'))::integer as passed, (count(*) filter (where outcome = 'rejected'))::integer as rejected,
      (count(*) filter (where outcome = 'withdrawn'))::integer as withdrawn, (count(*) filter (where outcome = 'skipped'))::integer as skipped,
      (count(*) filter (where outcome is null))::integer as waiting
    from latest group by job_id, round_key)
  select ${ROUND}, n.entered, n.passed, n.rejected, n.withdrawn, n.skipped, n.waiting from n ${NAMED}`;

/** Stays in rounds, gathered for the reports. */
@Injectable()
export class RoundStaysReader {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The time asked about: by default the year that ends now. */
  period({ from, until }: StaysQuery): { from: Date; until: Date } {
    const now = this.clock.now();
    return { from: from ?? new Date(now.getTime() - YEAR_MS), until: until ?? now };
  }

  times(actor: Actor, query: StaysQuery): Promise<RoundStaysRow[]> {
    return this.read(TIMES, actor, query);
  }

  flow(actor: Actor, query: StaysQuery): Promise<RoundFlowRow[]> {
    return this.read(FLOW, actor, query);
  }

  private read<Row>(statement: Statement, actor: Actor, query: StaysQuery): Promise<Row[]> {
    const { from } = this.period(query);
    // Up to now includes what begins at this very moment.
    return this.database.query<Row>(statement, [actor.userId, this.clock.now(), query.jobId ?? null, from, query.until ?? 'infinity']);
  }
}
