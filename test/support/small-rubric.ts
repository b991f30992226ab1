/** A small rubric with one of everything, in order as it stands; specs change one thing and look at what happens. */
import type { Anchor, RubricContent } from '../../src/domain/rubric/rubric.js';

function anchors(about: string): Anchor[] {
  return [1, 2, 3, 4].map((level) => ({
    level,
    description: `${about}: behaviour of level ${level}`,
    poorExample: `${about}: too thin for level ${level}`,
    goodExample: `${about}: what was said at level ${level}`,
  }));
}

export const SMALL_RUBRIC: RubricContent = {
  scale: { levels: 4, labels: ['Strong no', 'No', 'Yes', 'Strong yes'] },
  criteria: [
    {
      key: 'impact',
      name: 'Impact',
      description: 'What changed because of the candidate',
      weight: 0.6,
      required: true,
      minimumRaters: 2,
      evidence: 'required',
      forms: ['metric_story'],
      rounds: ['phone', 'loop'],
      anchors: anchors('impact'),
    },
    {
      key: 'depth',
      name: 'Depth',
      description: 'How well the candidate reasons about models',
      required: true,
      forms: ['ranking', 'raci'],
      rounds: ['loop'],
      anchors: anchors('depth'),
    },
    {
      key: 'presence',
      name: 'Presence',
      description: 'How the candidate holds a room',
      weight: 0,
      evidence: 'none',
      rounds: ['loop'],
      anchors: anchors('presence'),
    },
  ],
  signals: [
    { key: 'judgment', kind: 'weighted_mean', inputs: [{ criterion: 'impact' }, { criterion: 'depth', weight: 2 }] },
    { key: 'floor', kind: 'weakest_link', inputs: [{ criterion: 'impact' }, { criterion: 'depth' }] },
    {
      key: 'matrix',
      kind: 'matrix',
      x: { inputs: [{ criterion: 'depth' }], threshold: 0.5 },
      y: { inputs: [{ criterion: 'impact' }], threshold: 0.5 },
      quadrants: { highHigh: 'owner', lowHigh: 'visionary', highLow: 'specialist', lowLow: 'coordinator' },
    },
  ],
  evidenceForms: [
    {
      key: 'metric_story',
      name: 'Metric story',
      fields: [
        { key: 'metric', name: 'Metric', kind: 'text', required: true },
        { key: 'unit', name: 'Unit', kind: 'text', required: true },
        { key: 'baseline', name: 'Baseline', kind: 'number', required: true, unit: { field: 'unit' } },
        { key: 'result', name: 'Result', kind: 'number', required: true, unit: { field: 'unit' } },
        {
          key: 'change',
          name: 'Change',
          kind: 'computed',
          unit: '%',
          formula: { operation: 'percent_change', from: 'baseline', to: 'result' },
        },
        {
          key: 'saved',
          name: 'Difference',
          kind: 'computed',
          formula: { operation: 'difference', from: 'baseline', to: 'result' },
        },
        {
          key: 'factor',
          name: 'Factor',
          kind: 'computed',
          formula: { operation: 'ratio', from: 'baseline', to: 'result' },
        },
        { key: 'seen', name: 'Seen on', kind: 'date' },
        { key: 'own', name: 'Own decision', kind: 'boolean' },
      ],
    },
    {
      key: 'ranking',
      name: 'Ranking',
      fields: [
        {
          key: 'ideas',
          name: 'Ideas',
          kind: 'list',
          required: true,
          ranked: true,
          count: { minimum: 2, maximum: 3 },
          fields: [
            { key: 'idea', name: 'Idea', kind: 'text', required: true },
            { key: 'sprints', name: 'Sprints', kind: 'integer', minimum: 0, maximum: 26 },
            { key: 'value', name: 'Value', kind: 'number' },
            {
              key: 'per_sprint',
              name: 'Value per sprint',
              kind: 'computed',
              formula: { operation: 'ratio', from: 'sprints', to: 'value' },
            },
          ],
        },
        { key: 'ideas_count', name: 'Ideas', kind: 'computed', formula: { operation: 'count', list: 'ideas' } },
        {
          key: 'sprints',
          name: 'Sprints',
          kind: 'computed',
          formula: { operation: 'sum', list: 'ideas', field: 'sprints' },
        },
        { key: 'value', name: 'Value', kind: 'computed', formula: { operation: 'sum', list: 'ideas', field: 'value' } },
      ],
    },
    {
      key: 'raci',
      name: 'RACI',
      fields: [
        {
          key: 'rows',
          name: 'Assignments',
          kind: 'list',
          exactlyOne: [{ field: 'role', value: 'accountable', per: 'item' }],
          fields: [
            { key: 'item', name: 'Work item', kind: 'text', required: true },
            {
              key: 'role',
              name: 'Role',
              kind: 'choice',
              required: true,
              choices: [
                { key: 'accountable', name: 'Accountable' },
                { key: 'informed', name: 'Informed' },
              ],
            },
          ],
        },
      ],
    },
  ],
  gates: [
    {
      key: 'depth_floor',
      kind: 'minimum_level',
      criterion: 'depth',
      level: 2,
      whenUnrated: 'trigger',
      effect: 'cap_no_hire',
    },
    { key: 'stories', kind: 'minimum_evidence', form: 'metric_story', count: 1, effect: 'flag' },
    { key: 'owner', kind: 'quadrant', signal: 'matrix', allowed: ['owner', 'visionary'], effect: 'cap_no_hire' },
    { key: 'bar', kind: 'veto', seat: 'bar_raiser', effect: 'cap_no_hire' },
  ],
  policy: { deciding: 'judgment', thresholds: { strong_hire: 0.75, hire: 0.55, no_hire: 0.3 } },
};

/** A deep copy of the small rubric with the value at each JSON pointer replaced; `undefined` takes it away. */
export function smallRubricWith(changes: Readonly<Record<string, unknown>>): RubricContent {
  return withChanges(SMALL_RUBRIC, changes);
}

export function withChanges<T>(original: T, changes: Readonly<Record<string, unknown>>): T {
  const copy: T = structuredClone(original);
  for (const [pointer, value] of Object.entries(changes)) {
    const steps = pointer.split('/').slice(1);
    const last = steps.pop() ?? '';
    const holder = steps.reduce<unknown>((at, step) => Reflect.get(Object(at), step), copy);
    if (typeof holder !== 'object' || holder === null) throw new Error(`nothing at ${pointer}`);
    if (value === undefined) Reflect.deleteProperty(holder, last);
    else Reflect.set(holder, last, value);
  }
  return copy;
}
