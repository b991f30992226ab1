import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import { type Duty, type DutySource, DutySources } from './duty-sources.reader.js';

const OPEN_CARD = {
  fragment: true,
  text: `c.status in ('assigned', 'draft') and i.status not in ('cancelled', 'no_show') and a.status in ('active', 'offered')`,
} as const;
const CARDS = sql`
  select c.id, c.due_at as "dueAt", array[c.interviewer_id] as "holderIds", c.application_id as "applicationId", jsonb_build_object('scorecardId', c.id) as params
  from scorecards c join interviews i on i.id = c.interview_id join applications a on a.id = c.application_id
  where c.due_at between $1 and $2 and ${OPEN_CARD} order by c.due_at, c.id`;
const CARD = sql`
  select 1 from scorecards c join interviews i on i.id = c.interview_id join applications a on a.id = c.application_id where c.id = $1 and ${OPEN_CARD}`;

const OPEN_DECISION = { fragment: true, text: `d.state not in ('collecting', 'decided', 'closed') and a.status in ('active', 'offered')` } as const;
/** Decided by the hiring manager, unless the committee decides; both hear of it. */
const DECISIONS = sql`
  select d.id, d.due_at as "dueAt", d.application_id as "applicationId", '{}'::jsonb as params,
    array(select distinct s.user_id from seats s where s.ended_at is null and (s.starts_at is null or s.starts_at <= $3) and (s.ends_at is null or s.ends_at > $3)
      and (s.job_id = a.job_id and s.kind = 'hiring_manager' or s.application_id = a.id and s.kind = 'facilitator')) as "holderIds"
  from debriefs d join applications a on a.id = d.application_id
  where d.due_at between $1 and $2 and ${OPEN_DECISION} order by d.due_at, d.id`;
const DECISION = sql`select 1 from debriefs d join applications a on a.id = d.application_id where d.id = $1 and ${OPEN_DECISION}`;

/** Cards and decisions that are owed by a time. */
@Injectable()
export class DutiesDueReader implements OnModuleInit {
  constructor(
    private readonly sources: DutySources,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    for (const source of [this.cards(), this.decisions()]) this.sources.register(source);
  }

  private cards(): DutySource {
    return {
      kind: 'scorecard',
      tells: { due_soon: 'scorecard.due_soon', due_now: 'scorecard.due_now', overdue: 'scorecard.overdue' },
      due: (tx: Transaction, from: Date, until: Date) => tx.query<Duty>(CARDS, [from, until]),
      isOpen: async (id: string) => (await this.database.query(CARD, [id])).length === 1,
    };
  }

  private decisions(): DutySource {
    return {
      kind: 'decision',
      tells: { due_soon: 'decision.due_soon', due_now: 'decision.due_now', overdue: 'decision.overdue' },
      due: (tx: Transaction, from: Date, until: Date) => tx.query<Duty>(DECISIONS, [from, until, this.clock.now()]),
      isOpen: async (id: string) => (await this.database.query(DECISION, [id])).length === 1,
    };
  }
}
