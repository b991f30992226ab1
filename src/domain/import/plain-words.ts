/**
 * HTML → the words in it, for texts that other systems keep as HTML. Tags become breaks or nothing, the common character references become
 * characters; what is left is text and is stored and shown as text, never as HTML.
 *
 * Source: HTML Living Standard, the named references that occur in running text.
 */

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  bull: '•',
  hellip: '…',
};
const BREAKING = /<\s*\/?\s*(?:p|br|div|li|ul|ol|h[1-6]|tr|section|article)\b[^>]*>/gi;

/** In: text with or without tags. Out: its words, lines trimmed, no empty line. Pure and total. */
export function plainWords(html: string): string {
  const text = html
    .replaceAll(/<(script|style)\b[^>]*>[^]*?<\/\1\s*>/gi, '')
    .replaceAll(BREAKING, '\n')
    .replaceAll(/<[a-z/!][^>]*>/gi, '')
    .replaceAll(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, reference);
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n');
}

function reference(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isText = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isText ? String.fromCodePoint(code) : '\uFFFD';
}

/** Sentences and list items, each by itself. In: plain words. Out: parts without empty ones. Pure and total. */
export function itemsOf(words: string): string[] {
  return words
    .split(/\n|[•·▪●]|(?<=[.!?;])\s+(?=\p{Lu})/u)
    .map((part) => part.replace(/^\s*[-*–]\s+/, '').trim())
    .filter((part) => part !== '');
}
