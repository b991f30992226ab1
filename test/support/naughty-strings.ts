import { readFileSync } from 'node:fs';

/** The list in test/reference/text, all different. */
export function naughtyStrings(): string[] {
  const { strings } = JSON.parse(readFileSync(new URL('../reference/text/naughty-strings.json', import.meta.url), 'utf8')) as { strings: string[] };
  return [...new Set(strings)];
}
