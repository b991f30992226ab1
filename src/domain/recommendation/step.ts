/**
 * The ordered steps that led to an outcome, each a code with the figures it used, so that the words can be said in any
 * language and checked by anyone with the packet in hand.
 *
 * Source: product design, "Recommendation": each output carries its steps as `{code, params}`.
 */
import type { GateEffect, Pooling, Signal } from '../rubric/rubric.js';
import type { Outcome, ScoredOutcome } from './recommendation.js';

interface GateStep {
  readonly gate: string;
  readonly triggered: boolean;
  readonly effect: GateEffect;
}

interface CriterionStep {
  readonly criterion: string;
  readonly n: number;
  /** In levels. */
  readonly mean: number;
  /** The same on the scale from 0 to 1. */
  readonly value: number;
  readonly weight: number;
}

/** What each code carries. */
export interface StepParams {
  readonly cards_counted: {
    readonly submitted: number;
    readonly waived: number;
    readonly missing: number;
    readonly pooling: Pooling;
  };
  readonly criterion_mean: CriterionStep;
  readonly criterion_mean_by_round: CriterionStep & {
    readonly rounds: readonly { readonly round: string; readonly n: number; readonly mean: number }[];
  };
  readonly criterion_unrated: { readonly criterion: string; readonly weight: number };
  readonly signal_value: {
    readonly signal: string;
    readonly kind: Exclude<Signal['kind'], 'matrix'>;
    readonly value: number;
    /** Inputs nobody rated, which drop out. */
    readonly unrated: readonly string[];
  };
  readonly matrix_value: {
    readonly signal: string;
    readonly x: number;
    readonly xThreshold: number;
    readonly y: number;
    readonly yThreshold: number;
    readonly quadrant: string;
    readonly value: number;
  };
  readonly signal_without_value: { readonly signal: string; readonly kind: Signal['kind'] };
  readonly overall_value: { readonly value: number };
  readonly overall_without_value: Readonly<Record<string, never>>;
  readonly deciding_value: { readonly key: string; readonly value: number };
  readonly deciding_without_value: { readonly key: string };
  readonly threshold_met: { readonly value: number; readonly outcome: ScoredOutcome; readonly threshold: number };
  readonly below_every_threshold: {
    readonly value: number;
    readonly outcome: ScoredOutcome;
    /** The lowest threshold, which the value does not meet. */
    readonly threshold: number;
  };
  readonly gate_minimum_level: GateStep & {
    readonly criterion: string;
    readonly level: number;
    /** In levels; null where unrated. */
    readonly mean: number | null;
  };
  readonly gate_minimum_evidence: GateStep & { readonly form: string; readonly have: number; readonly need: number };
  readonly gate_quadrant: GateStep & {
    readonly signal: string;
    readonly quadrant: string | null;
    readonly allowed: readonly string[];
  };
  readonly gate_veto: GateStep & { readonly seat: string; readonly by: readonly string[] };
  readonly capped: { readonly from: ScoredOutcome; readonly to: ScoredOutcome; readonly gates: readonly string[] };
  readonly missing_deciding: { readonly key: string };
  readonly missing_raters: { readonly criterion: string; readonly have: number; readonly need: number };
  readonly missing_scorecard: { readonly scorecard: string; readonly interviewer: string | null };
  readonly missing_evidence: {
    readonly scorecard: string;
    readonly interviewer: string | null;
    readonly criterion: string;
  };
  readonly outcome: { readonly outcome: Outcome };
}

export type StepCode = keyof StepParams;

export type StepOf<C extends StepCode> = { readonly code: C; readonly params: StepParams[C] };

export type Step = { [C in StepCode]: StepOf<C> }[StepCode];
