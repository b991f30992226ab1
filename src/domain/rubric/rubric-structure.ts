/**
 * The structure of a rubric as JSON: which members there are, of what type and how long. Whether the parts agree with each
 * other (known keys, ordered thresholds, complete anchors) is `validateRubric`; a draft may be saved with the structure
 * alone in order, a version is published only with both.
 *
 * Source: product design, "Rubric model".
 */
import { finiteNumber, flag, keyText, list, object, oneOf, optional, parseAs, tagged, text, wholeNumber, type Shape } from '../json-shape.js';
import type { Anchor, Criterion, DecisionPolicy, Gate, RubricContent, Scale, Signal, Thresholds } from './rubric.js';
import type { MatrixAxis, MatrixSignal, Quadrants, WeakestLinkSignal, WeightedInput, WeightedMeanSignal } from './rubric.js';
import type { MinimumEvidenceGate, MinimumLevelGate, QuadrantGate, VetoGate } from './rubric.js';
import { evidenceFormShape } from './evidence-form-structure.js';

/** A person's short words: a name, a label. */
const words = text({ maximum: 120 });
const description = text({ maximum: 2000 });
/** Words that may be left empty while a rubric is drafted; publishing asks for them. */
const draftable = text({ maximum: 2000, blank: 'allowed' });
const keys = list(keyText, { maximum: 50 });

export const MOST_CRITERIA = 50;

const scale = object<Scale>({
  levels: wholeNumber(2, 10),
  labels: list(words, { maximum: 10 }),
});

const anchor = object<Anchor>({
  level: wholeNumber(1, 10),
  description: draftable,
  poorExample: draftable,
  goodExample: draftable,
});

const criterion = object<Criterion>({
  key: keyText,
  name: words,
  description: draftable,
  weight: optional(finiteNumber),
  required: optional(flag),
  minimumRaters: optional(wholeNumber(1, 100)),
  evidence: optional(oneOf(['required', 'optional', 'none'])),
  forms: optional(keys),
  rounds: keys,
  anchors: list(anchor, { maximum: 20 }),
});

const inputs = list(object<WeightedInput>({ criterion: keyText, weight: optional(finiteNumber) }), {
  maximum: MOST_CRITERIA,
});

const axis = object<MatrixAxis>({ name: optional(words), inputs, threshold: finiteNumber });
const quadrants = object<Quadrants>({ highHigh: words, lowHigh: words, highLow: words, lowLow: words });

const signalWords = { key: keyText, name: optional(words), description: optional(description) };
const signal: Shape<Signal> = tagged<Signal>('kind', {
  weighted_mean: object<WeightedMeanSignal>({ ...signalWords, kind: oneOf(['weighted_mean']), inputs }),
  weakest_link: object<WeakestLinkSignal>({
    ...signalWords,
    kind: oneOf(['weakest_link']),
    inputs: list(object<{ readonly criterion: string }>({ criterion: keyText }), { maximum: MOST_CRITERIA }),
  }),
  matrix: object<MatrixSignal>({ ...signalWords, kind: oneOf(['matrix']), x: axis, y: axis, quadrants }),
});

const gateWords = {
  key: keyText,
  name: optional(words),
  description: optional(description),
  effect: oneOf(['cap_no_hire', 'flag']),
};
const gate: Shape<Gate> = tagged<Gate>('kind', {
  minimum_level: object<MinimumLevelGate>({
    ...gateWords,
    kind: oneOf(['minimum_level']),
    criterion: keyText,
    level: finiteNumber,
    whenUnrated: optional(oneOf(['trigger', 'ignore'])),
  }),
  minimum_evidence: object<MinimumEvidenceGate>({
    ...gateWords,
    kind: oneOf(['minimum_evidence']),
    form: keyText,
    count: wholeNumber(1, 1000),
  }),
  quadrant: object<QuadrantGate>({
    ...gateWords,
    kind: oneOf(['quadrant']),
    signal: keyText,
    allowed: list(words, { maximum: 4 }),
  }),
  veto: object<VetoGate>({ ...gateWords, kind: oneOf(['veto']), seat: keyText }),
});

const policy = object<DecisionPolicy>({
  deciding: optional(keyText),
  pooling: optional(oneOf(['by_rater', 'by_round'])),
  thresholds: optional(object<Thresholds>({ strong_hire: finiteNumber, hire: finiteNumber, no_hire: finiteNumber })),
  decider: optional(oneOf(['hiring_manager', 'committee_majority', 'committee_unanimous'])),
  veto: optional(keyText),
});

export const rubricShape: Shape<RubricContent> = object<RubricContent>({
  scale,
  criteria: list(criterion, { maximum: MOST_CRITERIA }),
  signals: list(signal, { maximum: 20 }),
  evidenceForms: list(evidenceFormShape, { maximum: 30 }),
  gates: list(gate, { maximum: 30 }),
  policy,
});

/**
 * Reads a rubric from JSON: structure only, so that unfinished drafts can be kept.
 *
 * In: a parsed JSON value. Out: the same value, typed. Errors: `validation_failed` with a fault for every unknown or missing
 * member, wrong type and over-long text or list. Source: product design, "Rubric model".
 */
export function parseRubricContent(json: unknown): RubricContent {
  return parseAs(rubricShape, json);
}
