/**
 * The structure of an evidence form as JSON: typed fields, computed fields and lists of rows.
 *
 * Source: product design, "Rubric model", evidenceForms.
 */
import { finiteNumber, flag, keyText, list, object, oneOf, optional, tagged, text, wholeNumber, type Shape } from '../json-shape.js';
import type { BooleanField, ChoiceField, ComputedField, DateField, EvidenceField, EvidenceForm, ListField } from './rubric.js';
import type { NumberField, TextField, Unit } from './rubric.js';

const words = text({ maximum: 120 });
const fieldWords = { key: keyText, name: words, help: optional(text({ maximum: 500 })) };
const required = optional(flag);

const fieldUnit = object<{ readonly field: string }>({ field: keyText });
const unit: Shape<Unit> = (value, pointer, faults): value is Unit =>
  typeof value === 'string' ? text({ maximum: 40 })(value, pointer, faults) : fieldUnit(value, pointer, faults);

const textField = object<TextField>({ ...fieldWords, kind: oneOf(['text']), required });
const numberField = object<NumberField>({
  ...fieldWords,
  kind: oneOf(['number', 'integer']),
  required,
  unit: optional(unit),
  minimum: optional(finiteNumber),
  maximum: optional(finiteNumber),
});
const booleanField = object<BooleanField>({ ...fieldWords, kind: oneOf(['boolean']), required });
const dateField = object<DateField>({ ...fieldWords, kind: oneOf(['date']), required });
const choiceField = object<ChoiceField>({
  ...fieldWords,
  kind: oneOf(['choice']),
  required,
  choices: list(object<{ readonly key: string; readonly name: string }>({ key: keyText, name: words }), {
    minimum: 1,
    maximum: 50,
  }),
});

type Formula = ComputedField['formula'];
type OfTwo = Extract<Formula, { from: string }>;
type CountOf = Extract<Formula, { operation: 'count' }>;
type SumOf = Extract<Formula, { operation: 'sum' }>;
const ofTwo = object<OfTwo>({
  operation: oneOf(['percent_change', 'difference', 'ratio']),
  from: keyText,
  to: keyText,
});
const formula: Shape<Formula> = tagged<Formula>('operation', {
  percent_change: ofTwo,
  difference: ofTwo,
  ratio: ofTwo,
  count: object<CountOf>({ operation: oneOf(['count']), list: keyText }),
  sum: object<SumOf>({ operation: oneOf(['sum']), list: keyText, field: keyText }),
});
const computedField = object<ComputedField>({
  ...fieldWords,
  kind: oneOf(['computed']),
  unit: optional(unit),
  formula,
});

const simple = {
  text: textField,
  number: numberField,
  integer: numberField,
  boolean: booleanField,
  date: dateField,
  choice: choiceField,
  computed: computedField,
};

type ExactlyOne = NonNullable<ListField['exactlyOne']>[number];
const wantedValue: Shape<string | boolean> = (value, pointer, faults): value is string | boolean =>
  typeof value === 'boolean' || text({ maximum: 120 })(value, pointer, faults);
const listField = object<ListField>({
  ...fieldWords,
  kind: oneOf(['list']),
  required,
  fields: list(tagged<ListField['fields'][number]>('kind', simple), { minimum: 1, maximum: 30 }),
  ranked: optional(flag),
  exactlyOne: optional(list(object<ExactlyOne>({ field: keyText, value: wantedValue, per: optional(keyText) }), { maximum: 10 })),
  count: optional(
    object<NonNullable<ListField['count']>>({
      minimum: optional(wholeNumber(0, 1000)),
      maximum: optional(wholeNumber(1, 1000)),
    }),
  ),
});

export const evidenceFormShape: Shape<EvidenceForm> = object<EvidenceForm>({
  key: keyText,
  name: words,
  description: optional(text({ maximum: 2000 })),
  fields: list(tagged<EvidenceField>('kind', { ...simple, list: listField }), { minimum: 1, maximum: 40 }),
});
