/**
 * The general rubric model. A rubric version holds everything a panel needs to score and everything the arithmetic needs
 * to turn scores into a recommendation. The five framework packs are data on top of this model, never code beside it.
 *
 * Source: product design, "Rubric model". Numbers are plain JSON numbers here; the arithmetic reads each as the decimal
 * that its shortest round-trip form shows (RFC 8785) and computes exactly.
 */

/** 2 to 10 ordered levels; `labels[0]` names level 1. */
export interface Scale {
  readonly levels: number;
  readonly labels: readonly string[];
}

/** What one level of one criterion looks like, with evidence recorded badly and recorded well. */
export interface Anchor {
  readonly level: number;
  readonly description: string;
  /** Evidence too thin to support this level, so that interviewers see what not to write. */
  readonly poorExample: string;
  /** Evidence that supports exactly this level. */
  readonly goodExample: string;
}

export type EvidenceNeed = 'required' | 'optional' | 'none';

export interface Criterion {
  readonly key: string;
  readonly name: string;
  /** What the criterion measures, in one or two sentences. */
  readonly description: string;
  /** ≥ 0, default 1. */
  readonly weight?: number;
  readonly required?: boolean;
  /** ≥ 1, default 1; read only where `required`. */
  readonly minimumRaters?: number;
  /** Default `optional`. */
  readonly evidence?: EvidenceNeed;
  /** Keys of the evidence forms that fit this criterion; empty means plain notes. */
  readonly forms?: readonly string[];
  /** Keys of the plan rounds that assess it. */
  readonly rounds: readonly string[];
  /** One per level of the scale. */
  readonly anchors: readonly Anchor[];
}

export interface WeightedInput {
  readonly criterion: string;
  /** ≥ 0, default 1. */
  readonly weight?: number;
}

export interface MatrixAxis {
  readonly name?: string;
  readonly inputs: readonly WeightedInput[];
  /** In [0, 1]; a value at the threshold is high. */
  readonly threshold: number;
}

/** Quadrant names; keys read x then y. */
export interface Quadrants {
  readonly highHigh: string;
  readonly lowHigh: string;
  readonly highLow: string;
  readonly lowLow: string;
}

interface SignalWords {
  readonly key: string;
  readonly name?: string;
  readonly description?: string;
}

export interface WeightedMeanSignal extends SignalWords {
  readonly kind: 'weighted_mean';
  readonly inputs: readonly WeightedInput[];
}

export interface WeakestLinkSignal extends SignalWords {
  readonly kind: 'weakest_link';
  readonly inputs: readonly { readonly criterion: string }[];
}

export interface MatrixSignal extends SignalWords {
  readonly kind: 'matrix';
  readonly x: MatrixAxis;
  readonly y: MatrixAxis;
  readonly quadrants: Quadrants;
}

export type Signal = WeightedMeanSignal | WeakestLinkSignal | MatrixSignal;

export type GateEffect = 'cap_no_hire' | 'flag';

interface GateWords {
  readonly key: string;
  readonly name?: string;
  readonly description?: string;
  readonly effect: GateEffect;
}

export interface MinimumLevelGate extends GateWords {
  readonly kind: 'minimum_level';
  readonly criterion: string;
  readonly level: number;
  /** Default `ignore`. */
  readonly whenUnrated?: 'trigger' | 'ignore';
}

export interface MinimumEvidenceGate extends GateWords {
  readonly kind: 'minimum_evidence';
  readonly form: string;
  readonly count: number;
}

export interface QuadrantGate extends GateWords {
  readonly kind: 'quadrant';
  readonly signal: string;
  readonly allowed: readonly string[];
}

export interface VetoGate extends GateWords {
  readonly kind: 'veto';
  readonly seat: string;
}

export type Gate = MinimumLevelGate | MinimumEvidenceGate | QuadrantGate | VetoGate;

export interface Thresholds {
  readonly strong_hire: number;
  readonly hire: number;
  readonly no_hire: number;
}

export type Pooling = 'by_rater' | 'by_round';
export type Decider = 'hiring_manager' | 'committee_majority' | 'committee_unanimous';

export interface DecisionPolicy {
  /** `overall` or the key of a signal. Default `overall`. */
  readonly deciding?: string;
  readonly pooling?: Pooling;
  readonly thresholds?: Thresholds;
  /** Default `hiring_manager`. */
  readonly decider?: Decider;
  /** Seat that may veto, normally `bar_raiser`. */
  readonly veto?: string;
}

/** A unit is fixed text ("ms") or the value of another text field of the same form. */
export type Unit = string | { readonly field: string };

interface FieldWords {
  readonly key: string;
  readonly name: string;
  readonly help?: string;
}

export interface TextField extends FieldWords {
  readonly kind: 'text';
  readonly required?: boolean;
}
export interface NumberField extends FieldWords {
  readonly kind: 'number' | 'integer';
  readonly required?: boolean;
  readonly unit?: Unit;
  readonly minimum?: number;
  readonly maximum?: number;
}
export interface BooleanField extends FieldWords {
  readonly kind: 'boolean';
  readonly required?: boolean;
}
export interface DateField extends FieldWords {
  readonly kind: 'date';
  readonly required?: boolean;
}
export interface ChoiceField extends FieldWords {
  readonly kind: 'choice';
  readonly required?: boolean;
  readonly choices: readonly { readonly key: string; readonly name: string }[];
}
/** Never typed by a person: computed from the other fields of the same form or row. */
export interface ComputedField extends FieldWords {
  readonly kind: 'computed';
  readonly unit?: Unit;
  readonly formula:
    | { readonly operation: 'percent_change' | 'difference' | 'ratio'; readonly from: string; readonly to: string }
    | { readonly operation: 'count'; readonly list: string }
    | { readonly operation: 'sum'; readonly list: string; readonly field: string };
}
/** Rows of simple fields with rules over the whole list. */
export interface ListField extends FieldWords {
  readonly kind: 'list';
  readonly required?: boolean;
  readonly fields: readonly (TextField | NumberField | BooleanField | DateField | ChoiceField | ComputedField)[];
  /** The order of the rows is a ranking. */
  readonly ranked?: boolean;
  /** For each distinct value of `per` (or over the list where absent) exactly one row has `field` equal to `value`. */
  readonly exactlyOne?: readonly { readonly field: string; readonly value: string | boolean; readonly per?: string }[];
  readonly count?: { readonly minimum?: number; readonly maximum?: number };
}

export type EvidenceField = TextField | NumberField | BooleanField | DateField | ChoiceField | ComputedField | ListField;

export interface EvidenceForm {
  readonly key: string;
  readonly name: string;
  readonly description?: string;
  readonly fields: readonly EvidenceField[];
}

/** The content of a rubric version: immutable once published. */
export interface RubricContent {
  readonly scale: Scale;
  readonly criteria: readonly Criterion[];
  readonly signals: readonly Signal[];
  readonly evidenceForms: readonly EvidenceForm[];
  readonly gates: readonly Gate[];
  readonly policy: DecisionPolicy;
}
