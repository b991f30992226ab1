import { readFileSync } from 'node:fs';
import type { Language } from './browser.js';

interface Words {
  readonly [key: string]: string | Words;
}

/** What a screen says in a language, by the name it has in `web/src/words`; values that are filled in match anything. */
export function screenWords(language: Language): (area: string, key: string) => RegExp {
  return (area, key) => {
    const file = new URL(`../../web/src/words/${language}/${area}.json`, import.meta.url);
    let found: string | Words | undefined = JSON.parse(readFileSync(file, 'utf8')) as Words;
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined;
    if (typeof found !== 'string') throw new Error(`${area} says nothing of ${key} in ${language}`);
    const pattern = found.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return new RegExp(`^${pattern.join('.*')}$`);
  };
}
