import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Sight } from '../../src/domain/visibility/visibility.js';
import {
  CARDS,
  CONFLICTS,
  GLASSES,
  INTERVIEWS,
  JOB_SEATS,
  PANEL_SEATS,
  PLACES,
  POLICIES,
  ROOM_SEATS,
  STAGES,
  STATUSES,
  TERMS,
  type Situation,
  type SituationCard,
  type SituationSeat,
} from './situation.js';

export interface VisibilityRow {
  readonly id: string;
  readonly situation: Situation;
  readonly sees: Sight;
  readonly because: string;
}

/** The matrix as it is written by hand; a word it does not know stops the run. */
export function visibilityRows(): VisibilityRow[] {
  const text = readFileSync(new URL('./visibility.csv', import.meta.url), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true });
  return rows.map((row) => ({
    id: cell(row, 'id'),
    situation: situationOf(row),
    sees: word(['absent', 'status', 'content'] as const, cell(row, 'sees')),
    because: cell(row, 'because'),
  }));
}

export function cell(row: Record<string, string>, column: string): string {
  const value = row[column];
  if (value === undefined || value === '') throw new Error(`${row['id']}: no ${column}`);
  return value;
}

export function word<const W extends string>(words: readonly W[], value: string | undefined): W {
  const known = words.find((one) => one === value);
  if (known === undefined) throw new Error(`not one of ${words.join(', ')}: ${value}`);
  return known;
}

function situationOf(row: Record<string, string>): Situation {
  const some = (column: string) => (cell(row, column) === '-' ? [] : cell(row, column).split(' '));
  const [conflict] = some('conflict');
  const [glass] = some('glass');
  return {
    site: word(['admin', 'member', 'auditor'] as const, cell(row, 'site')),
    seats: some('seats').map(seatOf),
    cards: [...some('own').map((own) => cardOf(own)), ...some('elsewhere').map((own) => cardOf(own))],
    conflict: conflict === undefined ? null : word(CONFLICTS, conflict),
    glass: glass === undefined ? null : word(GLASSES, glass),
    status: word(STATUSES, cell(row, 'status')),
    stage: word(STAGES, cell(row, 'stage')),
    policy: word(POLICIES, cell(row, 'policy')),
  };
}

/** `recruiter`, or with when: `stand_in:recruiter`. */
export function seatOf(text: string): SituationSeat {
  const parts = text.split(':');
  return { kind: word([...JOB_SEATS, ...PANEL_SEATS, ...ROOM_SEATS], parts.at(-1)), term: parts.length === 1 ? 'now' : word(TERMS, parts[0]) };
}

/** `card`, `card@interview`, and for another application `card@interview/place:stage`. */
export function cardOf(text: string): SituationCard {
  const [own = '', where = 'here'] = text.split('/');
  const [card, interview = 'held'] = own.split('@');
  const [place, stage = 'collecting'] = where.split(':');
  return { card: word(CARDS, card), interview: word(INTERVIEWS, interview), place: word(PLACES, place), stage: word(STAGES, stage) };
}
