import { Injectable } from '@nestjs/common';
import type { OpenClockState } from '../domain/board/board-line.js';
import type { ClockKey, HolderRole } from '../domain/timeline/clock.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface HeldClock {
  readonly key: ClockKey;
  readonly subjectId: string;
  readonly dueAt: Date | null;
  readonly state: OpenClockState;
  readonly holderRole: HolderRole;
  readonly holderId: string | null;
  readonly holderName: string | null;
}

export interface NewNudge {
  readonly applicationId: string;
  readonly clockKey: string;
  readonly subjectId: string;
  readonly holderId: string;
  readonly nudgedBy: string;
  readonly at: Date;
}

const LOCK = sql`select id from applications where id = $1 for update`;
const EARLIEST = sql`
  select k.key, k.subject_id as "subjectId", k.due_at as "dueAt", clock_state(k, $2) as state, k.holder_role as "holderRole", k.holder_id as "holderId", u.name as "holderName"
  from board_lines b join application_clocks k on k.application_id = b.application_id and k.key = b.clock_key and k.subject_id = b.clock_subject_id
  left join users u on u.id = k.holder_id and u.status = 'active'
  where b.application_id = $1 and k.stopped_at is null`;
/** Two people who nudge one person at once, on different applications, come one after another. */
const ONE_BY_ONE = sql`select pg_advisory_xact_lock(hashtextextended('nudge' || $1::text, 0))`;
const LAST = sql`
  select max(n.at) as at from nudges n
  join application_sight_of($2, $3, array(select o.application_id from nudges o where o.holder_id = $1 and o.at > $4)) v
    on v.application_id = n.application_id and v.sight <> 'absent'
  where n.holder_id = $1 and n.at > $4`;
const INSERT = sql`insert into nudges (application_id, clock_key, subject_id, holder_id, nudged_by, at) values ($1, $2, $3, $4, $5, $6)`;

@Injectable()
export class NudgesStore {
  async lock(tx: Transaction, applicationId: string): Promise<boolean> {
    return (await tx.query(LOCK, [applicationId])).length === 1;
  }

  async earliest(tx: Transaction, applicationId: string, now: Date): Promise<HeldClock | undefined> {
    const [clock] = await tx.query<HeldClock>(EARLIEST, [applicationId, now]);
    return clock;
  }

  /** When this person was nudged last after `since`, of what the viewer may know; later nudges wait for this transaction. */
  async lastOf(tx: Transaction, holderId: string, viewerId: string, now: Date, since: Date): Promise<Date | null> {
    await tx.query(ONE_BY_ONE, [holderId]);
    const [row] = await tx.query<{ at: Date | null }>(LAST, [holderId, viewerId, now, since]);
    return row?.at ?? null;
  }

  async insert(tx: Transaction, one: NewNudge): Promise<void> {
    await tx.query(INSERT, [one.applicationId, one.clockKey, one.subjectId, one.holderId, one.nudgedBy, one.at]);
  }
}
