import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Duty, DutySources } from '../notifications/duty-sources.reader.js';
import { Clock } from '../platform/clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** Whoever holds a seat that is still missing, has not approved and did not submit it, and for whom offers of the application exist. */
const DUE = sql`
  select o.id, o.approve_by as "dueAt", o.application_id as "applicationId", jsonb_build_object('offerId', o.id) as params,
    array(select distinct s.user_id from seats s
      where s.job_id = a.job_id and s.ended_at is null and (s.starts_at is null or s.starts_at <= $3) and (s.ends_at is null or s.ends_at > $3)
        and s.user_id <> o.submitted_by and sees_offers(s.user_id, o.application_id, $3)
        and not exists (select 1 from offer_approvals v where v.offer_id = o.id and v.given_by = s.user_id and v.verdict = 'approved' and v.voided_at is null)
        and exists (select 1 from jsonb_to_recordset(o.requirement->'needs') as need (seat text, count integer) where need.seat = s.kind
          and need.count > (select count(*) from offer_approvals v
            where v.offer_id = o.id and v.seat = need.seat and v.verdict = 'approved' and v.voided_at is null))) as "holderIds"
  from offers o join applications a on a.id = o.application_id
  where o.status = 'awaiting_approval' and o.approve_by between $1 and $2 order by o.approve_by, o.id`;
const OPEN = sql`select 1 from offers where id = $1 and status = 'awaiting_approval'`;

/** Approvals that are waited for. Lateness is told to the approvers and to nobody else: that there is an offer is for those with a seat for it. */
@Injectable()
export class OfferApprovalsDueReader implements OnModuleInit {
  constructor(
    private readonly sources: DutySources,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sources.register({
      kind: 'offer_approval',
      tells: { due_soon: 'offer_approval.due_soon', due_now: 'offer_approval.due_now', overdue: 'offer_approval.overdue' },
      escalates: false,
      due: (tx: Transaction, from: Date, until: Date) => tx.query<Duty>(DUE, [from, until, this.clock.now()]),
      isOpen: async (id: string) => (await this.database.query(OPEN, [id])).length === 1,
    });
  }
}
