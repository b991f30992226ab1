/**
 * Rules over all rows of a list: how many there are, that a ranking ranks each thing once, and that exactly one row (of each
 * group) has a value, for example exactly one accountable person per work item.
 *
 * Source: product design, "Rubric model", evidenceForms[].
 */
import type { Fault } from '../refusal.js';
import { own } from './computed-evidence.js';
import type { EvidenceRow, FieldValue } from './evidence.js';
import type { ListField } from './rubric.js';

/**
 * Everything that breaks a rule over the whole list.
 *
 * In: the list's definition, its rows, and the pointer of the list. Out: faults at the list, or at the repeated row.
 */
export function listRuleFaults(list: ListField, rows: readonly EvidenceRow[], pointer: string): Fault[] {
  return [
    ...countFaults(list, rows.length, pointer),
    ...(list.ranked === true ? repeatedRows(list, rows, pointer) : []),
    ...(list.exactlyOne ?? []).flatMap((rule) => exactlyOneFaults(list, rule, rows, pointer)),
  ];
}

function countFaults(list: ListField, count: number, pointer: string): Fault[] {
  const { minimum = 0, maximum = Infinity } = list.count ?? {};
  if (count < minimum) return [{ pointer, code: 'too_few_rows', detail: `"${list.name}" needs at least ${minimum} rows, has ${count}` }];
  if (count > maximum) return [{ pointer, code: 'too_many_rows', detail: `"${list.name}" takes at most ${maximum} rows, has ${count}` }];
  return [];
}

/** Words compare without regard to case and outer blanks. */
function comparable(value: FieldValue | undefined): FieldValue {
  return typeof value === 'string' ? value.trim().toLowerCase() : (value ?? null);
}

function repeatedRows(list: ListField, rows: readonly EvidenceRow[], pointer: string): Fault[] {
  const entered = list.fields.filter((field) => field.kind !== 'computed');
  const seen = new Set<string>();
  return rows.flatMap((row, index) => {
    const content = JSON.stringify(entered.map((field) => comparable(own(row, field.key))));
    if (seen.has(content)) return [{ pointer: `${pointer}/${index}`, code: 'duplicate_row', detail: 'the same row is ranked twice' }];
    seen.add(content);
    return [];
  });
}

type ExactlyOne = NonNullable<ListField['exactlyOne']>[number];

function exactlyOneFaults(list: ListField, rule: ExactlyOne, rows: readonly EvidenceRow[], pointer: string): Fault[] {
  const wanted = comparable(rule.value);
  const per = rule.per;
  const groups = new Map<FieldValue, number>();
  for (const row of rows) {
    const group = per === undefined ? null : comparable(own(row, per));
    const hit = comparable(own(row, rule.field)) === wanted;
    groups.set(group, (groups.get(group) ?? 0) + (hit ? 1 : 0));
  }
  return [...groups].flatMap(([group, hits]) => {
    if (hits === 1) return [];
    const where = per === undefined ? `"${list.name}"` : `"${String(group)}"`;
    return [
      {
        pointer,
        code: 'not_exactly_one',
        detail: `${where} needs exactly one row with ${nameOf(list, rule)}, has ${hits}`,
      },
    ];
  });
}

function nameOf(list: ListField, rule: ExactlyOne): string {
  const field = list.fields.find((one) => one.key === rule.field);
  const choice = field?.kind === 'choice' ? field.choices.find((one) => one.key === rule.value)?.name : undefined;
  return `${field?.name ?? rule.field}: ${choice ?? String(rule.value)}`;
}
