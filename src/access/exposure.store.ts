import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

/** Where somebody was shown a card. Reading under break-glass is stored as such, whatever the room. */
export type ShownIn =
  'scorecard' | 'revisions' | 'private_note' | 'debrief' | 'packet' | 'recommendation' | 'comparison' | 'history' | 'export' | 'board';

export interface ShownCard {
  readonly id: string;
  readonly revision: number;
}

const RECORD = sql`
  insert into exposures (user_id, scorecard_id, revision, via, first_shown_at)
  select $1, shown.id, shown.revision,
    case when exists (select 1 from break_glass b where b.user_id = $1 and b.application_id = s.application_id
           and b.ended_at is null and b.granted_at <= $5 and b.expires_at > $5) then 'break_glass' else $4 end, $5
  from unnest($2::uuid[], $3::integer[]) as shown (id, revision)
  join scorecards s on s.id = shown.id and s.interviewer_id <> $1
  on conflict (user_id, scorecard_id) do nothing`;

/**
 * Who was first shown which card when. Every answer that carries another's judgement, or a figure it went into, is recorded
 * before it is sent: whoever then submits or amends a card on the same person has it marked.
 */
@Injectable()
export class ExposureStore {
  /** Records what was not recorded yet; the viewer's own cards are never exposures. */
  async record(to: Database | Transaction, viewerId: string, cards: readonly ShownCard[], via: ShownIn, now: Date): Promise<void> {
    if (cards.length === 0) return;
    await to.query(RECORD, [viewerId, cards.map((card) => card.id), cards.map((card) => card.revision), via, now]);
  }
}
