/**
 * Canonical JSON: one text for one value, so that two people who hash the same content get the same hash. Object members
 * are sorted by UTF-16 code units, numbers are in their shortest round-trip form, strings are left unnormalised.
 *
 * Source: RFC 8785 (JSON Canonicalization Scheme), which requires I-JSON (RFC 7493): no NaN or infinity, no lone
 * surrogates.
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { invalid } from '../refusal.js';

/** Deeper content than this is refused by name where the library runs out of stack. */
const MAXIMUM_DEPTH = 1000;

/**
 * The RFC 8785 text of a JSON value.
 *
 * In: a JSON value (what `JSON.parse` gives); members that are `undefined` are left out, as `JSON.stringify` does.
 * Out: the canonical text.
 * Refuses (`validation_failed`, naming the place): a number that is not finite, a lone surrogate in a string or a member
 * name, a value JSON has no form for, and nesting too deep for the stack.
 */
export function canonicalJson(value: unknown): string {
  try {
    const text: unknown = canonicalize(value);
    if (typeof text === 'string') return text;
  } catch (error) {
    nameFault(value, [], 0);
    throw error;
  }
  throw invalid([{ pointer: '', code: 'not_json', detail: 'has no JSON form' }]);
}

/** SHA-256 of a text's UTF-8 bytes, or of bytes, as 64 lower-case hex digits. Source: FIPS 180-4. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** In Unicode mode a surrogate that pairs up is part of one character, so only lone ones match. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/** The library says that something is wrong; this says where. */
function nameFault(value: unknown, path: (string | number)[], depth: number): void {
  if (depth > MAXIMUM_DEPTH) refuse(path, 'too_deep', `is nested deeper than ${MAXIMUM_DEPTH}`);
  if (value === null || typeof value === 'boolean') return;
  if (typeof value === 'string') return nameTextFault(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse(path, 'not_finite', 'is not a finite number');
    return;
  }
  if (typeof value !== 'object') refuse(path, 'not_json', 'has no JSON form');
  if (Array.isArray(value)) {
    value.forEach((item, at) => within(path, at, () => nameFault(item, path, depth + 1)));
    return;
  }
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue;
    within(path, key, () => {
      nameTextFault(key, path);
      nameFault(member, path, depth + 1);
    });
  }
}

function within(path: (string | number)[], step: string | number, check: () => void): void {
  path.push(step);
  check();
  path.pop();
}

function nameTextFault(text: string, path: readonly (string | number)[]): void {
  if (LONE_SURROGATE.test(text)) refuse(path, 'lone_surrogate', 'holds half a character (a lone surrogate)');
}

function refuse(path: readonly (string | number)[], code: string, detail: string): never {
  const pointer = path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  throw invalid([{ pointer, code, detail }]);
}
