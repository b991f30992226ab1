/** What one interviewer writes about one interview, as the API takes and answers it. */
export const VERDICTS = ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export type FieldValue = string | number | boolean | null;
export type EvidenceRow = Readonly<Record<string, FieldValue>>;
export type EvidenceValue = FieldValue | readonly EvidenceRow[];
export type EvidenceFields = Readonly<Record<string, EvidenceValue>>;

export interface EvidenceItem {
  readonly form: string;
  readonly fields: EvidenceFields;
}

export interface Rating {
  readonly criterion: string;
  /** Null: not assessed. Absent: not answered yet. */
  readonly level?: number | null;
  readonly confidence?: Confidence | null;
  readonly evidence: readonly EvidenceItem[];
  readonly note: string;
}

export interface CardContent {
  readonly verdict: Verdict | null;
  readonly summary: string;
  readonly ratings: readonly Rating[];
  readonly facts: Readonly<Record<string, boolean>>;
}

export const EMPTY_CARD: CardContent = { verdict: null, summary: '', ratings: [], facts: {} };

export function emptyRating(criterion: string): Rating {
  return { criterion, evidence: [], note: '' };
}

export function ratingOf(card: CardContent, criterion: string): Rating {
  return card.ratings.find((rating) => rating.criterion === criterion) ?? emptyRating(criterion);
}

export function withRating(card: CardContent, rating: Rating): CardContent {
  const isThere = card.ratings.some((one) => one.criterion === rating.criterion);
  return {
    ...card,
    ratings: isThere ? card.ratings.map((one) => (one.criterion === rating.criterion ? rating : one)) : [...card.ratings, rating],
  };
}

export function isUntouched(rating: Rating): boolean {
  return rating.level === undefined && (rating.confidence ?? null) === null && rating.evidence.length === 0 && rating.note === '';
}
