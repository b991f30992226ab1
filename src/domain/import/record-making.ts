/**
 * Makes neutral records of what a reader found: every record has an id of its source, or it is skipped and says so.
 *
 * Source: this product's rule that the same file again makes nothing new, which needs the source's ids.
 */
import type { NeutralContent, NeutralRecord } from './neutral-record.js';
import { SourceValue } from './source-value.js';

/**
 * One record. In: the value it is read from, its id there, and how to read it. Out: the record, with the faults found while reading; without an
 * id it is marked to be skipped. Pure.
 */
export function recordOf(from: SourceValue, externalId: string | null, read: (value: SourceValue) => NeutralContent): NeutralRecord {
  const own = new SourceValue(from.value, '', []);
  const content = read(own);
  if (externalId === null) own.skip('no_id', 'has no id, by which it could be known again');
  return { externalId: externalId ?? '', content, pointer: from.pointer, faults: own.faults };
}

/** A record that has no place here, or that could not be told what it is. */
export function unknownRecord(from: SourceValue, code: 'unknown_kind' | 'no_place', detail: string): NeutralRecord {
  const externalId = from.at('id').id() ?? '';
  return { externalId, content: { kind: 'unknown' }, pointer: from.pointer, faults: [{ weight: 'skip', pointer: '', code, detail }] };
}

/** First and last name, or whichever there is. */
export function joinedName(first: string, last: string): string {
  return [first, last].filter((part) => part.trim() !== '').join(' ');
}
