/**
 * What the words of imported scorecards probably mean on the rubric, for a person to look at. A proposal is never a mapping: nothing counts
 * before somebody said so. Where a word can mean two things, nothing is proposed.
 *
 * - Overall calls: the words of the vendors' own forms ("strong_yes", "3 - Hire"). Plain numbers mean something only on a scale of four.
 * - Ratings: a number that leads the word is the level, as long as no number of the file lies beyond the rubric's scale; the five words of
 *   Greenhouse's attributes go onto a scale of four without the middle one, or onto a scale of five.
 * - Criteria: the same name or key, letter case and punctuation apart; else the only criterion whose name holds it or that it holds.
 *
 * Source: the vendors' documented payloads in test/reference/ats-exports; product design, "Meeting the outside world".
 */
import type { Verdict } from '../scorecard/scorecard.js';

export const NOT_ASSESSED = 'not_assessed';

const VERDICT_WORDS: Readonly<Record<string, Verdict>> = {
  'strong yes': 'strong_hire',
  'strong hire': 'strong_hire',
  'definitely yes': 'strong_hire',
  'strongly recommend': 'strong_hire',
  yes: 'hire',
  hire: 'hire',
  recommend: 'hire',
  no: 'no_hire',
  'no hire': 'no_hire',
  'not hire': 'no_hire',
  'do not hire': 'no_hire',
  'strong no': 'strong_no_hire',
  'strong no hire': 'strong_no_hire',
  'definitely not': 'strong_no_hire',
};
const BY_NUMBER: readonly Verdict[] = ['strong_no_hire', 'no_hire', 'hire', 'strong_hire'];
const FIVE_WORDS = ['definitely not', 'no', 'mixed', 'yes', 'strong yes'];
const NO_RATING = new Set(['no decision', 'not assessed', 'not applicable', 'n a', 'na', 'no rating', 'did not assess']);

/** Lower case, one space for anything that is no letter or digit. */
const plain = (word: string) =>
  word
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const leadingNumber = (word: string) => {
  const found = /^\s*(\d{1,2})(?:\s*(?:[-–—:.)/]|of\b).*)?\s*$/u.exec(word)?.[1];
  return found === undefined ? null : Number(found);
};
const withoutNumber = (word: string) => plain(word.replace(/^\s*\d{1,2}\s*[-–—:.)]/u, ''));

/**
 * In: every overall call of the files. Out: the verdict proposed for each, null where none is, in the same order. Pure and total.
 */
export function proposedVerdicts(words: readonly string[]): (Verdict | null)[] {
  const numbers = words.map(leadingNumber).filter((number) => number !== null);
  const isOfFour = numbers.every((number) => number >= 1 && number <= BY_NUMBER.length);
  return words.map((word) => {
    const said = withoutNumber(word);
    if (said !== '' && Object.hasOwn(VERDICT_WORDS, said)) return VERDICT_WORDS[said] ?? null;
    const number = leadingNumber(word);
    return isOfFour && number !== null && /^\s*\d+\s*$/u.test(word) ? (BY_NUMBER[number - 1] ?? null) : null;
  });
}

/**
 * In: every rating of the files, the levels of the rubric's scale (2 to 10). Out: the level proposed for each as text, `not_assessed`, or null
 * where nothing is proposed, in the same order. Pure and total.
 */
export function proposedLevels(words: readonly string[], levels: number): (string | null)[] {
  const isOnScale = words.map(leadingNumber).every((number) => number === null || (number >= 1 && number <= levels));
  return words.map((word) => {
    if (NO_RATING.has(plain(word))) return NOT_ASSESSED;
    const number = leadingNumber(word);
    if (number !== null) return isOnScale ? String(number) : null;
    const place = FIVE_WORDS.indexOf(plain(word)) + 1;
    if (place === 0 || (levels === 4 && place === 3)) return null;
    if (levels === 5) return String(place);
    return levels === 4 ? String(place > 3 ? place - 1 : place) : null;
  });
}

export interface NamedCriterion {
  readonly key: string;
  readonly name: string;
}

/** In: a name of the source, the rubric's criteria. Out: the key proposed, null where none or more than one fits. Pure and total. */
export function proposedCriterion(name: string, criteria: readonly NamedCriterion[]): string | null {
  const said = plain(name);
  if (said === '') return null;
  const same = criteria.filter((one) => plain(one.name) === said || plain(one.key) === said);
  if (same.length > 0) return same.length === 1 ? (same[0]?.key ?? null) : null;
  const near = criteria.filter((one) => holds(plain(one.name), said) || holds(said, plain(one.name)));
  return near.length === 1 ? (near[0]?.key ?? null) : null;
}

/** Whole words only: "ownership" is in "cross functional ownership", "own" is not. */
function holds(whole: string, part: string): boolean {
  return part.length >= 4 && ` ${whole} `.includes(` ${part} `);
}
