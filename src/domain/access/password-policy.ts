/**
 * A password is long enough to survive guessing and not one that guessing tries first; no rules about kinds of characters,
 * no forced change. Length counts characters, not bytes.
 *
 * Source: issue "Access"; NIST SP 800-63B section 5.1.1.2; strength estimated as in Wheeler, "zxcvbn" (USENIX 2016).
 */
import type { Fault } from '../refusal.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;
/** Least zxcvbn score, 0 to 4: safe against more than 10⁸ guesses. */
export const LEAST_SCORE = 3;

/** Characters that have to be left when everything personal is taken out. */
const LEAST_REST = 8;

export interface Strength {
  /** zxcvbn score, 0 to 4. */
  readonly score: number;
  /** What makes it weak, in words; null when nothing stands out. */
  readonly warning: string | null;
}

/** Words an attacker would try for this person: whole texts and the words in them, of three letters or more. */
export function personalWords(texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => [text, ...text.split(/[\s@._-]+/)]);
  return [...new Set(words.map((word) => word.toLowerCase()).filter((word) => word.length > 2))].sort((a, b) => b.length - a.length);
}

/**
 * What is wrong with a new password; empty when it may be used.
 *
 * In: the password, its estimated strength, the words of `personalWords`, and the JSON pointer of its field.
 */
export function passwordFaults(password: string, strength: Strength, personal: readonly string[], pointer: string): readonly Fault[] {
  const length = [...password].length;
  if (length < SHORTEST_PASSWORD) {
    return [{ pointer, code: 'too_short', detail: `has ${length} characters; use at least ${SHORTEST_PASSWORD}, for example four unrelated words` }];
  }
  if (length > LONGEST_PASSWORD) return [{ pointer, code: 'too_long', detail: `has ${length} characters; use at most ${LONGEST_PASSWORD}` }];
  if (restWithout(password, personal) < LEAST_REST) {
    return [{ pointer, code: 'personal', detail: 'is little more than your name, address or organisation. Four unrelated words make a good one.' }];
  }
  if (strength.score >= LEAST_SCORE) return [];
  const why = strength.warning ? ` ${strength.warning}` : '';
  return [{ pointer, code: 'too_weak', detail: `is too easy to guess.${why} Four unrelated words make a good one.` }];
}

function restWithout(password: string, personal: readonly string[]): number {
  const rest = personal.reduce((left, word) => left.replaceAll(word, ''), password.toLowerCase());
  return [...rest].length;
}
