/**
 * A packet is everything a recommendation is computed from, and nothing else: the part of a rubric that the arithmetic
 * reads, the vetoes cast and the scorecards. It is plain JSON, so that anyone can keep it, hash it and compute it again.
 *
 * Source: interface design, "Packet JSON for `recommend`".
 */
import type { EvidenceNeed, Gate, Pooling, Signal, Thresholds } from '../rubric/rubric.js';

export interface PacketCriterion {
  readonly key: string;
  /** ≥ 0, default 1; read as the decimal its shortest round-trip form shows. */
  readonly weight?: number;
  readonly required?: boolean;
  /** ≥ 1, default 1; ignored unless `required`. */
  readonly minimumRaters?: number;
  /** Default `optional`. */
  readonly evidence?: EvidenceNeed;
}

export interface PacketPolicy {
  /** `overall` (default) or the key of a signal. */
  readonly deciding?: string;
  readonly pooling?: Pooling;
  readonly thresholds?: Thresholds;
}

export interface PacketRubric {
  readonly scale: { readonly levels: number };
  readonly criteria: readonly PacketCriterion[];
  readonly signals?: readonly Signal[];
  readonly gates?: readonly Gate[];
  readonly policy?: PacketPolicy;
}

export interface Veto {
  readonly seat: string;
  readonly by?: string | null;
  readonly reason?: string | null;
}

/** One piece of evidence; `form` names the evidence form it fills, absent for plain notes. */
export interface PacketEvidence {
  readonly form?: string | null;
  readonly [member: string]: unknown;
}

export interface PacketRating {
  readonly criterion: string;
  /** 1 … levels, or null: not assessed, which is never a zero. */
  readonly level: number | null;
  readonly confidence?: 'low' | 'medium' | 'high' | null;
  readonly evidence?: readonly PacketEvidence[];
}

/** Only `submitted` cards are counted; `waived` is as if not there; `missing` is owed and not in. */
export type CardStatus = 'submitted' | 'waived' | 'missing';

export const VERDICTS = ['strong_no_hire', 'no_hire', 'hire', 'strong_hire'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface PacketScorecard {
  readonly id: string;
  readonly interviewer?: string | null;
  /** Key of the round; needed where pooling is `by_round`. */
  readonly round?: string | null;
  readonly status: CardStatus;
  readonly verdict?: Verdict | null;
  readonly ratings?: readonly PacketRating[];
}

export interface Packet {
  readonly rubric: PacketRubric;
  readonly vetoes: readonly Veto[];
  readonly scorecards: readonly PacketScorecard[];
}

export const DEFAULT_THRESHOLDS: Thresholds = { strong_hire: 0.75, hire: 0.55, no_hire: 0.3 };
