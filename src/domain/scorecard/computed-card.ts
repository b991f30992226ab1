/**
 * Computed values of structured evidence are the product's, never the author's: whatever stands in their place is replaced, so
 * that a form sent back with a value computed before the last keystroke is no fault. 120 → 78 ms is −35 %.
 *
 * Source: product design, "Rubric model" (evidenceForms) and "Scorecard life".
 */
import { computeEvidence } from '../rubric/computed-evidence.js';
import { formOf } from '../rubric/evidence.js';
import type { RubricContent } from '../rubric/rubric.js';
import type { CardContent } from './scorecard.js';

/**
 * A card with every computed value as the rubric computes it. In: the pinned rubric and a card whose structure is in order; evidence
 * of a form the rubric does not have is left as it is. Out: a new card, otherwise the same.
 */
export function withComputedValues(rubric: Pick<RubricContent, 'evidenceForms'>, card: CardContent): CardContent {
  return {
    ...card,
    ratings: card.ratings.map((rating) => ({
      ...rating,
      evidence: rating.evidence.map((item) => {
        const form = formOf(rubric, item.form);
        return form ? { ...item, fields: computeEvidence(form, item.fields) } : item;
      }),
    })),
  };
}
