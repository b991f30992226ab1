import { stringify } from 'csv-stringify/sync';
import { type CellValue, csvCell } from '../domain/export/csv-cell.js';
import type { Export, ExportFormat } from './export-kind.js';

type ShownRow = Readonly<Record<string, unknown>>;

/** RFC 4180: CRLF between rows, and a field that holds any line break is quoted. */
const CSV = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ } as const;

/** What comes before the first row: a CSV file names its columns. */
export function headOf(columns: Export['columns'], format: ExportFormat, bom: boolean): string {
  return format === 'csv' ? `${bom ? '\ufeff' : ''}${stringify([[...columns]], CSV)}` : '';
}

/** Rows as lines, each ended. A JSON line is an object with every column, in order; a CSV row the same as cells. */
export function linesOf(columns: Export['columns'], format: ExportFormat, rows: readonly ShownRow[]): string {
  if (format === 'jsonl') return rows.map((row) => `${JSON.stringify(picked(columns, row))}\n`).join('');
  return stringify(
    rows.map((row) => columns.map((column) => csvCell(cellOf(row[column])))),
    CSV,
  );
}

function picked(columns: Export['columns'], row: ShownRow): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));
}

function cellOf(value: unknown): CellValue {
  if (value === null || value === undefined || typeof value === 'object') return value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new TypeError(`A ${typeof value} has no place in an export`);
}
