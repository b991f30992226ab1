/** What the rules say, as the API answers it; the document only says "object" there. */
export type Outcome = 'strong_hire' | 'hire' | 'no_hire' | 'strong_no_hire' | 'insufficient_evidence';

export interface CriterionFigures {
  readonly key: string;
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly standardDeviation: number | null;
  readonly averageDeviation: number | null;
}

export interface SignalFigures {
  readonly key: string;
  readonly kind: 'weighted_mean' | 'weakest_link' | 'matrix';
  readonly value: number | null;
  readonly quadrant?: string;
}

export interface GateFigures {
  readonly key: string;
  readonly triggered: boolean;
  readonly effect: 'cap_no_hire' | 'flag';
}

export type Missing =
  | { readonly kind: 'deciding' }
  | { readonly kind: 'raters'; readonly criterion: string; readonly have: number; readonly need: number }
  | { readonly kind: 'scorecard'; readonly scorecard: string }
  | { readonly kind: 'evidence'; readonly scorecard: string; readonly criterion: string };

export interface LevelChange {
  readonly scorecard: string;
  readonly criterion: string;
  readonly from: number;
  readonly to: number;
}

export interface Stability {
  readonly leaveOneOut: readonly {
    readonly scorecard: string;
    readonly outcome: Outcome;
    readonly deciding: number | null;
  }[];
  readonly influence: readonly { readonly scorecard: string; readonly value: number | null }[];
  readonly minimumFlips: {
    readonly count: number;
    readonly outcome: Outcome;
    readonly changes: readonly LevelChange[];
  } | null;
  readonly weights: readonly {
    readonly criterion: string;
    readonly from: number;
    readonly to: number;
    readonly outcome: Outcome;
  }[];
}

export interface Contradiction {
  readonly kind: 'verdict_against_scores' | 'verdicts_split' | 'same_level_card';
  readonly scorecard?: string;
}

export interface Recommendation {
  readonly engine: number;
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
}

export interface Gate {
  readonly key: string;
  readonly name?: string;
  readonly description?: string;
  readonly effect: 'cap_no_hire' | 'flag';
}

export interface RoomPolicy {
  readonly thresholds?: { readonly strong_hire: number; readonly hire: number; readonly no_hire: number };
}
