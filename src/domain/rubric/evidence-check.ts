/**
 * Whether evidence fills in its form: every value of the right type and within bounds, nothing the form does not ask for,
 * nothing required left empty, and the rules over whole lists kept. Computed values may be sent back as they came, never
 * changed.
 *
 * Source: product design, "Rubric model", evidenceForms[].
 */
import { DateTime } from 'luxon';
import { pointerStep } from '../json-shape.js';
import type { Fault } from '../refusal.js';
import { computeEvidence, isRows, own } from './computed-evidence.js';
import { LONGEST_TEXT, MOST_ROWS, type EvidenceFields, type EvidenceRow, type EvidenceValue } from './evidence.js';
import { listRuleFaults } from './list-rules.js';
import type { EvidenceField, EvidenceForm, ListField, NumberField } from './rubric.js';

export interface CheckOptions {
  /** Pointer of `fields` in the caller's document; default the document itself. */
  readonly pointer?: string;
  /** For drafts: what is there must be right, but nothing has to be there. */
  readonly partial?: boolean;
}

/**
 * Names everything wrong with one item of evidence.
 *
 * In: the form and the values by field. Out: faults with JSON pointers below `pointer`; empty when the evidence can be submitted, or
 * with `partial` kept as a draft. Source: product design, "Rubric model", evidenceForms[].
 */
export function checkEvidence(form: EvidenceForm, fields: EvidenceFields, options: CheckOptions = {}): Fault[] {
  const at = options.pointer ?? '';
  const partial = options.partial ?? false;
  const computed = computeEvidence(form, fields);
  return [
    ...unknownMembers(form.fields, fields, at, []),
    ...form.fields.flatMap((field) =>
      field.kind === 'list'
        ? listFaults(field, own(fields, field.key), own(computed, field.key), `${at}/${field.key}`, partial)
        : valueFaults(field, own(fields, field.key), own(computed, field.key), `${at}/${field.key}`, partial),
    ),
  ];
}

/** Nothing was entered: absent, null, blank text or no rows. */
export function isEmpty(value: EvidenceValue | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (isRows(value) && value.length === 0);
}

function unknownMembers(fields: readonly EvidenceField[], values: Readonly<Record<string, unknown>>, at: string, also: readonly string[]): Fault[] {
  return Object.keys(values)
    .filter((key) => !also.includes(key) && !fields.some((field) => field.key === key))
    .map((key) => ({
      pointer: `${at}/${pointerStep(key)}`,
      code: 'unknown_field',
      detail: `the form has no field "${key}"`,
    }));
}

function valueFaults(
  field: Exclude<EvidenceField, ListField>,
  value: EvidenceValue | undefined,
  computed: EvidenceValue | undefined,
  pointer: string,
  partial: boolean,
): Fault[] {
  if (field.kind === 'computed') return computedFaults(value, computed, pointer, `"${field.name}" is computed`);
  if (isEmpty(value)) {
    if (field.required !== true || partial) return [];
    return [{ pointer, code: 'required', detail: `"${field.name}" is needed` }];
  }
  const wrong = typeFault(field, value);
  return wrong ? [{ pointer, ...wrong }] : [];
}

function computedFaults(value: EvidenceValue | undefined, computed: EvidenceValue | undefined, pointer: string, why: string): Fault[] {
  if (value === undefined || value === computed) return [];
  return [{ pointer, code: 'computed_value', detail: `${why} and cannot be entered` }];
}

type Wrong = Pick<Fault, 'code' | 'detail'> | null;

function typeFault(field: Exclude<EvidenceField, ListField>, value: EvidenceValue | undefined): Wrong {
  switch (field.kind) {
    case 'text':
      if (typeof value !== 'string') return { code: 'not_text', detail: 'must be text' };
      return value.length > LONGEST_TEXT ? { code: 'too_long', detail: `must be at most ${LONGEST_TEXT} characters` } : null;
    case 'number':
    case 'integer':
      return numberFault(field, value);
    case 'boolean':
      return typeof value === 'boolean' ? null : { code: 'not_a_flag', detail: 'must be true or false' };
    case 'date':
      return isDate(value) ? null : { code: 'not_a_date', detail: 'must be a day that exists, YYYY-MM-DD' };
    case 'choice':
      return field.choices.some((choice) => choice.key === value)
        ? null
        : { code: 'unknown_choice', detail: `must be one of: ${field.choices.map((choice) => choice.key).join(', ')}` };
    case 'computed':
      return null;
  }
}

function isDate(value: EvidenceValue | undefined): boolean {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value, { zone: 'utc' }).isValid;
}

function numberFault(field: NumberField, value: EvidenceValue | undefined): Wrong {
  if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'not_a_number', detail: 'must be a number' };
  if (field.kind === 'integer' && !Number.isInteger(value)) return { code: 'not_a_whole_number', detail: 'must be a whole number' };
  if (field.minimum !== undefined && value < field.minimum) return { code: 'below_minimum', detail: `must be at least ${field.minimum}` };
  if (field.maximum !== undefined && value > field.maximum) return { code: 'above_maximum', detail: `must be at most ${field.maximum}` };
  return null;
}

function listFaults(
  list: ListField,
  value: EvidenceValue | undefined,
  computed: EvidenceValue | undefined,
  pointer: string,
  partial: boolean,
): Fault[] {
  if (isEmpty(value) && list.required === true && !partial) return [{ pointer, code: 'required', detail: `"${list.name}" needs rows` }];
  if (value === undefined || value === null) return [];
  if (!isRows(value) || value.some((row) => typeof row !== 'object' || row === null || Array.isArray(row)))
    return [{ pointer, code: 'not_a_list', detail: 'must be a list of rows' }];
  if (value.length > MOST_ROWS) return [{ pointer, code: 'too_many_rows', detail: `must hold at most ${MOST_ROWS} rows` }];
  const computedRows = isRows(computed) ? computed : [];
  return [
    ...value.flatMap((row, index) => rowFaults(list, row, computedRows[index] ?? {}, `${pointer}/${index}`, partial)),
    ...(partial || value.length === 0 ? [] : listRuleFaults(list, value, pointer)),
  ];
}

function rowFaults(list: ListField, row: EvidenceRow, computed: EvidenceRow, at: string, partial: boolean): Fault[] {
  const ranked = list.ranked === true;
  return [
    ...unknownMembers(list.fields, row, at, ranked ? ['rank'] : []),
    ...(ranked ? computedFaults(own(row, 'rank'), own(computed, 'rank'), `${at}/rank`, "the rank is the row's place") : []),
    ...list.fields.flatMap((field) => valueFaults(field, own(row, field.key), own(computed, field.key), `${at}/${field.key}`, partial)),
  ];
}
