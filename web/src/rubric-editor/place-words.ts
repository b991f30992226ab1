import type { WholeRubric } from '../api/rubric-content';

export const PARTS = ['scale', 'criteria', 'signals', 'evidenceForms', 'gates', 'policy'] as const;
export type Part = (typeof PARTS)[number];

type T = (key: string, values: Record<string, unknown>) => string;

/** `/criteria/2/anchors/0/description` as part and entry. */
export function placeOf(pointer: string): { readonly part: Part; readonly index: number | null } {
  const [, first = '', second = ''] = pointer.split('/');
  return { part: PARTS.find((part) => part === first) ?? 'criteria', index: /^\d+$/.test(second) ? Number(second) : null };
}

/** "Criteria: Depth of impact" for a pointer into the rubric. */
export function placeWords(pointer: string, rubric: WholeRubric, t: T): string {
  const { part, index } = placeOf(pointer);
  const entry = part === 'scale' || part === 'policy' || index === null ? undefined : rubric[part][index];
  const name = entry === undefined ? undefined : (entry.name ?? entry.key);
  return [t(`part.${part}`, {}), ...(name === undefined ? [] : [name])].join(': ');
}

/** "Criteria › impact › weight" for a field that two people wrote. */
export function fieldWords(field: string, t: T): string {
  const [part = '', ...rest] = field.split('/');
  return [t(`part.${part}`, { defaultValue: part }), ...rest].join(' › ');
}
