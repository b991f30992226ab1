import { SMALL_RUBRIC, smallRubricWith } from '../../../test/support/small-rubric.js';
import { Refusal, type Fault } from '../refusal.js';
import { parseRubricContent } from './rubric-structure.js';

function faultsOf(json: unknown): Pick<Fault, 'pointer' | 'code'>[] {
  try {
    parseRubricContent(json);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.code).toBe('validation_failed');
    return error.faults.map(({ pointer, code }) => ({ pointer, code }));
  }
}

const LONE_SURROGATE = 'a\ud800b';
const broken: readonly (readonly [string, Record<string, unknown>, string, string])[] = [
  ['an unknown member', { '/criteria/0/wieght': 1 }, '/criteria/0/wieght', 'unknown_member'],
  ['an awkward unknown member', { '/policy': { 'a/b~c': 1 } }, '/policy/a~1b~0c', 'unknown_member'],
  ['a missing member', { '/criteria/0/rounds': undefined }, '/criteria/0/rounds', 'missing_member'],
  ['a number as text', { '/criteria/0/weight': '0.5' }, '/criteria/0/weight', 'not_a_number'],
  ['a key with blanks', { '/criteria/0/key': 'my key' }, '/criteria/0/key', 'not_a_key'],
  ['a name too long', { '/criteria/0/name': 'n'.repeat(121) }, '/criteria/0/name', 'too_long'],
  ['an anchor too long', { '/criteria/0/anchors/0/description': 'n'.repeat(2001) }, '/criteria/0/anchors/0/description', 'too_long'],
  ['a blank name', { '/criteria/0/name': '  ' }, '/criteria/0/name', 'blank'],
  ['half a character', { '/criteria/0/name': LONE_SURROGATE }, '/criteria/0/name', 'unstorable_text'],
  ['a NUL', { '/criteria/0/name': 'a\0' }, '/criteria/0/name', 'unstorable_text'],
  ['eleven levels', { '/scale/levels': 11 }, '/scale/levels', 'not_a_whole_number'],
  ['an object for a list', { '/gates': {} }, '/gates', 'not_a_list'],
  ['too many criteria', { '/criteria': Array.from({ length: 51 }, () => SMALL_RUBRIC.criteria[0]) }, '/criteria', 'too_many'],
  ['an unknown kind of signal', { '/signals/0/kind': 'median' }, '/signals/0/kind', 'unknown_word'],
  ['a kind from the prototype', { '/signals/0/kind': 'toString' }, '/signals/0/kind', 'unknown_word'],
  ['a member of another kind', { '/signals/0/x': {} }, '/signals/0/x', 'unknown_member'],
  ['an unknown formula', { '/evidenceForms/0/fields/4/formula/operation': 'root' }, '/evidenceForms/0/fields/4/formula/operation', 'unknown_word'],
  ['a list in a list', { '/evidenceForms/1/fields/0/fields/0/kind': 'list' }, '/evidenceForms/1/fields/0/fields/0/kind', 'unknown_word'],
  ['an unknown effect', { '/gates/0/effect': 'reject' }, '/gates/0/effect', 'unknown_word'],
  ['null for an optional member', { '/criteria/0/weight': null }, '/criteria/0/weight', 'not_a_number'],
];

describe('parseRubricContent', () => {
  it('gives back a rubric in order unchanged', () => {
    expect(parseRubricContent(JSON.parse(JSON.stringify(SMALL_RUBRIC)))).toEqual(SMALL_RUBRIC);
  });

  it.each(broken)('refuses %s', (_, changes, pointer, code) => {
    expect(faultsOf(smallRubricWith(changes))).toContainEqual({ pointer, code });
  });

  it('keeps an unfinished draft', () => {
    expect(faultsOf(smallRubricWith({ '/criteria/0/anchors': [], '/criteria/1/description': '', '/criteria/2/rounds': [] }))).toEqual([]);
  });

  it.each([null, [], 'rubric', 7, undefined])('refuses %j as a rubric', (json) => {
    expect(faultsOf(json)).toEqual([{ pointer: '', code: 'not_an_object' }]);
  });

  it('does not let __proto__ pass as a member', () => {
    const json = JSON.parse(JSON.stringify(SMALL_RUBRIC).replace('{', '{"__proto__":{"x":1},'));
    expect(faultsOf(json)).toEqual([{ pointer: '/__proto__', code: 'unknown_member' }]);
  });

  it('names every fault at once', () => {
    expect(faultsOf(smallRubricWith({ '/scale/levels': 1, '/criteria/0/name': 3, '/policy/pooling': 'by_luck' }))).toHaveLength(3);
  });
});
