import { Injectable } from '@nestjs/common';
import type { Lap } from '../domain/agenda/agenda-clock.js';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface MinutesRow {
  readonly item: string;
  readonly revision: number;
  readonly text: string;
  readonly by: string;
  readonly byName: string;
  readonly at: Date;
}

export interface AgendaRecord {
  readonly currentItem: string | null;
  readonly laps: readonly Lap[];
  /** The latest of each item. */
  readonly minutes: readonly MinutesRow[];
}

const CURRENT = sql`select current_item as "currentItem" from debrief_agendas where debrief_id = $1 and round_number = $2`;
const LAPS = sql`select item, started_at as "startedAt", ended_at as "endedAt" from agenda_laps where debrief_id = $1 and round_number = $2 order by id`;

const MINUTES_COLUMNS = {
  fragment: true,
  text: `m.item, m.revision, m.text, m.written_by as "by", u.name as "byName", m.written_at as "at"`,
} as const;
const MINUTES = sql`
  select distinct on (m.item) ${MINUTES_COLUMNS} from agenda_minutes m join users u on u.id = m.written_by
  where m.debrief_id = $1 and m.round_number = $2 order by m.item, m.revision desc`;
const REVISIONS = sql`
  select ${MINUTES_COLUMNS} from agenda_minutes m join users u on u.id = m.written_by
  where m.debrief_id = $1 and m.round_number = $2 and m.item = $3 order by m.revision desc`;

/** Reads the stored part of an agenda. Only for those who see the content of the debrief. */
@Injectable()
export class AgendaReader {
  constructor(private readonly database: Database) {}

  async record(debriefId: string, roundNumber: number, from: Database | Transaction = this.database): Promise<AgendaRecord> {
    const [current] = await from.query<{ currentItem: string | null }>(CURRENT, [debriefId, roundNumber]);
    const laps = await from.query<Lap>(LAPS, [debriefId, roundNumber]);
    const minutes = await from.query<MinutesRow>(MINUTES, [debriefId, roundNumber]);
    return { currentItem: current?.currentItem ?? null, laps, minutes };
  }

  /** Every revision of an item's minutes, the newest first. */
  revisions(debriefId: string, roundNumber: number, item: string, from: Database | Transaction = this.database): Promise<MinutesRow[]> {
    return from.query<MinutesRow>(REVISIONS, [debriefId, roundNumber, item]);
  }
}
