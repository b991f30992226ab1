import { Refusal } from '../domain/refusal.js';

export { PageQuery } from './page-query.dto.js';

export interface Page<Item> {
  items: Item[];
  /** Null on the last page. */
  nextCursor: string | null;
}

export type CursorValue = string | number | null;

/** An opaque cursor: the sort values and id of the last row. */
export function encodeCursor(values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** The values of a cursor made by `encodeCursor` for a list of `length` sort columns. */
export function decodeCursor(cursor: string, length: number): CursorValue[] {
  const fault = { pointer: '/cursor', in: 'query', code: 'cursor', detail: 'is not a cursor of this list; start again without it' } as const;
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => value === null || typeof value === 'string' || typeof value === 'number')
    )
      return values;
  } catch {
    // Falls through to the refusal: a cursor nobody made.
  }
  throw new Refusal('validation_failed', `/cursor: ${fault.detail}`, [fault]);
}

/** Cuts one row more than asked for into a page and its cursor. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  cursor: (row: Row) => readonly CursorValue[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(item), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursor(last)) : null };
}
