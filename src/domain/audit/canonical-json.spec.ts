import { readFileSync } from 'node:fs';
import { Refusal } from '../refusal.js';
import { canonicalJson, sha256Hex } from './canonical-json.js';

interface Reference {
  readonly cases: readonly { name: string; input: string; output_hex: string; sha256: string }[];
  readonly es6_numbers: { readonly samples: readonly (readonly [string, string])[] };
}
/** Source: cyberphone/json-canonicalization testdata (Apache-2.0), named inside the file. */
const reference: Reference = JSON.parse(readFileSync('test/reference/audit/rfc8785-canonical-json.json', 'utf8'));

function refusalOf(value: unknown): Refusal {
  try {
    canonicalJson(value);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('was not refused');
}

describe('canonicalJson', () => {
  it.each(reference.cases)('writes $name as published', ({ input, output_hex, sha256 }) => {
    const text = canonicalJson(JSON.parse(input));
    expect(Buffer.from(text, 'utf8').toString('hex')).toBe(output_hex);
    expect(sha256Hex(text)).toBe(sha256);
  });

  it.each(reference.es6_numbers.samples)('writes the double %s as %s', (bits, text) => {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${bits}`));
    expect(canonicalJson(view.getFloat64(0))).toBe(text);
  });

  it('leaves out undefined members and keeps null ones', () => {
    expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}');
  });

  it.each([
    ['a lone surrogate', { a: ['fine', '\ud83d'] }, '/a/1', 'lone_surrogate'],
    ['a lone surrogate in a name', { x: { '\udc00': 1 } }, '/x/\udc00', 'lone_surrogate'],
    ['NaN', { 'a/b': Number.NaN }, '/a~1b', 'not_finite'],
    ['infinity', [1, -Infinity], '/1', 'not_finite'],
    ['a bigint', { n: 1n }, '/n', 'not_json'],
  ])('refuses %s and names the place', (_what, value, pointer, code) => {
    expect(refusalOf(value).faults).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('refuses undefined, which has no JSON form', () => {
    expect(refusalOf(undefined).code).toBe('validation_failed');
  });

  it('refuses nesting that would exhaust the stack', () => {
    let deep: unknown = 0;
    for (let i = 0; i < 200_000; i += 1) deep = [deep];
    expect(refusalOf(deep).faults[0]?.code).toBe('too_deep');
  });
});

describe('sha256Hex', () => {
  it('hashes text as UTF-8', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('é')).toBe(sha256Hex(Uint8Array.of(0xc3, 0xa9)));
  });
});
