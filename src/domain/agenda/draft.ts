/**
 * An item before the time is shared out. Every item weighs one part; one that holds up or lowers the recommendation, or holds
 * up the decision, weighs two; a disputed criterion weighs more with its disagreement × effect.
 *
 * Source: product design, "Application and debrief life" (a 60-minute clock).
 */
import type { Fraction } from '../recommendation/fraction.js';
import type { AgendaItem } from './agenda-item.js';

export interface Draft extends Omit<AgendaItem, 'seconds'> {
  /** Its weight when the time is shared out, above 0. */
  readonly parts: Fraction;
}

export const ONE_PART: Fraction = { numerator: 1n, denominator: 1n };
export const TWO_PARTS: Fraction = { numerator: 2n, denominator: 1n };
