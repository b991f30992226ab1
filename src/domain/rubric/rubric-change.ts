/**
 * One change between two versions of a rubric: what kind, where, of what, and the values before and after. The code is turned
 * into a sentence by language, on the screen.
 */
import canonicalize from 'canonicalize';

export const RUBRIC_CHANGE_CODES = [
  'levels_changed',
  'labels_changed',
  'criterion_added',
  'criterion_removed',
  'criteria_reordered',
  'criterion_renamed',
  'criterion_described_anew',
  'weight_changed',
  'required_changed',
  'minimum_raters_changed',
  'evidence_need_changed',
  'criterion_forms_changed',
  'criterion_rounds_changed',
  'anchor_added',
  'anchor_removed',
  'anchor_changed',
  'signal_added',
  'signal_removed',
  'signal_changed',
  'signals_reordered',
  'form_added',
  'form_removed',
  'form_changed',
  'forms_reordered',
  'gate_added',
  'gate_removed',
  'gate_changed',
  'gates_reordered',
  'deciding_changed',
  'pooling_changed',
  'thresholds_changed',
  'decider_changed',
  'policy_veto_changed',
] as const;
export type RubricChangeCode = (typeof RUBRIC_CHANGE_CODES)[number];

export interface RubricChange {
  readonly code: RubricChangeCode;
  /** Into the later rubric; for something removed, into the earlier one. */
  readonly pointer: string;
  /** What the sentence speaks of: the key and name of the thing, the level of an anchor. */
  readonly params: Readonly<Record<string, string | number>>;
  /** JSON; undefined where there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
}

/** One change where the two values differ as JSON, none where they are the same. */
export function changeOf(code: RubricChangeCode, pointer: string, params: RubricChange['params'], before: unknown, after: unknown): RubricChange[] {
  return canonicalize(before) === canonicalize(after) ? [] : [{ code, pointer, params, before, after }];
}
