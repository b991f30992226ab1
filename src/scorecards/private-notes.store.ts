import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../platform/database.js';
import { sql } from '../platform/statement.js';

export interface NoteRow {
  readonly text: string;
  readonly sharedWithHiringTeam: boolean;
  readonly version: number;
  readonly savedAt: Date;
}

const COLUMNS = { fragment: true, text: `text, shared_with_hiring_team as "sharedWithHiringTeam", version, saved_at as "savedAt"` } as const;
const FIND = sql`select ${COLUMNS} from private_notes where scorecard_id = $1`;
const INSERT = sql`
  insert into private_notes (scorecard_id, text, shared_with_hiring_team, version, saved_at) values ($1, $2, $3, 1, $4)
  on conflict (scorecard_id) do nothing returning ${COLUMNS}`;
const UPDATE = sql`
  update private_notes set text = $2, shared_with_hiring_team = $3, version = version + 1, saved_at = $4
  where scorecard_id = $1 and version = $5 returning ${COLUMNS}`;

@Injectable()
export class PrivateNotesStore {
  constructor(private readonly database: Database) {}

  async find(cardId: string, from: Database | Transaction = this.database): Promise<NoteRow | undefined> {
    const [note] = await from.query<NoteRow>(FIND, [cardId]);
    return note;
  }

  /** Undefined when it was saved by somebody (another tab) in between. */
  async save(tx: Transaction, cardId: string, expected: number, note: { text: string; shared: boolean }, now: Date): Promise<NoteRow | undefined> {
    const values = [cardId, note.text, note.shared, now];
    const [saved] = expected === 0 ? await tx.query<NoteRow>(INSERT, values) : await tx.query<NoteRow>(UPDATE, [...values, expected]);
    return saved;
  }
}
