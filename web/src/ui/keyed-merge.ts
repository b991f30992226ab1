import type { FieldConflict, Merge } from './autosave';

type Values = Readonly<Record<string, unknown>>;

function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** JSON with members in order and absent ones left out, so that two values that say the same are the same text. */
function stable(value: unknown): string {
  return (
    JSON.stringify(value, (_, member: unknown) =>
      isValues(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
    ) ?? 'undefined'
  );
}

export function isSame(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b);
}

/** What tells an entry of a list from the others, whatever place it stands at. */
const NAMES = ['key', 'round', 'level', 'criterion', 'title', 'name'];

function nameOf(entry: unknown): string | null {
  if (!isValues(entry)) return null;
  const name = NAMES.map((member) => entry[member]).find((value) => typeof value === 'string' || typeof value === 'number');
  return name === undefined ? null : String(name);
}

/** The entries by name; null where they have none, or one has the name of another. */
function named(list: unknown): ReadonlyMap<string, unknown> | null {
  if (!Array.isArray(list)) return null;
  const entries = new Map<string, unknown>();
  for (const entry of list) {
    const name = nameOf(entry);
    if (name === null || entries.has(name)) return null;
    entries.set(name, entry);
  }
  return entries;
}

/** A field's place, steps by `/`: members by name, entries of a list by what names them. */
const below = (at: string, step: string): string => (at === '' ? step : `${at}/${step}`);

/** Three-way over any JSON: what only one side changed is taken; what both changed differently is a conflict, mine standing until it is settled. */
export function mergeKeyed<Content>(base: Content, mine: Content, theirs: Content): Merge<Content> {
  const conflicts: FieldConflict[] = [];
  const merged = mergeAt('', base, mine, theirs, conflicts) as Content;
  return { merged, conflicts };
}

function mergeAt(at: string, base: unknown, mine: unknown, theirs: unknown, conflicts: FieldConflict[]): unknown {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  if (isValues(mine) && isValues(theirs)) return mergeValues(at, isValues(base) ? base : {}, mine, theirs, conflicts);
  const [was, my, their] = [named(base), named(mine), named(theirs)];
  if (my && their) return mergeLists(at, was ?? new Map(), my, their, conflicts);
  // Nothing that either of them kept is thrown away because the other took it out.
  if (mine === undefined || theirs === undefined) return mine ?? theirs;
  conflicts.push({ field: at, mine, theirs });
  return mine;
}

function mergeValues(at: string, base: Values, mine: Values, theirs: Values, conflicts: FieldConflict[]): Values {
  const members = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  return Object.fromEntries(
    members.flatMap((member) => {
      const value = mergeAt(below(at, member), base[member], mine[member], theirs[member], conflicts);
      return value === undefined ? [] : [[member, value]];
    }),
  );
}

function mergeLists(
  at: string,
  base: ReadonlyMap<string, unknown>,
  mine: ReadonlyMap<string, unknown>,
  theirs: ReadonlyMap<string, unknown>,
  conflicts: FieldConflict[],
): unknown[] {
  const movedByMe = !isSame([...base.keys()], [...mine.keys()]);
  const [first, second] = movedByMe ? [mine, theirs] : [theirs, mine];
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((name) => {
    const value = mergeAt(below(at, name), base.get(name), mine.get(name), theirs.get(name), conflicts);
    return value === undefined ? [] : [value];
  });
}

/** Sets one field, its place written as `mergeKeyed` writes it. */
export function withFieldAt<Content>(content: Content, field: string, value: unknown): Content {
  return setAt(content, field.split('/'), value) as Content;
}

function setAt(content: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(content)) return content.map((entry: unknown) => (nameOf(entry) === step ? setAt(entry, rest, value) : entry));
  return isValues(content) ? { ...content, [step]: setAt(content[step], rest, value) } : content;
}
