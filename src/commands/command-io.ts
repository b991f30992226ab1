import { readFileSync } from 'node:fs';

/**
 * What every command that reads a file and prints a document shares: reading, printing, and failing on bad input with
 * one line on standard error and exit 2. Commands throw through `failInput`; `runCommand` is the one place that ends.
 */

/** Far above any real packet or report, far below what would exhaust memory. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** A command's input as read: `file` is how the person named it. */
export interface CommandInput {
  readonly file: string;
  readonly text: string;
}

/** Bad input: where it stands and what is wrong with it. */
export class InputFault extends Error {
  constructor(
    readonly file: string,
    readonly line: number | null,
    readonly field: string,
    readonly reason: string,
  ) {
    super([line === null ? file : `${file}:${line}`, field, reason].filter((part) => part !== '').join(': '));
    this.name = 'InputFault';
  }
}

/** Refuse the input. `line` counts from 1, null where no line is at fault; `field` is a JSON pointer or a column name. */
export function failInput(file: string, line: number | null, field: string, reason: string): never {
  throw new InputFault(file, line, field, reason);
}

/** Read a UTF-8 file (`-` is standard input). A missing, unreadable, oversized or non-UTF-8 file is bad input. */
export function readInput(path: string): CommandInput {
  const file = path === '-' ? 'standard input' : path;
  const bytes = readBytes(path, file);
  if (bytes.length > MAXIMUM_BYTES) failInput(file, null, '', `is larger than ${MAXIMUM_BYTES} bytes`);
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return failInput(file, firstBadLine(bytes), '', 'is not UTF-8 text');
  }
}

function readBytes(path: string, file: string): Buffer {
  try {
    return readFileSync(path === '-' ? 0 : path);
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    const reasons = new Map<unknown, string>([
      ['ENOENT', 'no such file'],
      ['EISDIR', 'is a folder'],
      ['EACCES', 'may not be read'],
    ]);
    return failInput(file, null, '', reasons.get(code) ?? 'cannot be read');
  }
}

function firstBadLine(bytes: Buffer): number {
  const whole = new TextDecoder('utf-8').decode(bytes);
  const at = whole.indexOf('\uFFFD');
  return lineAt(whole, at < 0 ? whole.length : at);
}

/** The line, from 1, on which the character at `offset` stands. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

/** One JSON document on standard output. */
export function printJson(value: unknown): void {
  printText(JSON.stringify(value));
}

/** A finished text on standard output, closed by a newline. */
export function printText(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Rows in aligned columns; the first row is the heading. Cells show `null` as `–`. */
export function printTable(rows: readonly (readonly (string | number | boolean | null)[])[]): void {
  const cells = rows.map((row) => row.map((cell) => (cell === null ? '–' : String(cell).replace(/\s+/g, ' '))));
  const widths: number[] = [];
  for (const row of cells) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, [...cell].length)));
  for (const row of cells) {
    const padded = row.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - [...cell].length));
    printText(padded.join('  ').trimEnd());
  }
}

/** Run a command's action; bad input becomes one line on standard error and exit 2, anything else stays an error. */
export function runCommand<A extends readonly unknown[]>(action: (...args: A) => void | Promise<void>): (...args: A) => Promise<void> {
  return async (...args) => {
    try {
      await action(...args);
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      process.stderr.write(`${oneLine(error.message)}\n`);
      process.exitCode = 2;
    }
  };
}

function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters in a person's file must not reach the terminal
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (c) => JSON.stringify(c).slice(1, -1));
}
