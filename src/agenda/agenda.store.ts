import { Injectable } from '@nestjs/common';
import type { Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

const LOCK_APPLICATION = sql`select 1 from applications where id = $1 for update`;
const LOCK_DEBRIEF = sql`select 1 from debriefs where application_id = $1 for update`;
const BEGIN = sql`insert into debrief_agendas (debrief_id, round_number) values ($1, $2) on conflict do nothing`;
const OPEN = sql`
  select current_item as "currentItem", exists (select 1 from agenda_laps l where l.debrief_id = $1 and l.ended_at is null) as running
  from debrief_agendas where debrief_id = $1 and round_number = $2`;
const SET_CURRENT = sql`update debrief_agendas set current_item = $3 where debrief_id = $1 and round_number = $2`;
const END_LAP = sql`update agenda_laps set ended_at = greatest(started_at, $2) where debrief_id = $1 and ended_at is null returning id`;
const BEGIN_LAP = sql`insert into agenda_laps (debrief_id, round_number, item, started_at, started_by) values ($1, $2, $3, $4, $5)`;
const ADD_MINUTES = sql`
  insert into agenda_minutes (debrief_id, round_number, item, revision, text, salt, content_hash, written_by, written_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

export interface Round {
  readonly debriefId: string;
  readonly roundNumber: number;
}

export interface OpenAgenda {
  readonly currentItem: string | null;
  /** The clock runs. */
  readonly running: boolean;
}

export interface NewMinutes extends Round {
  readonly item: string;
  readonly revision: number;
  readonly text: string;
  readonly salt: string;
  readonly contentHash: string;
  readonly by: string;
  readonly at: Date;
}

/** Writes the agenda of a round. Every method works inside the caller's transaction, under the debrief's lock. */
@Injectable()
export class AgendaStore {
  /** Application first, then debrief: the order every room takes its locks in. */
  async lock(tx: Transaction, applicationId: string): Promise<void> {
    await tx.query(LOCK_APPLICATION, [applicationId]);
    await tx.query(LOCK_DEBRIEF, [applicationId]);
  }

  /** The agenda of a round as it stands, begun where it was not yet. */
  async open(tx: Transaction, { debriefId, roundNumber }: Round): Promise<OpenAgenda> {
    await tx.query(BEGIN, [debriefId, roundNumber]);
    const [agenda] = await tx.query<OpenAgenda>(OPEN, [debriefId, roundNumber]);
    if (!agenda) throw new Error('an agenda that was begun is gone');
    return agenda;
  }

  async setCurrent(tx: Transaction, { debriefId, roundNumber }: Round, item: string | null): Promise<void> {
    await tx.query(SET_CURRENT, [debriefId, roundNumber, item]);
  }

  /** True where the clock was running. */
  async endLap(tx: Transaction, { debriefId }: Round, at: Date): Promise<boolean> {
    return (await tx.query(END_LAP, [debriefId, at])).length > 0;
  }

  async beginLap(tx: Transaction, { debriefId, roundNumber }: Round, item: string | null, at: Date, by: string): Promise<void> {
    await tx.query(BEGIN_LAP, [debriefId, roundNumber, item, at, by]);
  }

  async addMinutes(tx: Transaction, minutes: NewMinutes): Promise<void> {
    const { debriefId, roundNumber, item, revision, text, salt, contentHash, by, at } = minutes;
    await tx.query(ADD_MINUTES, [debriefId, roundNumber, item, revision, text, salt, contentHash, by, at]);
  }
}
