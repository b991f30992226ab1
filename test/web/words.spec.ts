import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORDS = fileURLToPath(new URL('../../web/src/words', import.meta.url));
const EVENTS = fileURLToPath(new URL('../../src/domain/events', import.meta.url));

interface Words {
  readonly [key: string]: string | Words;
}

/** Every key with its words; the forms of a plural count as one. */
function flat(words: Words, at = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${at}${key}`.replace(/_(zero|one|other)$/, ''), value] as [string, string]] : flat(value, `${at}${key}.`),
  );
}

function read(language: string, file: string): Map<string, string> {
  return new Map(flat(JSON.parse(readFileSync(join(WORDS, language, file), 'utf8')) as Words));
}

/** Every type of `src/domain/events`, as the web app names it. The files are the list: types exist at run time nowhere else. */
function eventTypes(): string[] {
  return readdirSync(EVENTS)
    .filter((file) => file.endsWith('-events.ts'))
    .flatMap((file) => [...readFileSync(join(EVENTS, file), 'utf8').matchAll(/^ {2}'([a-z_]+\.[a-z_]+)':/gm)].map(([, type]) => type ?? ''))
    .map((type) => `event.${type.replace('.', '_')}`);
}

const names = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
const files = readdirSync(join(WORDS, 'en'));

/** English shows the server's own sentence for a fault, so that only other languages need words for its code. */
const ONLY_TRANSLATED = /^problem\.fault\./;

describe('the words of the web app', () => {
  it('come in both languages, file by file', () => {
    expect(readdirSync(join(WORDS, 'zh-CN')).sort()).toEqual([...files].sort());
  });

  it.each(files)('%s says the same things in both, with the same values filled in', (file) => {
    const [english, chinese] = [read('en', file), read('zh-CN', file)];
    expect([...chinese.keys()].filter((key) => !ONLY_TRANSLATED.test(key)).sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of english) expect([key, names(chinese.get(key) ?? '')]).toEqual([key, names(text)]);
    for (const text of [...english.values(), ...chinese.values()]) expect(text.trim()).not.toBe('');
  });

  it.each(['en', 'zh-CN'])('in %s have a name for every type of event on the record, and for nothing else', (language) => {
    const named = [...read(language, 'admin.json').keys()].filter((key) => key.startsWith('event.'));
    const types = eventTypes();
    expect(types.length).toBeGreaterThan(130);
    expect(named.sort()).toEqual(types.sort());
  });
});
