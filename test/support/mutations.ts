import fc from 'fast-check';

/** A request with one thing wrong in it, or likely so. */
export interface Mutation {
  readonly what: string;
  readonly value: unknown;
}

export const LONG = 'x'.repeat(70_000);
const DEEP: unknown = Array.from({ length: 300 }).reduce<unknown>((inner) => ({ a: [inner] }), 'end');

/** Values of every kind that somebody else's field might hold. */
export const WRONG: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  -9007199254740991,
  '',
  ' ',
  'NaN',
  '-0',
  '1e400',
  '99999999999999999999',
  '-271821-04-20',
  '+275760-09-13T00:00:00Z',
  '2026-02-30',
  '2026-13-01T99:99:99Z',
  '0000-00-00',
  'null',
  '__proto__',
  '../../etc/passwd',
  "' or 1=1 --",
  '%00',
  '\u0000',
  '\ud800',
  '00000000-0000-0000-0000-00000000000g',
  LONG,
  [],
  [null],
  [[]],
  [{}],
  {},
  { length: -1 },
  { toString: 'x' },
  { $ne: null },
  { constructor: { prototype: { admin: true } } },
  DEEP,
  Array.from({ length: 5000 }, () => 'x'),
];

/** Texts a query, a header or a path might be given. */
export const WRONG_TEXTS: readonly string[] = [
  '',
  ' ',
  '-1',
  '0',
  '1.5',
  '1e99',
  'NaN',
  'Infinity',
  '99999999999999999999',
  '-271821-04-20',
  '+275760-09-13T00:00:00Z',
  '2026-02-30',
  '0000-00-00',
  '4713-01-01 BC',
  'true false',
  '[]',
  '{}',
  'WyJ4IiwieSJd',
  'WzEsMl0',
  'W251bGwsbnVsbF0',
  'bnVsbA',
  'W10',
  'WzFlMzA4LCJ4Il0',
  'WyJcdTAwMDAiLCJcdTAwMDAiXQ',
  'WyItMjcxODIxLTA0LTIwIiwiMDAwMDAwMDAtMDAwMC00MDAwLTgwMDAtMDAwMDAwMDAwMDAwIl0',
  'WyIxOTk5OTk5OTk5OTktMDEtMDEiLCIxIl0',
  'W3t9LFtdXQ',
  '%',
  '\u0000',
  '%00',
  "' or 1=1 --",
  '\\',
  '%_%',
  '(',
  'x'.repeat(3000),
  '00000000-0000-4000-8000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '__proto__',
  '../../secret',
  '\u{1f9d1}\u200d\u{1f4bb}',
  '-9223372036854775809',
  'WyI5OTk5OTk5OTk5OTk5OTk5OTk5OTkiXQ',
  'WzEuNV0',
  'WyIxIl0',
  'WyIiXQ',
  'WyJhIl0',
  'WzEwXQ',
];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every place in a JSON value, outermost first. */
function places(value: unknown, at: readonly string[] = []): string[][] {
  const members = Array.isArray(value) ? value.map((one, index) => [String(index), one] as const) : isRecord(value) ? Object.entries(value) : [];
  return [[...at], ...members.flatMap(([key, member]) => places(member, [...at, key]))];
}

/** A copy with something else at one place, or without it. */
function withAt(value: unknown, at: readonly string[], replacement: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return replacement;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (String(index) === key ? withAt(one, rest, replacement) : one));
  const copy: Record<string, unknown> = isRecord(value) ? { ...value } : {};
  const made = withAt(copy[key], rest, replacement);
  if (made === undefined) Reflect.deleteProperty(copy, key);
  else copy[key] = made;
  return copy;
}

/** What can be wrong with a body: each place with every wrong value, each member missing, one too many at every object. */
export function mutationsOf(body: unknown): Mutation[] {
  const inside = places(body).filter((at) => at.length > 0);
  const replaced = inside.flatMap((at) => WRONG.map((wrong) => ({ what: `/${at.join('/')} = ${short(wrong)}`, value: withAt(body, at, wrong) })));
  const missing = inside.map((at) => ({ what: `without /${at.join('/')}`, value: withAt(body, at, undefined) }));
  const extra = { what: 'with a member too many', value: { ...(isRecord(body) ? body : {}), unheardOf: 1 } };
  const whole = WRONG.filter((wrong) => typeof wrong === 'object').map((wrong) => ({ what: `body = ${short(wrong)}`, value: wrong }));
  return [extra, ...missing, ...whole, ...replaced];
}

function short(value: unknown): string {
  return JSON.stringify(value).slice(0, 60);
}

/** As many of the list as wanted, always the same ones for one seed. */
export function someOf<T>(list: readonly T[], count: number, seed: number): T[] {
  return list.length <= count
    ? [...list]
    : (fc.sample(fc.shuffledSubarray([...list], { minLength: count, maxLength: count }), { seed, numRuns: 1 })[0] ?? []);
}
