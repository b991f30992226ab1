import { SMALL_RUBRIC, smallRubricWith } from '../../../test/support/small-rubric.js';
import { validateRubric } from './rubric-validation.js';

const C = SMALL_RUBRIC.criteria;
const anchors = C[0]?.anchors ?? [];
const broken: readonly (readonly [string, Record<string, unknown>, string, string])[] = [
  ['a label too few', { '/scale/labels': ['a', 'b', 'c'] }, '/scale/labels', 'labels_count'],
  ['two labels alike', { '/scale/labels': ['a', 'b', 'B ', 'd'] }, '/scale/labels/2', 'duplicate'],
  ['one level', { '/scale/levels': 1 }, '/scale/levels', 'not_a_whole_number'],
  ['no criterion', { '/criteria': [] }, '/criteria', 'too_few'],
  ['two criteria of one key', { '/criteria/1/key': 'impact' }, '/criteria/1/key', 'duplicate'],
  ['a negative weight', { '/criteria/0/weight': -0.1 }, '/criteria/0/weight', 'negative_weight'],
  ['no weight at all', { '/criteria/0/weight': 0, '/criteria/1/weight': 0, '/policy/deciding': undefined }, '/criteria', 'no_weight'],
  ['no description', { '/criteria/0/description': ' ' }, '/criteria/0/description', 'blank'],
  ['half a rater', { '/criteria/0/minimumRaters': 0.5 }, '/criteria/0/minimumRaters', 'not_a_whole_number'],
  ['an unknown form', { '/criteria/0/forms/0': 'story' }, '/criteria/0/forms/0', 'unknown_form'],
  ['a form named twice', { '/criteria/0/forms': ['metric_story', 'metric_story'] }, '/criteria/0/forms/1', 'duplicate'],
  ['forms where no evidence is asked', { '/criteria/2/forms': ['raci'] }, '/criteria/2/forms', 'forms_without_evidence'],
  ['an unknown round', { '/criteria/0/rounds/1': 'lunch' }, '/criteria/0/rounds/1', 'unknown_round'],
  ['no round', { '/criteria/2/rounds': [] }, '/criteria/2/rounds', 'no_round'],
  ['a missing anchor', { '/criteria/0/anchors': anchors.slice(1) }, '/criteria/0/anchors', 'missing_anchor'],
  ['a level anchored twice', { '/criteria/0/anchors/1/level': 1 }, '/criteria/0/anchors/1/level', 'duplicate'],
  ['an anchor off the scale', { '/criteria/0/anchors/3/level': 5 }, '/criteria/0/anchors/3/level', 'level_off_scale'],
  ['an anchor without words', { '/criteria/0/anchors/2/goodExample': '' }, '/criteria/0/anchors/2/goodExample', 'blank'],
  [
    'two anchors alike',
    { '/criteria/0/anchors/2/description': 'Impact:  behaviour of level 1' },
    '/criteria/0/anchors/2/description',
    'anchor_not_distinct',
  ],
  ['a signal named overall', { '/signals/1/key': 'overall' }, '/signals/1/key', 'reserved_key'],
  ['two signals of one key', { '/signals/1/key': 'judgment' }, '/signals/1/key', 'duplicate'],
  ['a signal of an unknown criterion', { '/signals/1/inputs/0/criterion': 'luck' }, '/signals/1/inputs/0/criterion', 'unknown_criterion'],
  ['an input twice', { '/signals/0/inputs/1/criterion': 'impact' }, '/signals/0/inputs/1/criterion', 'duplicate'],
  ['a signal without inputs', { '/signals/1/inputs': [] }, '/signals/1/inputs', 'too_few'],
  ['a negative input weight', { '/signals/0/inputs/0/weight': -1 }, '/signals/0/inputs/0/weight', 'negative_weight'],
  ['a signal that weighs nothing', { '/signals/0/inputs/0/weight': 0, '/signals/0/inputs/1/weight': 0 }, '/signals/0/inputs', 'no_weight'],
  ['an axis without criteria', { '/signals/2/x/inputs': [] }, '/signals/2/x/inputs', 'too_few'],
  ['an axis threshold above 1', { '/signals/2/y/threshold': 1.2 }, '/signals/2/y/threshold', 'threshold_out_of_range'],
  ['two quadrants alike', { '/signals/2/quadrants/lowLow': 'owner' }, '/signals/2/quadrants/lowLow', 'duplicate'],
  ['two gates of one key', { '/gates/1/key': 'owner' }, '/gates/2/key', 'duplicate'],
  ['a gate on an unknown criterion', { '/gates/0/criterion': 'luck' }, '/gates/0/criterion', 'unknown_criterion'],
  ['a gate level off the scale', { '/gates/0/level': 5 }, '/gates/0/level', 'level_off_scale'],
  ['a gate between levels', { '/gates/0/level': 2.5 }, '/gates/0/level', 'level_off_scale'],
  ['minimum evidence of an unknown form', { '/gates/1/form': 'story' }, '/gates/1/form', 'unknown_form'],
  ['minimum evidence of none', { '/gates/1/count': 0 }, '/gates/1/count', 'not_a_whole_number'],
  ['a quadrant gate on an unknown signal', { '/gates/2/signal': 'map' }, '/gates/2/signal', 'unknown_signal'],
  ['a quadrant gate on a mean', { '/gates/2/signal': 'judgment' }, '/gates/2/signal', 'not_a_matrix'],
  ['an unknown quadrant', { '/gates/2/allowed': ['owner', 'hero'] }, '/gates/2/allowed/1', 'unknown_quadrant'],
  ['no quadrant allowed', { '/gates/2/allowed': [] }, '/gates/2/allowed', 'too_few'],
  ['a better quadrant refused', { '/gates/2/allowed': ['visionary'] }, '/gates/2/allowed', 'better_quadrant_refused'],
  ['a veto of an unknown seat', { '/gates/3/seat': 'bar_razer' }, '/gates/3/seat', 'unknown_seat'],
  ['an unknown deciding signal', { '/policy/deciding': 'karma' }, '/policy/deciding', 'unknown_signal'],
  ['thresholds out of order', { '/policy/thresholds/hire': 0.8 }, '/policy/thresholds/hire', 'thresholds_out_of_order'],
  ['a threshold below 0', { '/policy/thresholds/no_hire': -0.1 }, '/policy/thresholds/no_hire', 'threshold_out_of_range'],
  ['an unknown veto in the policy', { '/policy/veto': 'king' }, '/policy/veto', 'unknown_seat'],
  ['two forms of one key', { '/evidenceForms/2/key': 'ranking' }, '/evidenceForms/2/key', 'duplicate'],
  ['a form named note', { '/evidenceForms/2/key': 'note', '/criteria/1/forms': [] }, '/evidenceForms/2/key', 'reserved_key'],
  ['two fields of one key', { '/evidenceForms/0/fields/1/key': 'metric' }, '/evidenceForms/0/fields/1/key', 'duplicate'],
  ['a unit from nowhere', { '/evidenceForms/0/fields/2/unit/field': 'own' }, '/evidenceForms/0/fields/2/unit/field', 'unknown_field'],
  ['bounds the wrong way', { '/evidenceForms/1/fields/0/fields/1/minimum': 30 }, '/evidenceForms/1/fields/0/fields/1/minimum', 'bounds_out_of_order'],
  ['a formula without operand', { '/evidenceForms/0/fields/4/formula/from': 'metric' }, '/evidenceForms/0/fields/4/formula/from', 'unknown_field'],
  [
    'a formula that reads itself',
    { '/evidenceForms/0/fields/5/formula/from': 'factor', '/evidenceForms/0/fields/6/formula/to': 'saved' },
    '/evidenceForms/0/fields/5/formula',
    'circular_formula',
  ],
  ['a count of no list', { '/evidenceForms/1/fields/1/formula/list': 'sprints' }, '/evidenceForms/1/fields/1/formula/list', 'unknown_field'],
  ['a sum of words', { '/evidenceForms/1/fields/2/formula/field': 'idea' }, '/evidenceForms/1/fields/2/formula/field', 'unknown_field'],
  ['a ranked list with its own rank', { '/evidenceForms/1/fields/0/fields/2/key': 'rank' }, '/evidenceForms/1/fields/0/fields/2/key', 'reserved_key'],
  ['counts the wrong way', { '/evidenceForms/1/fields/0/count/minimum': 4 }, '/evidenceForms/1/fields/0/count/minimum', 'bounds_out_of_order'],
  [
    'exactly one of no field',
    { '/evidenceForms/2/fields/0/exactlyOne/0/field': 'rolle' },
    '/evidenceForms/2/fields/0/exactlyOne/0/field',
    'unknown_field',
  ],
  ['exactly one per itself', { '/evidenceForms/2/fields/0/exactlyOne/0/per': 'role' }, '/evidenceForms/2/fields/0/exactlyOne/0/per', 'unknown_field'],
  [
    'exactly one of a value that cannot be',
    { '/evidenceForms/2/fields/0/exactlyOne/0/value': 'boss' },
    '/evidenceForms/2/fields/0/exactlyOne/0/value',
    'value_off_field',
  ],
  [
    'a choice twice',
    { '/evidenceForms/2/fields/0/fields/1/choices/1/key': 'accountable' },
    '/evidenceForms/2/fields/0/fields/1/choices/1/key',
    'duplicate',
  ],
];

const context = { rounds: ['phone', 'loop'] };

describe('validateRubric', () => {
  it('finds nothing in a rubric that is in order, with or without the plan', () => {
    expect(validateRubric(SMALL_RUBRIC, context)).toEqual([]);
    expect(validateRubric(SMALL_RUBRIC)).toEqual([]);
  });

  it.each(broken)('names %s', (_, changes, pointer, code) => {
    const faults = validateRubric(smallRubricWith(changes), context);
    expect(faults).toContainEqual({ pointer, code, detail: expect.any(String) });
  });

  it('names every fault at once', () => {
    const faults = validateRubric(
      smallRubricWith({
        '/criteria/0/weight': -1,
        '/policy/deciding': 'karma',
        '/gates/3/seat': 'x',
        '/scale/labels': [],
      }),
      context,
    );
    expect(faults.map((fault) => fault.pointer)).toEqual(['/scale/labels', '/criteria/0/weight', '/gates/3/seat', '/policy/deciding']);
  });

  it('lets a rubric decide by a signal though every criterion weighs nothing', () => {
    expect(validateRubric(smallRubricWith({ '/criteria/0/weight': 0, '/criteria/1/weight': 0 }), context)).toEqual([]);
  });

  it.each([[['owner']], [['owner', 'specialist']], [['owner', 'specialist', 'visionary']], [['coordinator', 'specialist', 'visionary', 'owner']]])(
    'accepts quadrants closed upwards: %j',
    (allowed) => {
      expect(validateRubric(smallRubricWith({ '/gates/2/allowed': allowed }), context)).toEqual([]);
    },
  );

  it.each([
    [['visionary'], ['owner']],
    [['specialist'], ['owner']],
    [['coordinator'], ['visionary', 'specialist', 'owner']],
    [
      ['coordinator', 'owner'],
      ['visionary', 'specialist'],
    ],
  ])('asks for every quadrant above %j', (allowed, missing) => {
    const faults = validateRubric(smallRubricWith({ '/gates/2/allowed': allowed }), context);
    expect(faults.map((fault) => fault.detail.split('"')[1]).sort()).toEqual([...missing].sort());
  });

  it('does not take two thresholds at one value for disorder', () => {
    expect(validateRubric(smallRubricWith({ '/policy/thresholds/hire': 0.75 }), context)).toEqual([]);
  });
});
