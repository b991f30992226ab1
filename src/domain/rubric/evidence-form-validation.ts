/**
 * An evidence form can be filled in when its keys differ, its computed fields read numbers that are there and never
 * themselves, and its list rules speak of fields of the row.
 *
 * Source: product design, "Rubric model", evidenceForms[].
 */
import type { Fault } from '../refusal.js';
import type { ComputedField, EvidenceField, EvidenceForm, ListField, Unit } from './rubric.js';
import { duplicateFaults, NOTE_FORM_KEY } from './rubric-names.js';

/** Everything wrong with the evidence forms of a rubric, with pointers into the rubric. */
export function evidenceFormFaults(forms: readonly EvidenceForm[]): Fault[] {
  return [
    ...duplicateFaults(
      forms.map((form) => form.key),
      (index) => `/evidenceForms/${index}/key`,
    ),
    ...forms.flatMap((form, index) => [
      ...(form.key === NOTE_FORM_KEY
        ? [
            {
              pointer: `/evidenceForms/${index}/key`,
              code: 'reserved_key',
              detail: '"note" is the form of plain words',
            },
          ]
        : []),
      ...fieldsFaults(form.fields, `/evidenceForms/${index}/fields`, []),
    ]),
  ];
}

type Fields = readonly EvidenceField[];

/** `outer`: the fields of the form, when `fields` are those of a row. */
function fieldsFaults(fields: Fields, at: string, outer: Fields): Fault[] {
  return [
    ...duplicateFaults(
      fields.map((field) => field.key),
      (index) => `${at}/${index}/key`,
    ),
    ...fields.flatMap((field, index) => fieldFaults(field, `${at}/${index}`, fields, outer)),
  ];
}

function fieldFaults(field: EvidenceField, at: string, fields: Fields, outer: Fields): Fault[] {
  switch (field.kind) {
    case 'number':
    case 'integer':
      return [
        ...unitFaults(field.unit, `${at}/unit`, [...fields, ...outer]),
        ...(field.minimum !== undefined && field.maximum !== undefined && field.minimum > field.maximum
          ? [{ pointer: `${at}/minimum`, code: 'bounds_out_of_order', detail: 'the minimum lies above the maximum' }]
          : []),
      ];
    case 'choice':
      return duplicateFaults(
        field.choices.map((choice) => choice.key),
        (index) => `${at}/choices/${index}/key`,
      );
    case 'computed':
      return [...unitFaults(field.unit, `${at}/unit`, [...fields, ...outer]), ...formulaFaults(field, at, fields)];
    case 'list':
      return [...fieldsFaults(field.fields, `${at}/fields`, fields), ...listRuleFaults(field, at)];
    case 'text':
    case 'boolean':
    case 'date':
      return [];
  }
}

function unitFaults(unit: Unit | undefined, at: string, fields: Fields): Fault[] {
  if (unit === undefined || typeof unit === 'string') return [];
  if (fields.some((field) => field.key === unit.field && (field.kind === 'text' || field.kind === 'choice'))) return [];
  return [
    {
      pointer: `${at}/field`,
      code: 'unknown_field',
      detail: `there is no text field "${unit.field}" to take the unit from`,
    },
  ];
}

function isNumeric(field: EvidenceField | undefined): boolean {
  return field !== undefined && (field.kind === 'number' || field.kind === 'integer' || field.kind === 'computed');
}

function formulaFaults(field: ComputedField, at: string, fields: Fields): Fault[] {
  const { formula } = field;
  const named = (key: string) => fields.find((other) => other.key === key);
  if (formula.operation === 'count' || formula.operation === 'sum') {
    const list = named(formula.list);
    if (list?.kind !== 'list') return [{ pointer: `${at}/formula/list`, code: 'unknown_field', detail: `there is no list "${formula.list}"` }];
    if (formula.operation === 'count' || isNumeric(list.fields.find((inner) => inner.key === formula.field))) return [];
    return [
      {
        pointer: `${at}/formula/field`,
        code: 'unknown_field',
        detail: `rows of "${formula.list}" have no number "${formula.field}"`,
      },
    ];
  }
  const operands = (['from', 'to'] as const).flatMap((side) =>
    isNumeric(named(formula[side]))
      ? []
      : [{ pointer: `${at}/formula/${side}`, code: 'unknown_field', detail: `there is no number "${formula[side]}"` }],
  );
  if (operands.length > 0 || !readsItself(field, fields)) return operands;
  return [{ pointer: `${at}/formula`, code: 'circular_formula', detail: 'the value would be computed from itself' }];
}

/** Whether a computed field is reached from itself by following operands; sums count through the rows they add up. */
function readsItself(start: ComputedField, fields: Fields): boolean {
  const seen = new Set<string>();
  const waiting = operandsOf(start);
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (key === start.key) return true;
    if (seen.has(key)) continue;
    seen.add(key);
    const next = fields.find((field) => field.key === key);
    if (next?.kind === 'computed') waiting.push(...operandsOf(next));
  }
  return false;
}

function operandsOf(field: ComputedField): string[] {
  return 'from' in field.formula ? [field.formula.from, field.formula.to] : [];
}

function listRuleFaults(list: ListField, at: string): Fault[] {
  const { minimum, maximum } = list.count ?? {};
  return [
    ...(minimum !== undefined && maximum !== undefined && minimum > maximum
      ? [{ pointer: `${at}/count/minimum`, code: 'bounds_out_of_order', detail: 'the minimum lies above the maximum' }]
      : []),
    ...(list.ranked === true
      ? list.fields.flatMap((field, index) =>
          field.key === 'rank'
            ? [
                {
                  pointer: `${at}/fields/${index}/key`,
                  code: 'reserved_key',
                  detail: 'a ranked list numbers its rows itself',
                },
              ]
            : [],
        )
      : []),
    ...(list.exactlyOne ?? []).flatMap((rule, index) => exactlyOneFaults(list, rule, `${at}/exactlyOne/${index}`)),
  ];
}

type ExactlyOne = NonNullable<ListField['exactlyOne']>[number];

function exactlyOneFaults(list: ListField, rule: ExactlyOne, at: string): Fault[] {
  const field = list.fields.find((inner) => inner.key === rule.field);
  const per = rule.per;
  return [
    ...(field ? valueFaults(field, rule.value, `${at}/value`) : missing(`${at}/field`, rule.field)),
    ...(per !== undefined && (per === rule.field || !list.fields.some((inner) => inner.key === per)) ? missing(`${at}/per`, per) : []),
  ];
}

function missing(pointer: string, key: string): Fault[] {
  return [{ pointer, code: 'unknown_field', detail: `rows have no other field "${key}"` }];
}

function valueFaults(field: EvidenceField, value: string | boolean, pointer: string): Fault[] {
  const fits =
    (field.kind === 'boolean' && typeof value === 'boolean') ||
    (field.kind === 'text' && typeof value === 'string') ||
    (field.kind === 'choice' && field.choices.some((choice) => choice.key === value));
  return fits ? [] : [{ pointer, code: 'value_off_field', detail: `"${field.key}" can never be ${JSON.stringify(value)}` }];
}
