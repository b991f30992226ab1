import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { headOf, linesOf } from '../../exports/export-lines.js';
import { csvCell, guardedText, unguardedText } from './csv-cell.js';

const NAUGHTY = (
  JSON.parse(readFileSync(new URL('../../../test/reference/text/naughty-strings.json', import.meta.url), 'utf8')) as { strings: string[] }
).strings;
const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.tuple(fc.constantFrom(...STARTS, "'", "''", '"'), fc.string()).map(([start, rest]) => start + rest),
);

describe('a cell of an exported table', () => {
  it('is never a formula, and gives its text back', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cell = csvCell(text);
        expect(STARTS.some((start) => cell.startsWith(start))).toBe(false);
        expect(unguardedText(cell)).toBe(text);
      }),
      { numRuns: 2000 },
    );
    for (const text of NAUGHTY) expect(unguardedText(guardedText(text))).toBe(text);
  });

  it('keeps numbers numbers and other things readable', () => {
    expect([-5, 0.5, true, null, undefined, new Date(0), ['=1'], { a: '-' }].map(csvCell)).toEqual([
      '-5',
      '0.5',
      'true',
      '',
      '',
      '1970-01-01T00:00:00.000Z',
      '["=1"]',
      '{"a":"-"}',
    ]);
    expect(['-5', '+49 30 1234', '=1+1', '@cmd', "'quoted'", 'plain'].map(csvCell)).toEqual([
      "'-5",
      "'+49 30 1234",
      "'=1+1",
      "'@cmd",
      "'quoted'",
      'plain',
    ]);
  });

  it('comes back from a file whatever it holds: quotes, separators, line breaks of every kind', () => {
    const rows = [...NAUGHTY, 'a,b', 'a"b', 'a\nb', 'a\rb', 'a\r\nb', ' a ', '"', ''].map((text, number) => ({ text, number }));
    for (const bom of [false, true]) {
      const file = headOf(['number', 'text'], 'csv', bom) + linesOf(['number', 'text'], 'csv', rows);
      expect(file.startsWith('\ufeff')).toBe(bom);
      const read: { number: string; text: string }[] = parse(file, { columns: true, bom: true, record_delimiter: '\r\n' });
      expect(read.map((row) => ({ number: Number(row.number), text: unguardedText(row.text) }))).toEqual(
        rows.map(({ number, text }) => ({ number, text })),
      );
    }
    const lines = linesOf(['number', 'text'], 'jsonl', rows).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows.map(({ number, text }) => ({ number, text })));
  });
});
