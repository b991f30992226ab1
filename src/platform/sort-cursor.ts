import { Refusal } from '../domain/refusal.js';
import { type CursorValue, decodeCursor } from './cursor.js';

/** What a sort column holds. `time` is PostgreSQL's text of a timestamptz, so that microseconds survive the page; `infinity` is never. */
export type SortKind = 'text' | 'time' | 'id' | 'position';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const TIME = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-](0\d|1[0-5])(:[0-5]\d)?$/;

function isTime(value: string): boolean {
  if (value === 'infinity') return true;
  const date = TIME.exec(value)?.[1];
  if (date === undefined) return false;
  const parsed = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(date);
}

const FITS: Readonly<Record<SortKind, (value: CursorValue) => boolean>> = {
  text: (value) => typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed(),
  time: (value) => typeof value === 'string' && isTime(value),
  position: (value) => typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 1_000_000,
  id: (value) => typeof value === 'string' && ID.test(value),
};

/** The values of a cursor, each checked for its column: a made-up cursor is a refusal, never an error of the database. */
export function readSortCursor(cursor: string | undefined, kinds: readonly SortKind[]): CursorValue[] {
  if (cursor === undefined) return kinds.map(() => null);
  const values = decodeCursor(cursor, kinds.length);
  if (kinds.every((kind, index) => FITS[kind](values[index] ?? null))) return values;
  const detail = 'is not a cursor of this list; start again without it';
  throw new Refusal('validation_failed', `/cursor: ${detail}`, [{ pointer: '/cursor', in: 'query', code: 'cursor', detail }]);
}
