/**
 * One step of a recommendation as a sentence, with whatever names the reader knows in place of keys and ids.
 *
 * Source: product design, "Recommendation": steps as `{code, params}`, rendered in words by language. The sentences
 * themselves stand in debrief/step-words.ts.
 */
import type { Locale, StepNames } from '../debrief/step-words.js';
import { stepWords } from '../debrief/step-words.js';
import type { Step } from './step.js';

/** Names by key or id; whatever has none is shown by its key. */
export interface NamesForWords extends Partial<Omit<StepNames, 'people'>> {
  /** By user id. */
  readonly interviewers?: Readonly<Record<string, string>>;
}

/** In: a step, English or Simplified Chinese, and names, all of them optional. Out: one sentence. Total. */
export function stepInWords(step: Step, language: Locale, names: NamesForWords = {}): string {
  const { criteria = {}, signals = {}, gates = {}, forms = {}, rounds = {}, interviewers = {} } = names;
  return stepWords(step, { criteria, signals, gates, forms, rounds, people: interviewers }, language);
}
