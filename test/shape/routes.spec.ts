import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((name) => join(SRC, name));
const text = (path: string): string => readFileSync(path, 'utf8');

describe('the shape of the source', () => {
  it('names every request and response once: OpenAPI schemas go by class name', () => {
    const names = files
      .filter((path) => path.endsWith('.dto.ts'))
      .flatMap((path) => [...text(path).matchAll(/^export class (\w+)/gm)].map((match) => match[1]));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names.length).toBeGreaterThan(50);
  });

  it('keeps the words that hide what a file is about out of file names', () => {
    const vague = files.filter((path) => /(^|[/.-])(utils?|helpers?|common|base|manager|misc|types|enums?|index)\.(ts|tsx)$/.test(path));
    expect(vague).toEqual([]);
  });

  it('declares every controller open to somebody, by class or by route', () => {
    const undeclared = files.filter((path) => path.endsWith('.controller.ts')).filter((path) => !/@(Allow|Public|Open)\(/.test(text(path)));
    expect(undeclared).toEqual([]);
  });
});
