/**
 * A notification in words: a subject, a sentence and what to do, in the reader's language. The only things a sentence can
 * name are the `NotificationFacts`.
 *
 * Source: product design, "Pipeline and timeline" and "Visibility".
 */
import { DateTime } from 'luxon';
import { ENGLISH } from './notification-words-en.js';
import { SIMPLIFIED_CHINESE } from './notification-words-zh.js';
import type { NotificationFacts, NotificationKind } from './notification-kinds.js';
import type { Locale, Phrasebook } from './notification-phrasebook.js';

export interface Wording {
  readonly subject: string;
  readonly sentence: string;
  /** The words on the link. */
  readonly action: string;
}

const BOOKS: Readonly<Record<Locale, Phrasebook>> = { en: ENGLISH, 'zh-CN': SIMPLIFIED_CHINESE };

export function phrasebook(locale: Locale): Phrasebook {
  return BOOKS[locale];
}

/** Names may hold anything: line breaks, characters that turn the writing around. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}

/** A subject has at most 200 characters. */
function shortened(line: string): string {
  const characters = [...line];
  return characters.length > 200 ? `${characters.slice(0, 199).join('')}…` : line;
}

/** A kind this version has no words for: written by a newer one, or an older. */
export function plainWords(locale: Locale): Wording {
  const { news } = phrasebook(locale);
  return { subject: news.subject, sentence: news.subject, action: news.action };
}

/** In: the kind, what may be named, the language. Out: the words, the subject on one line. Pure and total. */
export function wordsOf(kind: NotificationKind, facts: NotificationFacts, locale: Locale): Wording {
  const book = phrasebook(locale);
  const named = { ...facts, person: facts.person || book.somebody, seat: book.seats[facts.seat] ?? facts.seat };
  const [subject, sentence, action] = book.kinds[kind](named);
  return { subject: shortened(oneLine(subject)), sentence: oneLine(sentence), action };
}

/** A time as the reader writes it, with its zone: `Wed, 4 Mar 2026, 18:00 (UTC)`. */
export function timeInWords(at: Date | null, zone: string, locale: Locale): string {
  if (!at) return '';
  const local = DateTime.fromJSDate(at, { zone }).setLocale(locale);
  return local.isValid ? local.toFormat(locale === 'en' ? 'ccc, d LLL yyyy, HH:mm (z)' : 'yyyy年M月d日 cccc HH:mm（z）') : at.toISOString();
}
