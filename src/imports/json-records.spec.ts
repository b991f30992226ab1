import { FileProblem } from '../domain/import/file-problem.js';
import { JsonRecords } from './json-records.js';

/** The records of a text that comes in pieces of a few characters. */
function read(text: string, piece = 7): { value: unknown; pointer: string; line: number }[] {
  const records = new JsonRecords();
  const pieces = text.match(new RegExp(`[^]{1,${piece}}`, 'gu')) ?? [];
  return [...pieces.flatMap((part) => [...records.write(part)]), ...records.end()];
}
function problem(text: string): FileProblem {
  try {
    read(text, 5000);
  } catch (error) {
    if (error instanceof FileProblem) return error;
    throw error;
  }
  throw new Error('was read');
}

describe('JsonRecords', () => {
  it.each([
    [
      'a list',
      '[\n {"id": 1, "t": "é\\n\\u0041林"},\n {"id": 2}\n]',
      [
        ['/0', 2, { id: 1, t: 'é\nA林' }],
        ['/1', 3, { id: 2 }],
      ],
    ],
    ['one record', '\n{"id": 1, "applications": [{"x": {}}]}', [['', 2, { id: 1, applications: [{ x: {} }] }]]],
    ['an answer of an API', '{"success": true, "results": [{"id": 1}],\n"moreDataAvailable": false}', [['/results/0', 1, { id: 1 }]]],
    [
      'kinds side by side',
      '{"jobs": [{"id": 1}],\n "users": [\n{"id": 2}, {"id": [3]}]}',
      [
        ['/jobs/0', 1, { id: 1 }],
        ['/users/0', 3, { id: 2 }],
        ['/users/1', 3, { id: [3] }],
      ],
    ],
    ['one wrapped record', '{"data": {"id": 1}}', [['/data', 1, { id: 1 }]]],
    [
      'JSON Lines',
      '{"id": 1}\n{"id": 2}\n',
      [
        ['', 1, { id: 1 }],
        ['/1', 2, { id: 2 }],
      ],
    ],
    ['nothing in a list', '[]', []],
  ])('finds %s, with pointer and line', (_, text, expected) => {
    expect(read(text).map((one) => [one.pointer, one.line, one.value])).toEqual(expected);
  });

  it.each([
    ['cut off in a record', '[{"id": 1},\n{"id": ', 'truncated', 2],
    ['cut off between records', '[{"id": 1},', 'truncated', 1],
    ['cut off in a text', '[{"id": "abc', 'truncated', 1],
    ['a comma too many', '[{"id": 1},\n,{"id": 2}]', 'not_json', 2],
    ['no JSON at all', 'hello', 'not_json', 1],
    ['a bare number', '7 ', 'not_records', 1],
    ['nothing', ' \n ', 'empty', 1],
    ['brackets without end', `[${'['.repeat(100_000)}`, 'too_deep', 1],
    ['objects without end', '{"a":'.repeat(100_000), 'too_deep', 1],
  ])('says where it is broken: %s', (_, text, code, line) => {
    expect(problem(text)).toMatchObject({ code, line });
  });

  it('gives a text that never ends up before it fills the memory', () => {
    const records = new JsonRecords();
    const piece = 'x'.repeat(1_000_000);
    let written = 0;
    const write = () => {
      for (const _ of records.write('[{"a": "')) continue;
      for (; written < 100_000_000; written += piece.length) for (const _ of records.write(piece)) continue;
    };
    expect(write).toThrow(FileProblem);
    expect(written).toBeLessThan(6_000_000);
  });
});
