/**
 * What stands on a debrief's agenda: why it is there and what it could change, each a code with its figures, so that the words
 * can be said in any language and checked by anyone with the packet in hand.
 *
 * Source: product design, "Application and debrief life" (agenda).
 */
import type { ScoredOutcome } from '../recommendation/recommendation.js';
import type { Verdict } from '../recommendation/packet.js';
import type { GateEffect } from '../rubric/rubric.js';

/** In the order the agenda has them. */
export const AGENDA_KINDS = ['criterion', 'coverage_gap', 'gate', 'contradiction', 'challenge'] as const;
export type AgendaKind = (typeof AGENDA_KINDS)[number];

interface OfCard {
  readonly scorecard: string;
  /** User id; null where the packet does not say. */
  readonly interviewer: string | null;
}

/** Why an item is there, by code. */
export interface ReasonParams {
  readonly raters_disagree: {
    readonly criterion: string;
    /** Rising. */
    readonly levels: readonly number[];
    readonly median: number;
    /** In levels. */
    readonly averageDeviation: number;
    /** In [0, 1]. */
    readonly disagreement: number;
  };
  readonly no_deciding_value: { readonly key: string };
  readonly too_few_raters: { readonly criterion: string; readonly have: number; readonly need: number };
  readonly nobody_rated: { readonly criterion: string; readonly weight: number };
  readonly card_missing: OfCard;
  readonly evidence_missing: OfCard & { readonly criterion: string };
  readonly gate_triggered: { readonly gate: string; readonly effect: GateEffect };
  readonly verdict_against_scores: OfCard & { readonly verdict: Verdict; readonly scores: ScoredOutcome; readonly value: number };
  readonly verdicts_split: { readonly forHire: number; readonly against: number };
  readonly same_level_card: OfCard & { readonly level: number; readonly ratings: number };
  readonly challenge_open: OfCard & {
    readonly challenge: string;
    readonly criterion: string;
    readonly level: number | null;
    readonly reasonCode: string;
  };
}

interface Range {
  /** The levels tried, the lowest and the highest. */
  readonly fromLevel: number;
  readonly toLevel: number;
  /** The deciding value at each, in [0, 1]. */
  readonly lowValue: number;
  readonly highValue: number;
}

/** What settling an item could change, by code. Outcomes are what the scores and gates say, whether or not evidence is missing. */
export interface ChangeParams {
  readonly outcome_flips: Range & { readonly now: ScoredOutcome | null; readonly low: ScoredOutcome; readonly high: ScoredOutcome };
  readonly value_moves: Range & { readonly outcome: ScoredOutcome };
  readonly nothing_moves: { readonly outcome: ScoredOutcome | null };
  readonly recommendation_waits: { readonly scoresSay: ScoredOutcome | null };
  readonly cap_lifts: { readonly from: ScoredOutcome; readonly to: ScoredOutcome };
  readonly pointed_out: Readonly<Record<string, never>>;
  readonly without_card: { readonly now: ScoredOutcome | null; readonly outcome: ScoredOutcome | null; readonly value: number | null };
  readonly verdicts_do_not_count: Readonly<Record<string, never>>;
}

type Coded<Params> = { readonly [C in keyof Params]: { readonly code: C; readonly params: Params[C] } };

export type ReasonCode = keyof ReasonParams;
export type ReasonOf<C extends ReasonCode> = Coded<ReasonParams>[C];
export type AgendaReason = Coded<ReasonParams>[ReasonCode];

export type ChangeCode = keyof ChangeParams;
export type ChangeOf<C extends ChangeCode> = Coded<ChangeParams>[C];
export type AgendaChange = Coded<ChangeParams>[ChangeCode];

export interface AgendaItem {
  /** Says what the item is about and stays the same however often the agenda is computed: `criterion:impact`. */
  readonly key: string;
  readonly kind: AgendaKind;
  readonly why: AgendaReason;
  readonly could: AgendaChange;
  /** Of a criterion, else null. */
  readonly rank: { readonly disagreement: number; readonly effect: number; readonly priority: number } | null;
  /** Its share of the time. */
  readonly seconds: number;
}

/** A criterion on which there is nothing to settle: its raters agree. */
export interface Undisputed {
  readonly criterion: string;
  readonly ratings: number;
  readonly level: number;
}

export interface Agenda {
  readonly items: readonly AgendaItem[];
  readonly undisputed: readonly Undisputed[];
}
