import fc from 'fast-check';
import { SMALL_RUBRIC, smallRubricWith } from '../../../test/support/small-rubric.js';
import { diffRubrics } from './rubric-diff.js';
import { RUBRIC_CHANGE_CODES } from './rubric-change.js';
import type { Criterion } from './rubric.js';

const [impact, depth, presence] = SMALL_RUBRIC.criteria;
const anchors = impact?.anchors ?? [];
const added: Criterion = { key: 'new', name: 'New', description: 'n', rounds: ['loop'], anchors: [] };
const [judgment, floor, matrix] = SMALL_RUBRIC.signals;
const [story, ranking, raci] = SMALL_RUBRIC.evidenceForms;
const [depthFloor, stories, owner, bar] = SMALL_RUBRIC.gates;

const changes: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ['levels_changed', '/scale/levels', { '/scale/levels': 5 }],
  ['labels_changed', '/scale/labels', { '/scale/labels/0': 'Never' }],
  ['criterion_added', '/criteria/1', { '/criteria': [impact, added, depth, presence] }],
  ['criterion_removed', '/criteria/1', { '/criteria': [impact, presence] }],
  ['criteria_reordered', '/criteria', { '/criteria': [depth, impact, presence] }],
  ['criterion_renamed', '/criteria/0/name', { '/criteria/0/name': 'Effect' }],
  ['criterion_described_anew', '/criteria/0/description', { '/criteria/0/description': 'd' }],
  ['weight_changed', '/criteria/1/weight', { '/criteria/1/weight': 2 }],
  ['required_changed', '/criteria/2/required', { '/criteria/2/required': true }],
  ['minimum_raters_changed', '/criteria/0/minimumRaters', { '/criteria/0/minimumRaters': 3 }],
  ['evidence_need_changed', '/criteria/1/evidence', { '/criteria/1/evidence': 'required' }],
  ['criterion_forms_changed', '/criteria/1/forms', { '/criteria/1/forms': ['raci'] }],
  ['criterion_rounds_changed', '/criteria/0/rounds', { '/criteria/0/rounds': ['loop'] }],
  ['anchor_changed', '/criteria/0/anchors/2', { '/criteria/0/anchors/2/goodExample': 'other' }],
  ['anchor_removed', '/criteria/0/anchors/0', { '/criteria/0/anchors': anchors.slice(1) }],
  ['anchor_added', '/criteria/0/anchors/4', { '/criteria/0/anchors': [...anchors, { ...anchors[0], level: 5 }] }],
  ['signal_added', '/signals/3', { '/signals': [judgment, floor, matrix, { ...floor, key: 'low' }] }],
  ['signal_removed', '/signals/1', { '/signals': [judgment, matrix] }],
  ['signal_changed', '/signals/2', { '/signals/2/x/threshold': 0.6 }],
  ['signals_reordered', '/signals', { '/signals': [floor, judgment, matrix] }],
  ['form_added', '/evidenceForms/3', { '/evidenceForms': [story, ranking, raci, { ...raci, key: 'daci' }] }],
  ['form_removed', '/evidenceForms/2', { '/evidenceForms': [story, ranking] }],
  ['form_changed', '/evidenceForms/0', { '/evidenceForms/0/fields/0/required': false }],
  ['forms_reordered', '/evidenceForms', { '/evidenceForms': [ranking, story, raci] }],
  ['gate_added', '/gates/4', { '/gates': [depthFloor, stories, owner, bar, { ...bar, key: 'bar2' }] }],
  ['gate_removed', '/gates/0', { '/gates': [stories, owner, bar] }],
  ['gate_changed', '/gates/0', { '/gates/0/whenUnrated': 'ignore' }],
  ['gates_reordered', '/gates', { '/gates': [stories, depthFloor, owner, bar] }],
  ['deciding_changed', '/policy/deciding', { '/policy/deciding': undefined }],
  ['pooling_changed', '/policy/pooling', { '/policy/pooling': 'by_round' }],
  ['thresholds_changed', '/policy/thresholds', { '/policy/thresholds/hire': 0.6 }],
  ['decider_changed', '/policy/decider', { '/policy/decider': 'committee_majority' }],
  ['policy_veto_changed', '/policy/veto', { '/policy/veto': 'bar_raiser' }],
];

describe('diffRubrics', () => {
  it('covers every code', () => {
    expect(new Set(changes.map(([code]) => code))).toEqual(new Set(RUBRIC_CHANGE_CODES));
  });

  it.each(changes)('says %s at %s, and nothing else', (code, pointer, edit) => {
    const found = diffRubrics(SMALL_RUBRIC, smallRubricWith(edit));
    expect(found).toEqual([expect.objectContaining({ code, pointer })]);
    expect(found[0]?.before).not.toEqual(found[0]?.after);
  });

  it('gives the values before and after and what the sentence speaks of', () => {
    expect(diffRubrics(SMALL_RUBRIC, smallRubricWith({ '/criteria/0/weight': 0.4 }))).toEqual([
      {
        code: 'weight_changed',
        pointer: '/criteria/0/weight',
        params: { key: 'impact', name: 'Impact' },
        before: 0.6,
        after: 0.4,
      },
    ]);
  });

  it('takes a default written out for no change', () => {
    const explicit = smallRubricWith({
      '/criteria/1/weight': 1,
      '/criteria/1/minimumRaters': 1,
      '/criteria/1/evidence': 'optional',
      '/criteria/2/required': false,
      '/criteria/2/forms': [],
      '/signals/0/inputs/0/weight': 1,
      '/policy/pooling': 'by_rater',
      '/policy/decider': 'hiring_manager',
      '/policy/thresholds': undefined,
    });
    expect(diffRubrics(SMALL_RUBRIC, explicit)).toEqual([]);
    expect(diffRubrics(explicit, SMALL_RUBRIC)).toEqual([]);
  });

  it('finds as many kinds of change as were made, both ways, and none between equals', () => {
    const small = changes.filter(([code]) => !/(added|removed|reordered)$/.test(code));
    fc.assert(
      fc.property(fc.subarray([...small]), (picked) => {
        const edited = smallRubricWith(Object.assign({}, ...picked.map(([, , edit]) => edit)));
        const expected = picked.map(([code]) => code).sort();
        expect(
          diffRubrics(SMALL_RUBRIC, edited)
            .map((change) => change.code)
            .sort(),
        ).toEqual(expected);
        expect(diffRubrics(edited, SMALL_RUBRIC)).toHaveLength(expected.length);
        expect(diffRubrics(edited, structuredClone(edited))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
