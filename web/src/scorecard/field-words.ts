import type { CardContent, EvidenceItem } from '../api/card-content';
import type { EvidenceForm } from '../api/rubric-content';
import type { Kit } from './queries';

type T = (key: string, values?: Record<string, unknown>) => string;

/** "Depth of impact: level" for `ratings/impact_depth/level`. */
export function fieldName(field: string, kit: Pick<Kit, 'criteria' | 'round'>, t: T): string {
  const [part = '', key = '', member = ''] = field.split('/');
  if (part === 'verdict') return t('verdict.legend');
  if (part === 'summary') return t('verdict.summary');
  if (part === 'facts') return kit.round.facts.find((fact) => fact.key === key)?.name ?? key;
  const criterion = kit.criteria.find((one) => one.key === key)?.name ?? key;
  return member === '' ? criterion : `${criterion}: ${t(`member.${member}`)}`;
}

/** "Idea" for `ratings/impact_depth/evidence/0/fields/ideas/2/idea`; null for what is no field of a form. */
export function evidenceFieldName(place: string, card: CardContent, forms: readonly EvidenceForm[]): string | null {
  const [, criterion, part, at, , key, , member] = place.split('/');
  if (part !== 'evidence' || key === undefined) return null;
  const item = card.ratings.find((rating) => rating.criterion === criterion)?.evidence[Number(at)];
  const field = forms.find((form) => form.key === item?.form)?.fields.find((one) => one.key === key);
  if (field?.kind !== 'list' || member === undefined) return field?.name ?? null;
  return field.fields.find((one) => one.key === member)?.name ?? field.name;
}

/** A field's value in words, for comparing. */
export function fieldText(value: unknown, field: string, kit: Pick<Kit, 'scale' | 'evidenceForms'>, t: T): string {
  if (value === undefined) return '';
  if (field === 'verdict') return value === null ? '' : t(`verdict.${String(value)}`);
  if (field.endsWith('/level')) return typeof value === 'number' ? levelText(value, kit) : t('level.notAssessed');
  if (field.endsWith('/confidence')) return value === null ? '' : t(`confidence.${String(value)}`);
  if (field.startsWith('facts/')) return t(value === true ? 'yes' : 'no');
  if (Array.isArray(value)) return value.map((item: EvidenceItem) => evidenceText(item, kit.evidenceForms, t)).join('\n\n');
  return String(value ?? '');
}

export function levelText(level: number, { scale }: { readonly scale: { readonly labels: readonly string[] } }): string {
  const label = scale.labels[level - 1];
  return label === undefined ? String(level) : `${level} · ${label}`;
}

function evidenceText({ form: key, fields }: EvidenceItem, forms: readonly EvidenceForm[], t: T): string {
  const form = forms.find((one) => one.key === key);
  if (!form) return String(fields['text'] ?? '');
  const lines = form.fields.flatMap(({ key: name, name: label }) => {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return [];
    if (!Array.isArray(value)) return [`${label}: ${value === true ? t('yes') : value === false ? t('no') : String(value)}`];
    return [`${label}:`, ...value.map((row, index) => `  ${index + 1}. ${Object.values(row).map(String).join(' · ')}`)];
  });
  return [form.name, ...lines].join('\n');
}
