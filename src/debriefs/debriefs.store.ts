import { Injectable } from '@nestjs/common';
import type { DebriefState } from '../domain/debrief/debrief-states.js';
import type { Packet } from '../domain/recommendation/packet.js';
import { summarize } from '../domain/recommendation/recommend.js';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';
import type { ComputedRecommendation } from './panel.reader.js';

export interface HaltedOffer {
  readonly id: string;
  readonly status: string;
  readonly roundNumber: number;
  readonly revision: number;
}

const LOCK_APPLICATION = sql`select 1 from applications where id = $1 for update`;
const LOCK_DEBRIEF = sql`select 1 from debriefs where application_id = $1 for update`;
const MOVE = sql`
  update debriefs set state = $2, version = version + 1,
    decided_at = case when $2 = 'decided' then $3 else decided_at end,
    closed_at = case when $2 = 'closed' then $3 else closed_at end
  where id = $1`;
const TOUCH_APPLICATION = sql`update applications set last_activity_at = greatest(last_activity_at, $2) where id = $1`;
const REOPEN = sql`
  update debriefs set state = 'ready', version = version + 1, round_number = round_number + 1, ready_at = $2, decided_at = null, closed_at = null
  where id = $1 returning round_number as "roundNumber"`;
const RECORD_REOPENING = sql`
  insert into debrief_reopenings (debrief_id, round_number, from_state, reason, offer_halted, reopened_by, reopened_at) values ($1, $2, $3, $4, $5, $6, $7)`;
const SUPERSEDE = sql`update decisions set superseded_at = $2 where debrief_id = $1 and superseded_at is null returning id`;
const HALT_OFFER = sql`update applications set status = 'active', version = version + 1 where id = $1 and status = 'offered' returning id`;
/** Offers on the way, out or not: no approval outlives the decision it was given under. */
const HALT_OFFERS = sql`
  with live as (select id, status, round_number, revision from offers
      where application_id = $1 and status in ('draft', 'awaiting_approval', 'approved', 'extended', 'countered') for update),
    fallen as (update offer_approvals v set voided_at = $2, voided_because = 'The debrief was reopened.' from live
      where v.offer_id = live.id and v.verdict = 'approved' and v.voided_at is null),
    halted as (update offers o set status = 'halted', version = o.version + 1 from live where o.id = live.id)
  select id, status, round_number as "roundNumber", revision from live`;
const REFRESH = sql`select state_before as "before", state_after as "after" from refresh_application($1, $2)`;
const KEEP_SHOWN = sql`
  insert into shown_recommendations (application_id, input_hash, engine, input, recommendation, outcome, deciding, first_shown_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`;
const STORE_OUTCOME = sql`update applications set panel_outcome = $2, deciding_value = $3 where id = $1`;

/** Writes a debrief and what hangs on its moves. Every method works inside the caller's transaction. */
@Injectable()
export class DebriefsStore {
  /** Application first, then debrief: the order every room takes its locks in. */
  async lock(tx: Transaction, applicationId: string): Promise<void> {
    await tx.query(LOCK_APPLICATION, [applicationId]);
    await tx.query(LOCK_DEBRIEF, [applicationId]);
  }

  async move(tx: Transaction, debriefId: string, applicationId: string, to: DebriefState, now: Date): Promise<void> {
    await tx.query(MOVE, [debriefId, to, now]);
    await tx.query(TOUCH_APPLICATION, [applicationId, now]);
  }

  /** Starts the next round; answers its number. */
  async reopen(tx: Transaction, debriefId: string, now: Date): Promise<number> {
    const [row] = await tx.query<{ roundNumber: number }>(REOPEN, [debriefId, now]);
    if (!row) throw new Error('a locked debrief is gone');
    return row.roundNumber;
  }

  async recordReopening(
    tx: Transaction,
    row: { debriefId: string; roundNumber: number; fromState: DebriefState; reason: string; offerHalted: boolean; by: string; at: Date },
  ): Promise<void> {
    await tx.query(RECORD_REOPENING, [row.debriefId, row.roundNumber, row.fromState, row.reason, row.offerHalted, row.by, row.at]);
  }

  /** The decision that stood until now, kept and no longer standing; null where none stood. */
  async supersedeDecision(tx: Transaction, debriefId: string, now: Date): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(SUPERSEDE, [debriefId, now]);
    return row?.id ?? null;
  }

  /** True where the candidate had been offered to: the application goes on as active. */
  async haltOffer(tx: Transaction, applicationId: string): Promise<boolean> {
    return (await tx.query(HALT_OFFER, [applicationId])).length > 0;
  }

  /** The offers that were on the way and are halted now, as they stood before. */
  haltOffers(tx: Transaction, applicationId: string, now: Date): Promise<HaltedOffer[]> {
    return tx.query<HaltedOffer>(HALT_OFFERS, [applicationId, now]);
  }

  async refresh(tx: Transaction, applicationId: string, now: Date): Promise<{ before: DebriefState; after: DebriefState }> {
    const [row] = await tx.query<{ before: DebriefState; after: DebriefState }>(REFRESH, [applicationId, now]);
    if (!row) throw new Error('refresh_application answered nothing');
    return row;
  }

  /** Keeps what people are shown, once for the same inputs. */
  async keepShown(tx: Transaction, applicationId: string, { packet, recommendation, bytes }: ComputedRecommendation, now: Date): Promise<void> {
    const { inputHash, engine, outcome, deciding } = recommendation;
    await tx.query(KEEP_SHOWN, [applicationId, inputHash, engine, JSON.stringify(packet), bytes, outcome, deciding.value, now]);
  }

  /** What the submitted cards and the standing vetoes say, for the board; cards still owed make it insufficient by themselves. */
  async storeOutcome(tx: Transaction, applicationId: string, packet: Packet): Promise<void> {
    const { outcome, deciding } = summarize({ ...packet, scorecards: packet.scorecards.filter((card) => card.status !== 'missing') });
    await tx.query(STORE_OUTCOME, [applicationId, outcome, deciding]);
  }
}
