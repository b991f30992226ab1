import { CsvError, parse } from 'csv-parse/sync';
import { failInput, readInput, type CommandInput } from './command-io.js';

/**
 * A CSV file with named columns, as the arithmetic commands take it: every fault is reported with the line it stands on and the
 * column at fault. Columns may come in any order; others are ignored. Cells are trimmed, blank lines skipped.
 */
export interface CsvRow {
  /** Line in the file, from 1, on which the row ends. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvTable {
  readonly file: string;
  readonly rows: readonly CsvRow[];
}

interface Line {
  readonly line: number;
  readonly record: readonly string[];
}

function linesOf({ file, text }: CommandInput): readonly Line[] {
  const lines: Line[] = [];
  const keep = (record: string[], { lines: line }: { readonly lines: number }): null => {
    lines.push({ line, record });
    return null;
  };
  try {
    parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true, on_record: keep });
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : null;
    return failInput(file, line, '', error.message);
  }
}

/** Where each wanted column stands; a missing or repeated one is bad input. */
function places(file: string, line: number, header: readonly string[], columns: readonly string[]): readonly number[] {
  return columns.map((column) => {
    const at = header.indexOf(column);
    if (at < 0) failInput(file, line, column, `column is missing; the header must name ${columns.join(', ')}`);
    if (header.indexOf(column, at + 1) >= 0) failInput(file, line, column, 'column is given twice');
    return at;
  });
}

/** Reads a file with a header row and at least one row below it. */
export function readCsvTable(path: string, columns: readonly string[]): CsvTable {
  const input = readInput(path);
  const [header, ...records] = linesOf(input);
  const { file } = input;
  if (header === undefined) return failInput(file, null, '', `is empty; it must start with the columns ${columns.join(',')}`);
  const at = places(file, header.line, header.record, columns);
  if (records.length === 0) return failInput(file, header.line, '', 'has a header but no rows');
  const rows = records.map(({ line, record }) => {
    if (record.length !== header.record.length) failInput(file, line, '', `has ${record.length} cells where the header has ${header.record.length}`);
    const cells = Object.fromEntries(columns.map((column, i) => [column, record[at[i] ?? -1] ?? '']));
    return { line, cells };
  });
  return { file, rows };
}

/** A cell that must not be blank. */
export function textCell(file: string, row: CsvRow, column: string): string {
  const cell = row.cells[column] ?? '';
  return cell === '' ? failInput(file, row.line, column, 'is blank') : cell;
}

/** A cell that must hold a decimal number, written with a point. */
export function numberCell(file: string, row: CsvRow, column: string): number {
  const cell = textCell(file, row, column);
  const value = Number(cell);
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell) && Number.isFinite(value)
    ? value
    : failInput(file, row.line, column, `"${cell}" is not a number`);
}
