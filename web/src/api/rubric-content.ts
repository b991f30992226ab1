/** The content of a rubric version as the API answers it; the document only says "object" there. */
export interface Anchor {
  readonly level: number;
  readonly description: string;
  readonly poorExample: string;
  readonly goodExample: string;
}

export interface Criterion {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly weight?: number;
  readonly required?: boolean;
  readonly minimumRaters?: number;
  readonly evidence?: 'required' | 'optional' | 'none';
  readonly forms?: readonly string[];
  readonly rounds: readonly string[];
  readonly anchors: readonly Anchor[];
}

export interface WeightedInput {
  readonly criterion: string;
  readonly weight?: number;
}

export interface MatrixAxis {
  readonly name?: string;
  readonly inputs: readonly WeightedInput[];
  readonly threshold: number;
}

interface SignalWords {
  readonly key: string;
  readonly name?: string;
  readonly description?: string;
}

export interface MeanSignal extends SignalWords {
  readonly kind: 'weighted_mean';
  readonly inputs: readonly WeightedInput[];
}

export interface WeakestLinkSignal extends SignalWords {
  readonly kind: 'weakest_link';
  readonly inputs: readonly WeightedInput[];
}

export interface MatrixSignal extends SignalWords {
  readonly kind: 'matrix';
  readonly x: MatrixAxis;
  readonly y: MatrixAxis;
  readonly quadrants: {
    readonly highHigh: string;
    readonly lowHigh: string;
    readonly highLow: string;
    readonly lowLow: string;
  };
}

export type Signal = MeanSignal | WeakestLinkSignal | MatrixSignal;

export type Unit = string | { readonly field: string };

interface FieldWords {
  readonly key: string;
  readonly name: string;
  readonly help?: string;
  readonly required?: boolean;
}

export interface PlainField extends FieldWords {
  readonly kind: 'text' | 'boolean' | 'date';
}
export interface NumberField extends FieldWords {
  readonly kind: 'number' | 'integer';
  readonly unit?: Unit;
  readonly minimum?: number;
  readonly maximum?: number;
}
export interface ChoiceField extends FieldWords {
  readonly kind: 'choice';
  readonly choices: readonly { readonly key: string; readonly name: string }[];
}
export interface ComputedField extends FieldWords {
  readonly kind: 'computed';
  readonly unit?: Unit;
  readonly formula:
    | { readonly operation: 'percent_change' | 'difference' | 'ratio'; readonly from: string; readonly to: string }
    | { readonly operation: 'count'; readonly list: string }
    | { readonly operation: 'sum'; readonly list: string; readonly field: string };
}
export type SimpleField = PlainField | NumberField | ChoiceField | ComputedField;

export interface ListField extends FieldWords {
  readonly kind: 'list';
  readonly fields: readonly SimpleField[];
  readonly ranked?: boolean;
  readonly exactlyOne?: readonly { readonly field: string; readonly value: string | boolean; readonly per?: string }[];
  readonly count?: { readonly minimum?: number; readonly maximum?: number };
}

export type EvidenceField = SimpleField | ListField;

export interface EvidenceForm {
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly fields: readonly EvidenceField[];
}

export interface RubricContent {
  readonly scale: { readonly levels: number; readonly labels: readonly string[] };
  readonly criteria: readonly Criterion[];
  readonly signals: readonly Signal[];
  readonly evidenceForms: readonly EvidenceForm[];
}

interface GateWords {
  readonly key: string;
  readonly name?: string;
  readonly description?: string;
  readonly effect: 'cap_no_hire' | 'flag';
}

export type Gate = GateWords &
  (
    | { readonly kind: 'minimum_level'; readonly criterion: string; readonly level: number; readonly whenUnrated?: 'trigger' | 'ignore' }
    | { readonly kind: 'minimum_evidence'; readonly form: string; readonly count: number }
    | { readonly kind: 'quadrant'; readonly signal: string; readonly allowed: readonly string[] }
    | { readonly kind: 'veto'; readonly seat: string }
  );

export interface Thresholds {
  readonly strong_hire: number;
  readonly hire: number;
  readonly no_hire: number;
}

export interface DecisionPolicy {
  readonly deciding?: string;
  readonly pooling?: 'by_rater' | 'by_round';
  readonly thresholds?: Thresholds;
  readonly decider?: 'hiring_manager' | 'committee_majority' | 'committee_unanimous';
  readonly veto?: string;
}

/** A rubric whole, as it is written: also what only the arithmetic reads. */
export interface WholeRubric extends RubricContent {
  readonly gates: readonly Gate[];
  readonly policy: DecisionPolicy;
}
