/**
 * Evidence is what an interviewer saw or heard, in the shape a form asks for: values by field, and lists of rows of values.
 * Plain words are evidence too, of the form "note", which every rubric has.
 *
 * Source: product design, "Rubric model", evidenceForms[].
 */
import { dictionary, finiteNumber, keyText, list, object, text, type Shape } from '../json-shape.js';
import type { EvidenceForm, RubricContent } from './rubric.js';
import { NOTE_FORM_KEY } from './rubric-names.js';

/** A date is text, `YYYY-MM-DD`. Null is an empty field, and a computed value that cannot be computed. */
export type FieldValue = string | number | boolean | null;
export type EvidenceRow = Readonly<Record<string, FieldValue>>;
export type EvidenceValue = FieldValue | readonly EvidenceRow[];
export type EvidenceFields = Readonly<Record<string, EvidenceValue>>;

export interface EvidenceItem {
  readonly form: string;
  readonly fields: EvidenceFields;
}

export const LONGEST_TEXT = 20_000;
export const MOST_ROWS = 200;

const words = text({ maximum: LONGEST_TEXT, blank: 'allowed' });
const fieldValue: Shape<FieldValue> = (value, pointer, faults): value is FieldValue => {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return finiteNumber(value, pointer, faults);
  if (typeof value === 'string') return words(value, pointer, faults);
  faults.push({ pointer, code: 'not_a_value', detail: 'must be text, a number, true, false or null' });
  return false;
};
const rows = list(dictionary(fieldValue, { maximum: 40 }), { maximum: MOST_ROWS });
const evidenceValue: Shape<EvidenceValue> = (value, pointer, faults): value is EvidenceValue =>
  Array.isArray(value) ? rows(value, pointer, faults) : fieldValue(value, pointer, faults);

/** The structure of an item as JSON, before its form is known. */
export const evidenceItemShape: Shape<EvidenceItem> = object<EvidenceItem>({
  form: keyText,
  fields: dictionary(evidenceValue, { maximum: 50 }),
});

export const NOTE_FORM: EvidenceForm = {
  key: NOTE_FORM_KEY,
  name: 'Note',
  fields: [{ key: 'text', name: 'What you saw or heard', kind: 'text', required: true }],
};

/** The form an item of evidence fills in; undefined where the rubric has none of that key. */
export function formOf(rubric: Pick<RubricContent, 'evidenceForms'>, key: string): EvidenceForm | undefined {
  return key === NOTE_FORM_KEY ? NOTE_FORM : rubric.evidenceForms.find((form) => form.key === key);
}
