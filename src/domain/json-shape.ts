/**
 * Shapes: what a JSON value must look like before the rest of the domain reads it. A shape names every fault at once, each
 * with an RFC 6901 pointer, and refuses members it does not know, so that a typing error never passes as an absent value.
 *
 * Source: RFC 8259 (JSON), RFC 6901 (pointers). Text is refused where it could not be stored or hashed the same way
 * twice: NUL characters and halves of surrogate pairs (RFC 8785, section 3.2.2.2).
 */
import { invalid, type Fault } from './refusal.js';

/** Adds a fault for everything wrong at and below `pointer`; true when nothing was. */
export type Shape<T> = (value: unknown, pointer: string, faults: Fault[]) => value is T;

/** A member that may be left out. */
export interface Optional<T> {
  readonly optional: Shape<T>;
}

type Member<T, K extends keyof T> = undefined extends T[K] ? Optional<Exclude<T[K], undefined>> : Shape<T[K]>;
/** One entry per member of T, so that a member added to a type and forgotten here does not compile. */
export type Members<T> = { readonly [K in keyof T]-?: Member<T, K> };

/** A member name as one step of a JSON pointer. */
export function pointerStep(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fails(faults: Fault[], pointer: string, code: string, detail: string): false {
  faults.push({ pointer, code, detail });
  return false;
}

const UNSTORABLE = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

export interface TextLimits {
  /** Longest length, UTF-16 code units. */
  readonly maximum: number;
  /** Default: blank text is refused. */
  readonly blank?: 'allowed';
}

/** Text with at least one visible character, up to a length. */
export function text(limits: TextLimits): Shape<string> {
  return (value, pointer, faults): value is string => {
    if (typeof value !== 'string') return fails(faults, pointer, 'not_text', 'must be text');
    if (UNSTORABLE.test(value)) return fails(faults, pointer, 'unstorable_text', 'holds a character that is not text');
    if (value.length > limits.maximum) return fails(faults, pointer, 'too_long', `must be at most ${limits.maximum} characters, has ${value.length}`);
    if (limits.blank !== 'allowed' && value.trim() === '') return fails(faults, pointer, 'blank', 'must not be blank');
    return true;
  };
}

const KEY = /^[a-z0-9][a-z0-9_-]{0,63}$/;

/** A key: lower-case letters, digits, `_` and `-`, up to 64 characters. */
export const keyText: Shape<string> = (value, pointer, faults): value is string =>
  (typeof value === 'string' && KEY.test(value)) ||
  fails(faults, pointer, 'not_a_key', 'must be 1 to 64 lower-case letters, digits, hyphens or underscores');

export const flag: Shape<boolean> = (value, pointer, faults): value is boolean =>
  typeof value === 'boolean' || fails(faults, pointer, 'not_a_flag', 'must be true or false');

export const finiteNumber: Shape<number> = (value, pointer, faults): value is number =>
  (typeof value === 'number' && Number.isFinite(value)) || fails(faults, pointer, 'not_a_number', 'must be a number');

/** A whole number within bounds. */
export function wholeNumber(minimum: number, maximum: number): Shape<number> {
  return (value, pointer, faults): value is number =>
    (typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum) ||
    fails(faults, pointer, 'not_a_whole_number', `must be a whole number from ${minimum} to ${maximum}`);
}

/** One of the given words. */
export function oneOf<const W extends string>(words: readonly W[]): Shape<W> {
  return (value, pointer, faults): value is W =>
    words.some((word) => word === value) || fails(faults, pointer, 'unknown_word', `must be one of: ${words.join(', ')}`);
}

/** Null or what the shape says. */
export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, pointer, faults): value is T | null => value === null || shape(value, pointer, faults);
}

/** An array, every element of one shape. */
export function list<T>(element: Shape<T>, limits: { minimum?: number; maximum: number }): Shape<readonly T[]> {
  const minimum = limits.minimum ?? 0;
  return (value, pointer, faults): value is readonly T[] => {
    if (!Array.isArray(value)) return fails(faults, pointer, 'not_a_list', 'must be a list');
    if (value.length < minimum) return fails(faults, pointer, 'too_few', `must hold at least ${minimum}`);
    if (value.length > limits.maximum) return fails(faults, pointer, 'too_many', `must hold at most ${limits.maximum}`);
    return value.map((one: unknown, index) => element(one, `${pointer}/${index}`, faults)).every(Boolean);
  };
}

/** An object used as a dictionary: any names, every value of one shape. */
export function dictionary<T>(element: Shape<T>, limits: { maximum: number }): Shape<Readonly<Record<string, T>>> {
  return (value, pointer, faults): value is Readonly<Record<string, T>> => {
    if (!isRecord(value)) return fails(faults, pointer, 'not_an_object', 'must be an object');
    const names = Object.keys(value);
    if (names.length > limits.maximum) return fails(faults, pointer, 'too_many', `must hold at most ${limits.maximum}`);
    return names.map((name) => element(value[name], `${pointer}/${pointerStep(name)}`, faults)).every(Boolean);
  };
}

export function optional<T>(shape: Shape<T>): Optional<T> {
  return { optional: shape };
}

/** An object with exactly the named members. */
export function object<T>(members: Members<T>): Shape<T> {
  const known = new Map<string, Shape<unknown> | Optional<unknown>>(Object.entries(members));
  return (value, pointer, faults): value is T => {
    if (!isRecord(value)) return fails(faults, pointer, 'not_an_object', 'must be an object');
    const before = faults.length;
    for (const name of Object.keys(value))
      if (!known.has(name)) fails(faults, `${pointer}/${pointerStep(name)}`, 'unknown_member', `"${name}" is not known here`);
    for (const [name, member] of known) {
      const at = `${pointer}/${pointerStep(name)}`;
      const present = Object.hasOwn(value, name) && value[name] !== undefined;
      if (typeof member === 'function') {
        if (present) member(value[name], at, faults);
        else fails(faults, at, 'missing_member', `"${name}" is missing`);
      } else if (present) member.optional(value[name], at, faults);
    }
    return faults.length === before;
  };
}

/** An object whose member `tag` chooses the shape of the whole. */
export function tagged<T>(tag: string, shapes: Readonly<Record<string, Shape<T>>>): Shape<T> {
  return (value, pointer, faults): value is T => {
    if (!isRecord(value)) return fails(faults, pointer, 'not_an_object', 'must be an object');
    const word = value[tag];
    const shape = typeof word === 'string' && Object.hasOwn(shapes, word) ? shapes[word] : undefined;
    if (shape) return shape(value, pointer, faults);
    const words = Object.keys(shapes).join(', ');
    return fails(faults, `${pointer}/${tag}`, 'unknown_word', `must be one of: ${words}`);
  };
}

/**
 * Reads a JSON value as the shape says.
 *
 * In: a parsed JSON value. Out: the same value, typed. Errors: `validation_failed` naming every fault.
 */
export function parseAs<T>(shape: Shape<T>, value: unknown): T {
  const faults: Fault[] = [];
  if (shape(value, '', faults)) return value;
  throw invalid(faults);
}
