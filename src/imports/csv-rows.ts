import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { FileProblem } from '../domain/import/file-problem.js';

export interface CsvRow {
  readonly cells: readonly string[];
  /** The line it begins on, from 1. */
  readonly line: number;
}

const LONGEST_ROW = 1024 * 1024;

/** The rows of a CSV text, one at a time. Errors: `FileProblem` with the line. */
export async function* csvRows(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow> {
  const parser = parse({ delimiter, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_ROW });
  const source = Readable.from(pieces, { objectMode: true, highWaterMark: 2 });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let line = 1;
  try {
    for await (const found of parser) {
      const { record, info } = found as { record: string[]; info: { lines: number } };
      const height = 1 + record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
      line = info.lines;
      yield { cells: record, line: Math.max(1, line - height + 1) };
    }
  } catch (error) {
    throw problemOf(error, line);
  } finally {
    source.destroy();
  }
}

function problemOf(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const at = 'lines' in error && typeof error.lines === 'number' ? error.lines : line;
  const column = 'column' in error && typeof error.column === 'number' ? error.column + 1 : null;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new FileProblem('too_large', 'A row has more than 1 MiB. A quotation mark is probably not closed.', at, column);
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new FileProblem('quote_not_closed', 'A quotation mark is opened and never closed.', at, column);
  return new FileProblem('not_csv', `This is not valid CSV: ${error.message}`.slice(0, 300), at, column);
}
