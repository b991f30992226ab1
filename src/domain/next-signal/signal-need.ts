/**
 * A next-signal plan says what a panel still has to learn before its arithmetic can be relied on: which criterion to assess, in
 * which round, and who could do it. It names no outcome anybody should reach.
 *
 * Source: product design, "Recommendation" (`insufficient_evidence` … with a next-signal plan); issue "The debrief room", item 8.
 */
import type { Outcome } from '../recommendation/recommendation.js';

export type NeedReason =
  /** The rubric asks for more raters than there are. */
  | { readonly kind: 'raters'; readonly have: number; readonly need: number }
  /** Nobody rated it, and without it the deciding value is null. */
  | { readonly kind: 'deciding' }
  /** Without this card the outcome is another, and this criterion is where the card weighs most. */
  | { readonly kind: 'one_card_decides'; readonly scorecard: string; readonly outcome: Outcome }
  /** So few one-level steps flip the outcome, and this criterion is among them. */
  | { readonly kind: 'few_steps_flip'; readonly count: number; readonly outcome: Outcome };

/** Something to assess that was not, or not by enough people. */
export interface SignalNeed {
  readonly criterion: string;
  /** How many more people should rate it; ≥ 1. */
  readonly raters: number;
  /** In the order of the arithmetic: what is missing first, then what is unstable. */
  readonly reasons: readonly NeedReason[];
}

/** Something a person who is already on the panel has to give. */
export type FollowUp =
  | { readonly kind: 'card'; readonly scorecard: string; readonly interviewer: string | null }
  | { readonly kind: 'evidence'; readonly scorecard: string; readonly interviewer: string | null; readonly criterion: string };

export interface SignalNeeds {
  readonly needs: readonly SignalNeed[];
  readonly followUps: readonly FollowUp[];
}
