import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { guessSource } from '../../web/src/imports/guess-source.js';

const EXPORTS = fileURLToPath(new URL('../reference/ats-exports', import.meta.url));
const documented = readdirSync(EXPORTS).filter((name) => name.endsWith('.json') && !name.includes('field_dictionary'));
const SOURCES = { ashby: 'ashby', greenhouse: 'greenhouse', lever: 'lever', schemaorg: 'schema_org' };

describe('where a file seems to come from', () => {
  it.each(documented)('is told by the beginning of %s', (name) => {
    const [, expected] = Object.entries(SOURCES).find(([start]) => name.startsWith(start)) ?? [];
    expect(guessSource('export.json', readFileSync(join(EXPORTS, name), 'utf8').slice(0, 65_536))).toBe(expected);
  });

  it.each([
    ['people.csv', 'Name,Email\n', 'csv'],
    ['people.txt', 'Name;Email\nAna;a@example.test\n', 'csv'],
    ['\uFEFFwith a mark', '\uFEFFName\tEmail\nAna\t\n', 'csv'],
    ['job.html', '<html><script type="application/ld+json">{}', 'schema_org'],
    ['page.html', '<html><body>nothing', null],
    ['any.json', '{"a":1}', null],
  ])('is told of %s by its name and first line', (name, start, source) => {
    expect(guessSource(name, start)).toBe(source);
  });
});
