/**
 * What one interviewer writes about one interview. A rating is a level, or explicitly not assessed, which is never a zero.
 *
 * - `level: 3` – rated.
 * - `level: null` – not assessed, on purpose.
 * - no `level` – not answered yet: notes or evidence typed before a choice was made. Only drafts hold it.
 * - a criterion without an entry in `ratings` – not answered yet, nothing typed.
 *
 * Source: product design, "Rubric model" and "Scorecard life".
 */
import { dictionary, flag, keyText, list, nullable, object, oneOf, optional, parseAs, text, wholeNumber } from '../json-shape.js';
import { evidenceItemShape, LONGEST_TEXT, type EvidenceItem } from '../rubric/evidence.js';

export const VERDICTS = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'] as const;
/** The interviewer's overall call. */
export type Verdict = (typeof VERDICTS)[number];

export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export interface Rating {
  readonly criterion: string;
  /** 1 to the levels of the scale; null: not assessed; absent: not answered yet. */
  readonly level?: number | null;
  readonly confidence?: Confidence | null;
  readonly evidence: readonly EvidenceItem[];
  readonly note: string;
}

export interface CardContent {
  /** Null until it is given. */
  readonly verdict: Verdict | null;
  readonly summary: string;
  readonly ratings: readonly Rating[];
  /** The yes/no facts of the round, by key; a fact that was not settled has no entry. */
  readonly facts: Readonly<Record<string, boolean>>;
}

export const EMPTY_CARD: CardContent = { verdict: null, summary: '', ratings: [], facts: {} };

const words = text({ maximum: LONGEST_TEXT, blank: 'allowed' });
const rating = object<Rating>({
  criterion: keyText,
  level: optional(nullable(wholeNumber(1, 10))),
  confidence: optional(nullable(oneOf(CONFIDENCES))),
  evidence: list(evidenceItemShape, { maximum: 30 }),
  note: words,
});
const card = object<CardContent>({
  verdict: nullable(oneOf(VERDICTS)),
  summary: words,
  ratings: list(rating, { maximum: 50 }),
  facts: dictionary(flag, { maximum: 30 }),
});

/**
 * Reads a card from JSON: structure only; `checkCard` reads it against the rubric.
 *
 * In: a parsed JSON value. Out: the same value, typed. Errors: `validation_failed` with a fault for every unknown or missing
 * member, wrong type and over-long text or list.
 */
export function parseCardContent(json: unknown): CardContent {
  return parseAs(card, json);
}
