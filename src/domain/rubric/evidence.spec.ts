import fc from 'fast-check';
import { SMALL_RUBRIC } from '../../../test/support/small-rubric.js';
import { computeEvidence } from './computed-evidence.js';
import { checkEvidence } from './evidence-check.js';
import { formOf, type EvidenceFields, type EvidenceRow } from './evidence.js';
import type { EvidenceForm } from './rubric.js';

function form(key: string): EvidenceForm {
  const found = formOf(SMALL_RUBRIC, key);
  if (!found) throw new Error(`no form ${key}`);
  return found;
}

const story = { metric: 'latency', unit: 'ms', baseline: 120, result: 78 };
const codes = (key: string, fields: EvidenceFields, partial = false) =>
  checkEvidence(form(key), fields, { partial }).map((fault) => `${fault.pointer} ${fault.code}`);

describe('computeEvidence', () => {
  it('computes 120 to 78 as −35 percent, a difference of −42 and a factor of 0.65, exactly', () => {
    expect(computeEvidence(form('metric_story'), story)).toEqual({ ...story, change: -35, saved: -42, factor: 0.65 });
  });

  it.each([
    [0.1, 0.3, 200, 0.2, 3],
    [100, 112, 12, 12, 1.12],
    [-10, -5, 50, 5, 0.5],
    [3, 4, 33.333333333333336, 1, 1.3333333333333333],
    [1e21, 3e21, 200, 2e21, 3],
    [1e-7, 2.5e-7, 150, 1.5e-7, 2.5],
    [0, 5, null, 5, null],
    [1e-300, 1e308, null, 1e308, null],
  ])('computes %d to %d', (baseline, result, change, saved, factor) => {
    expect(computeEvidence(form('metric_story'), { ...story, baseline, result })).toMatchObject({
      change,
      saved,
      factor,
    });
  });

  it('leaves a value empty while an operand is empty or not a number, and replaces what was typed there', () => {
    const computed = computeEvidence(form('metric_story'), { ...story, result: 'soon', change: -99 });
    expect(computed).toMatchObject({ result: 'soon', change: null, saved: null });
  });

  it('ranks rows, computes inside them, counts and sums', () => {
    const ideas: EvidenceRow[] = [
      { idea: 'a', sprints: 2, value: 0.1 },
      { idea: 'b', sprints: 0, value: 0.2 },
      { idea: 'c', value: 7 },
    ];
    expect(computeEvidence(form('ranking'), { ideas })).toEqual({
      ideas: [
        { ...ideas[0], per_sprint: 0.05, rank: 1 },
        { ...ideas[1], per_sprint: null, rank: 2 },
        { ...ideas[2], per_sprint: null, rank: 3 },
      ],
      ideas_count: 3,
      sprints: 2,
      value: 7.3,
    });
    expect(computeEvidence(form('ranking'), {})).toEqual({ ideas_count: null, sprints: null, value: null });
  });

  it('ends on a formula that leads back to itself', () => {
    const circular: EvidenceForm = {
      key: 'c',
      name: 'c',
      fields: [
        { key: 'a', name: 'a', kind: 'computed', formula: { operation: 'difference', from: 'b', to: 'b' } },
        { key: 'b', name: 'b', kind: 'computed', formula: { operation: 'ratio', from: 'a', to: 'a' } },
      ],
    };
    expect(computeEvidence(circular, {})).toEqual({ a: null, b: null });
  });

  it('gives back the result from baseline and difference, whatever the decimals', () => {
    const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 100);
    fc.assert(
      fc.property(hundredths, hundredths, (baseline, change) => {
        const result = Number((baseline + change).toFixed(2)) + 0;
        const { saved } = computeEvidence(form('metric_story'), { ...story, baseline, result });
        expect(saved).toBe(Number((result - baseline).toFixed(2)) + 0);
      }),
    );
  });
});

describe('checkEvidence', () => {
  it('accepts evidence in order, as typed and as computed', () => {
    expect(codes('metric_story', story)).toEqual([]);
    expect(codes('metric_story', computeEvidence(form('metric_story'), { ...story, seen: '2024-02-29', own: false }))).toEqual([]);
    const ideas = [
      { idea: 'a', sprints: 2 },
      { idea: 'b', sprints: 1 },
    ];
    expect(codes('ranking', computeEvidence(form('ranking'), { ideas }))).toEqual([]);
    expect(codes('note', { text: 'She drew the failure first.' })).toEqual([]);
  });

  it.each<[string, string, EvidenceFields, string]>([
    ['nothing required', 'metric_story', { unit: 'ms', baseline: 1, result: 2 }, '/metric required'],
    ['blank words', 'note', { text: ' \n' }, '/text required'],
    ['an unknown field', 'metric_story', { ...story, 'a/b': 1 }, '/a~1b unknown_field'],
    ['a prototype name', 'metric_story', { ...story, constructor: 1 }, '/constructor unknown_field'],
    ['a number as text', 'metric_story', { ...story, result: '78' }, '/result not_a_number'],
    ['text as a number', 'metric_story', { ...story, metric: 7 }, '/metric not_text'],
    ['a flag as text', 'metric_story', { ...story, own: 'yes' }, '/own not_a_flag'],
    ['a day that is not', 'metric_story', { ...story, seen: '2023-02-29' }, '/seen not_a_date'],
    ['a time for a day', 'metric_story', { ...story, seen: '2023-02-28T10:00' }, '/seen not_a_date'],
    ["a computed value of one's own", 'metric_story', { ...story, change: -36 }, '/change computed_value'],
    ['no rows', 'ranking', { ideas: [] }, '/ideas required'],
    ['words for rows', 'ranking', { ideas: 'a, b' }, '/ideas not_a_list'],
    ['too few rows', 'ranking', { ideas: [{ idea: 'a' }] }, '/ideas too_few_rows'],
    ['too many rows', 'ranking', { ideas: [{ idea: 'a' }, { idea: 'b' }, { idea: 'c' }, { idea: 'd' }] }, '/ideas too_many_rows'],
    ['the same row twice', 'ranking', { ideas: [{ idea: 'A ' }, { idea: 'a' }] }, '/ideas/1 duplicate_row'],
    ["a rank of one's own", 'ranking', { ideas: [{ idea: 'a', rank: 2 }, { idea: 'b' }] }, '/ideas/0/rank computed_value'],
    ['a required field of a row', 'ranking', { ideas: [{ idea: 'a' }, { sprints: 1 }] }, '/ideas/1/idea required'],
    ['half a sprint', 'ranking', { ideas: [{ idea: 'a', sprints: 0.5 }, { idea: 'b' }] }, '/ideas/0/sprints not_a_whole_number'],
    ['too little', 'ranking', { ideas: [{ idea: 'a', sprints: -1 }, { idea: 'b' }] }, '/ideas/0/sprints below_minimum'],
    ['too much', 'ranking', { ideas: [{ idea: 'a', sprints: 27 }, { idea: 'b' }] }, '/ideas/0/sprints above_maximum'],
    ['an unknown choice', 'raci', { rows: [{ item: 'x', role: 'boss' }] }, '/rows/0/role unknown_choice'],
    ['nobody accountable', 'raci', { rows: [{ item: 'x', role: 'informed' }] }, '/rows not_exactly_one'],
  ])('names %s', (_, key, fields, expected) => {
    expect(codes(key, fields)).toContain(expected);
  });

  it('asks for exactly one accountable per work item, whatever its case', () => {
    const rows = (...pairs: [string, string][]) => ({ rows: pairs.map(([item, role]) => ({ item, role })) });
    expect(codes('raci', rows(['Spec', 'accountable'], ['Test', 'accountable'], ['Spec', 'informed']))).toEqual([]);
    expect(codes('raci', rows(['Spec', 'accountable'], ['spec ', 'accountable']))).toEqual(['/rows not_exactly_one']);
    expect(codes('raci', rows(['Spec', 'accountable'], ['Test', 'informed']))).toEqual(['/rows not_exactly_one']);
  });

  it('asks a draft for nothing, but refuses what can never be right', () => {
    expect(codes('metric_story', {}, true)).toEqual([]);
    expect(codes('ranking', { ideas: [{}] }, true)).toEqual([]);
    expect(codes('raci', { rows: [{ item: 'x' }] }, true)).toEqual([]);
    expect(codes('metric_story', { result: 'fast' }, true)).toEqual(['/result not_a_number']);
  });

  it('puts the pointer of the caller in front', () => {
    expect(checkEvidence(form('note'), {}, { pointer: '/ratings/0/evidence/1/fields' })[0]?.pointer).toBe('/ratings/0/evidence/1/fields/text');
  });
});
