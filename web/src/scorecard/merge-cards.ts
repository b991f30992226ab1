import { type CardContent, emptyRating, isUntouched, type Rating } from '../api/card-content';
import type { EvidenceField, RubricContent } from '../api/rubric-content';
import type { FieldConflict, Merge } from '../ui/autosave';

/** A card as its fields: `verdict`, `summary`, `facts/<key>`, `ratings/<criterion>/level|confidence|note|evidence`. */
type Fields = ReadonlyMap<string, unknown>;

function isRating(value: unknown): value is Rating {
  return typeof value === 'object' && value !== null && 'criterion' in value && 'evidence' in value;
}

function fieldsOf(card: CardContent): Fields {
  const fields = new Map<string, unknown>([
    ['verdict', card.verdict],
    ['summary', card.summary],
  ]);
  for (const [key, value] of Object.entries(card.facts)) fields.set(`facts/${key}`, value);
  for (const rating of card.ratings) {
    if (isUntouched(rating)) continue;
    const at = `ratings/${rating.criterion}`;
    fields.set(`${at}/level`, rating.level);
    fields.set(`${at}/confidence`, rating.confidence ?? null);
    fields.set(`${at}/note`, rating.note);
    fields.set(`${at}/evidence`, rating.evidence);
  }
  return fields;
}

const ABSENT: Readonly<Record<string, unknown>> = { level: undefined, confidence: null, note: '', evidence: [] };

/** A field's value, where a rating nobody touched reads as an empty one. */
function valueOf(fields: Fields, field: string): unknown {
  if (fields.has(field)) return fields.get(field);
  return field.startsWith('ratings/') ? ABSENT[field.slice(field.lastIndexOf('/') + 1)] : undefined;
}

function isEqual(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b);
}

/** JSON with members in order, so that two cards that say the same are the same text. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, member: unknown) =>
      typeof member === 'object' && member !== null && !Array.isArray(member)
        ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
        : member,
    ) ?? 'undefined'
  );
}

/** Whether two cards say the same: the order of ratings and ratings nobody touched say nothing. */
export function saysTheSame(a: CardContent, b: CardContent): boolean {
  const [one, other] = [fieldsOf(a), fieldsOf(b)];
  return [...new Set([...one.keys(), ...other.keys()])].every((field) => isEqual(valueOf(one, field), valueOf(other, field)));
}

/** Sets one field of a card, as `fieldsOf` names it. */
export function withField(card: CardContent, field: string, value: unknown): CardContent {
  const [part = '', key = '', member = ''] = field.split('/');
  if (part === 'facts') {
    const { [key]: _, ...others } = card.facts;
    return { ...card, facts: typeof value === 'boolean' ? { ...others, [key]: value } : others };
  }
  if (part !== 'ratings') return { ...card, [part]: value };
  const before = card.ratings.find((rating) => rating.criterion === key) ?? emptyRating(key);
  const { level: _, ...rest } = before;
  const after: unknown = member === 'level' && value === undefined ? rest : { ...before, [member]: value };
  if (!isRating(after)) return card;
  const isThere = card.ratings.includes(before);
  return {
    ...card,
    ratings: isThere ? card.ratings.map((rating) => (rating === before ? after : rating)) : [...card.ratings, after],
  };
}

/** Three-way: what only one side changed is taken; what both changed differently is a conflict, mine standing until it is settled. */
export function mergeCards(base: CardContent, mine: CardContent, theirs: CardContent): Merge<CardContent> {
  const [before, here, there] = [fieldsOf(base), fieldsOf(mine), fieldsOf(theirs)];
  const conflicts: FieldConflict[] = [];
  let merged = mine;
  for (const field of new Set([...before.keys(), ...here.keys(), ...there.keys()])) {
    const [was, my, their] = [valueOf(before, field), valueOf(here, field), valueOf(there, field)];
    if (isEqual(my, their) || isEqual(was, their)) continue;
    if (isEqual(was, my)) merged = withField(merged, field, their);
    else conflicts.push({ field, mine: my, theirs: their });
  }
  return { merged, conflicts };
}

/** Without what the server computes, which is never typed and would differ after every keystroke. */
export function withoutComputed(card: CardContent, rubric: Pick<RubricContent, 'evidenceForms'>): CardContent {
  return {
    ...card,
    ratings: card.ratings.map((rating) => ({
      ...rating,
      evidence: rating.evidence.map((item) => {
        const fields = rubric.evidenceForms.find((form) => form.key === item.form)?.fields ?? [];
        return { ...item, fields: typedOnly(item.fields, fields) };
      }),
    })),
  };
}

function typedOnly<Values extends Readonly<Record<string, unknown>>>(values: Values, fields: readonly EvidenceField[]): Values {
  const typed = Object.entries(values).flatMap(([key, value]): [string, unknown][] => {
    const field = fields.find((one) => one.key === key);
    if (field?.kind === 'computed') return [];
    if (field?.kind !== 'list' || !Array.isArray(value)) return [[key, value]];
    const rows: readonly Record<string, unknown>[] = value;
    return [
      [
        key,
        rows.map(({ rank, ...row }) => typedOnly(field.ranked === true ? row : { ...row, ...(rank === undefined ? {} : { rank }) }, field.fields)),
      ],
    ];
  });
  return Object.fromEntries(typed) as Values;
}

/**
 * The card as it is sent: every criterion that has to be answered has an entry, so that the server's faults can point at it; what
 * nobody touched beyond that is left out.
 */
export function toSend(card: CardContent, required: readonly { readonly key: string }[]): CardContent {
  const isNeeded = (rating: Rating) => !isUntouched(rating) || required.some(({ key }) => key === rating.criterion);
  const absent = required.filter(({ key }) => !card.ratings.some((rating) => rating.criterion === key));
  return { ...card, ratings: [...card.ratings.filter(isNeeded), ...absent.map(({ key }) => emptyRating(key))] };
}
