/**
 * The values of a form that nobody types: changes, differences, ratios, counts, sums, and the ranks of a ranked list.
 *
 * - percent_change: (to − from) ÷ |from| × 100, so that a rise is positive from a negative start too.
 * - difference: to − from. ratio: to ÷ from.
 * - count: rows of a list. sum: a field over the rows that have it.
 *
 * Numbers are the decimals they show and the arithmetic is exact, so that 120 → 78 is −35 and 0.3 − 0.1 is 0.2. A value is null
 * when an operand is empty, the divisor is zero or no number can hold it. Source: product design, "Rubric model", evidenceForms[].
 */
import { exactDecimal } from '../recommendation/decimal.js';
import { nearestDouble, subtractFractions, type Fraction } from '../recommendation/fraction.js';
import type { EvidenceFields, EvidenceRow, EvidenceValue, FieldValue } from './evidence.js';
import type { ComputedField, EvidenceField, EvidenceForm, ListField } from './rubric.js';

/**
 * Fills in what a form computes.
 *
 * In: a form and the fields as typed; whatever stands in a computed field is replaced. Out: new fields with every computed value and,
 * in ranked lists, each row's `rank` from 1. Values that have the wrong type count as empty, so that a draft never fails.
 */
export function computeEvidence(form: EvidenceForm, fields: EvidenceFields): EvidenceFields {
  const rowsDone = form.fields.reduce<Readonly<Record<string, EvidenceValue>>>((done, field) => {
    const value = field.kind === 'list' ? own(done, field.key) : undefined;
    return field.kind === 'list' && isRows(value) ? { ...done, [field.key]: computeRows(field, value) } : done;
  }, fields);
  return withComputed(form.fields, rowsDone);
}

export function isRows(value: EvidenceValue | undefined): value is readonly EvidenceRow[] {
  return Array.isArray(value);
}

/** A member of the object itself; undefined where there is none, whatever its name. */
export function own<T>(fields: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function computeRows(list: ListField, rows: readonly EvidenceRow[]): readonly EvidenceRow[] {
  return rows.map((row, index) => {
    const computed = list.fields.flatMap((field): [string, FieldValue][] =>
      field.kind === 'computed' ? [[field.key, computedValue(field, list.fields, row)]] : [],
    );
    return { ...row, ...Object.fromEntries(computed), ...(list.ranked === true ? { rank: index + 1 } : {}) };
  });
}

function withComputed(formFields: readonly EvidenceField[], fields: EvidenceFields): EvidenceFields {
  const computed = formFields.flatMap((field): [string, FieldValue][] =>
    field.kind === 'computed' ? [[field.key, computedValue(field, formFields, fields)]] : [],
  );
  return { ...fields, ...Object.fromEntries(computed) };
}

function computedValue(field: ComputedField, formFields: readonly EvidenceField[], fields: EvidenceFields): number | null {
  const value = evaluate(field, formFields, fields, new Set());
  const number = value === null ? null : nearestDouble(value);
  return number !== null && Number.isFinite(number) ? number : null;
}

function evaluate(field: ComputedField, formFields: readonly EvidenceField[], fields: EvidenceFields, above: ReadonlySet<string>): Fraction | null {
  const { formula } = field;
  if (formula.operation === 'count' || formula.operation === 'sum') {
    const rows = own(fields, formula.list);
    if (!isRows(rows)) return null;
    return formula.operation === 'count' ? exactDecimal(rows.length) : sumOf(rows, formula.field);
  }
  const read = (key: string) => operand(key, formFields, fields, new Set([...above, field.key]));
  const from = read(formula.from);
  const to = read(formula.to);
  if (from === null || to === null) return null;
  if (formula.operation === 'difference') return subtractFractions(to, from);
  if (formula.operation === 'ratio') return quotient(to, from);
  return quotient(hundredfold(subtractFractions(to, from)), magnitude(from));
}

/** A number as typed, or computed first where the operand is itself computed; `above` stops a formula that leads back to itself. */
function operand(key: string, formFields: readonly EvidenceField[], fields: EvidenceFields, above: ReadonlySet<string>): Fraction | null {
  const field = formFields.find((one) => one.key === key);
  if (field?.kind === 'computed') return above.has(key) ? null : evaluate(field, formFields, fields, above);
  return numberOf(own(fields, key));
}

function numberOf(value: EvidenceValue | undefined): Fraction | null {
  return typeof value === 'number' && Number.isFinite(value) ? exactDecimal(value) : null;
}

function sumOf(rows: readonly EvidenceRow[], key: string): Fraction | null {
  const values = rows.flatMap((row) => numberOf(own(row, key)) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => subtractFractions(sum, negative(value)));
}

function negative(value: Fraction): Fraction {
  return { numerator: -value.numerator, denominator: value.denominator };
}

function magnitude(value: Fraction): Fraction {
  return value.numerator < 0n ? negative(value) : value;
}

function hundredfold(value: Fraction): Fraction {
  return { numerator: value.numerator * 100n, denominator: value.denominator };
}

/** Null where the divisor is zero. */
function quotient(dividend: Fraction, divisor: Fraction): Fraction | null {
  if (divisor.numerator === 0n) return null;
  const sign = divisor.numerator < 0n ? -1n : 1n;
  return {
    numerator: sign * dividend.numerator * divisor.denominator,
    denominator: sign * dividend.denominator * divisor.numerator,
  };
}
