/**
 * What the rules say about a panel's scorecards, with everything needed to check it by hand. Levels are in levels
 * (1 … L), signals and the deciding value in [0, 1]; every number is the double nearest to the exact result.
 *
 * Source: interface design, "Recommendation JSON".
 */
import type { GateEffect, Signal } from '../rubric/rubric.js';
import type { Verdict } from './packet.js';
import type { Step } from './step.js';

/** The four outcomes in rising order; a verdict uses the same words. */
export type ScoredOutcome = Verdict;
export type Outcome = ScoredOutcome | 'insufficient_evidence';

export interface CriterionFigures {
  readonly key: string;
  /** Submitted cards that rated it. */
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Divisor n − 1; null for fewer than two ratings. */
  readonly standardDeviation: number | null;
  /** Mean distance from the median. */
  readonly averageDeviation: number | null;
}

export interface SignalFigures {
  readonly key: string;
  readonly kind: Signal['kind'];
  readonly value: number | null;
  /** Only for a matrix that has a value. */
  readonly quadrant?: string;
}

export interface GateFigures {
  readonly key: string;
  readonly triggered: boolean;
  readonly effect: GateEffect;
}

export type Missing =
  | { readonly kind: 'deciding' }
  | { readonly kind: 'raters'; readonly criterion: string; readonly have: number; readonly need: number }
  | { readonly kind: 'scorecard'; readonly scorecard: string }
  | { readonly kind: 'evidence'; readonly scorecard: string; readonly criterion: string };

export interface LeftOut {
  readonly scorecard: string;
  readonly outcome: Outcome;
  readonly deciding: number | null;
}

export interface Influence {
  readonly scorecard: string;
  /** The deciding value with the card minus without it. */
  readonly value: number | null;
}

export interface LevelChange {
  readonly scorecard: string;
  readonly criterion: string;
  readonly from: number;
  readonly to: number;
}

export interface MinimumFlips {
  /** Single-level steps in all. */
  readonly count: number;
  readonly outcome: ScoredOutcome;
  readonly changes: readonly LevelChange[];
}

export interface WeightFlip {
  readonly criterion: string;
  readonly from: number;
  /** The nearest weight at which the outcome is another. */
  readonly to: number;
  readonly outcome: Outcome;
}

export interface Contradiction {
  readonly kind: 'verdict_against_scores' | 'verdicts_split' | 'same_level_card';
  readonly scorecard?: string;
}

export interface Stability {
  readonly leaveOneOut: readonly LeftOut[];
  readonly influence: readonly Influence[];
  readonly minimumFlips: MinimumFlips | null;
  readonly weights: readonly WeightFlip[];
}

export interface Recommendation {
  readonly engine: number;
  /** SHA-256 (hex) of the canonical JSON of `{rubric, vetoes, scorecards}`. */
  readonly inputHash: string;
  readonly outcome: Outcome;
  readonly deciding: { readonly key: string; readonly value: number | null };
  readonly overall: number | null;
  readonly criteria: readonly CriterionFigures[];
  readonly signals: readonly SignalFigures[];
  readonly gates: readonly GateFigures[];
  readonly missing: readonly Missing[];
  readonly stability: Stability;
  readonly contradictions: readonly Contradiction[];
  readonly steps: readonly Step[];
}
