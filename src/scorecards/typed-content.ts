import { Refusal, invalid, type Fault } from '../domain/refusal.js';
import type { RubricContent } from '../domain/rubric/rubric.js';
import { checkCard, missingForSubmission } from '../domain/scorecard/completeness.js';
import { withComputedValues } from '../domain/scorecard/computed-card.js';
import { parseCardContent, type CardContent } from '../domain/scorecard/scorecard.js';

/** Faults of a card, as they stand in a request body `{content}`. */
function inBody(faults: readonly Fault[]): Fault[] {
  return faults.map((fault) => ({ ...fault, pointer: `/content${fault.pointer}` }));
}

/** A card as typed, its structure checked; the rubric is not asked. */
export function readTypedCard(json: unknown): CardContent {
  try {
    return parseCardContent(json);
  } catch (error) {
    throw error instanceof Refusal && error.faults.length > 0 ? invalid(inBody(error.faults)) : error;
  }
}

export interface Checked {
  readonly content: CardContent;
  /** What cannot be, finished or not. */
  readonly faults: readonly Fault[];
}

/** A typed card with its computed values, and what the pinned rubric has against it. */
export function checkTypedCard(rubric: RubricContent, facts: readonly string[], typed: CardContent): Checked {
  const content = withComputedValues(rubric, typed);
  return { content, faults: inBody(checkCard(rubric, facts, content)) };
}

/** What a submission still lacks; only for a card without faults. */
export function missingIn(rubric: RubricContent, roundKey: string, content: CardContent): Fault[] {
  return inBody(missingForSubmission(rubric, roundKey, content));
}
