import type { EvidenceField, ListField, SimpleField } from '../api/rubric-content';

export const KINDS = ['text', 'number', 'integer', 'boolean', 'date', 'choice', 'computed', 'list'] as const;
export type Kind = (typeof KINDS)[number];

/** The field as another kind: what both kinds have stays. */
export function asKind(field: EvidenceField, kind: Kind, words: (key: string) => string): EvidenceField {
  const { key, name, help, required } = field;
  const shared = { key, name, ...(help !== undefined && { help }) };
  const typed = { ...shared, ...(required === true && { required }) };
  switch (kind) {
    case 'text':
    case 'boolean':
    case 'date':
      return { ...typed, kind };
    case 'number':
    case 'integer':
      return { ...typed, kind };
    case 'choice':
      return { ...typed, kind, choices: [{ key: 'choice_1', name: words('firstChoice') }] };
    case 'computed':
      return { ...shared, kind, formula: { operation: 'percent_change', from: '', to: '' } };
    case 'list':
      return { ...typed, kind, fields: [{ key: 'field_1', kind: 'text', name: words('firstField') }] };
  }
}

export function isSimple(field: EvidenceField): field is SimpleField {
  return field.kind !== 'list';
}

export const isNumeric = ({ kind }: EvidenceField): boolean => kind === 'number' || kind === 'integer' || kind === 'computed';

export function listsIn(fields: readonly EvidenceField[]): ListField[] {
  return fields.flatMap((field) => (field.kind === 'list' ? [field] : []));
}
