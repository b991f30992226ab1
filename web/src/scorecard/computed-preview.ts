import type { EvidenceFields, EvidenceRow, EvidenceValue, FieldValue } from '../api/card-content';
import type { ComputedField, EvidenceField } from '../api/rubric-content';

type Values = EvidenceFields | EvidenceRow;

function isRows(value: EvidenceValue | undefined): value is readonly EvidenceRow[] {
  return Array.isArray(value);
}

/** What a computed field will say, shown while somebody types. The server computes the value that counts. */
export function computedPreview(field: ComputedField, fields: readonly EvidenceField[], values: Values, depth = 0): number | null {
  const { formula } = field;
  if (formula.operation === 'count' || formula.operation === 'sum') {
    const rows: EvidenceValue | undefined = values[formula.list];
    if (!isRows(rows)) return formula.operation === 'count' ? 0 : null;
    if (formula.operation === 'count') return rows.length;
    const numbers = rows.map((row) => row[formula.field]).filter(isNumber);
    return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
  }
  const from = operand(formula.from, fields, values, depth);
  const to = operand(formula.to, fields, values, depth);
  if (from === null || to === null) return null;
  if (formula.operation === 'difference') return to - from;
  if (from === 0) return null;
  return formula.operation === 'ratio' ? to / from : ((to - from) / Math.abs(from)) * 100;
}

function isNumber(value: FieldValue | EvidenceValue | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function operand(key: string, fields: readonly EvidenceField[], values: Values, depth: number): number | null {
  const field = fields.find((one) => one.key === key);
  if (field?.kind === 'computed') return depth > 8 ? null : computedPreview(field, fields, values, depth + 1);
  const value: EvidenceValue | undefined = values[key];
  return isNumber(value) ? value : null;
}

/** "ms", or what another field of the form says the unit is. */
export function unitOf(unit: string | { readonly field: string } | undefined, values: Values): string {
  if (unit === undefined) return '';
  if (typeof unit === 'string') return unit;
  const value: EvidenceValue | undefined = values[unit.field];
  return typeof value === 'string' ? value : '';
}
