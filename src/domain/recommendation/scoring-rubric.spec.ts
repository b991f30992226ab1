import type { RubricContent } from '../rubric/rubric.js';
import { parsePacket } from './packet-parser.js';
import { scoringRubric } from './scoring-rubric.js';

const content: RubricContent = {
  scale: { levels: 4, labels: ['strong no', 'no', 'yes', 'strong yes'] },
  criteria: [
    {
      key: 'impact',
      name: 'Impact',
      description: 'What changed.',
      rounds: ['r1'],
      anchors: [],
      weight: 0.6,
      required: true,
    },
    { key: 'depth', name: 'Depth', description: 'How deep.', rounds: ['r1'], anchors: [], evidence: 'required' },
  ],
  signals: [
    { key: 'lens', kind: 'weighted_mean', name: 'Lens', inputs: [{ criterion: 'impact' }] },
    { key: 'floor', kind: 'weakest_link', inputs: [{ criterion: 'impact' }] },
    {
      key: 'ownership',
      kind: 'matrix',
      x: { name: 'Depth', inputs: [{ criterion: 'depth', weight: 2 }], threshold: 0.5 },
      y: { inputs: [{ criterion: 'impact' }], threshold: 0.6 },
      quadrants: { highHigh: 'owner', lowHigh: 'visionary', highLow: 'specialist', lowLow: 'coordinator' },
    },
  ],
  evidenceForms: [{ key: 'story', name: 'Story', fields: [] }],
  gates: [
    { key: 'safety', kind: 'minimum_level', name: 'Safety', criterion: 'depth', level: 2, effect: 'cap_no_hire' },
    { key: 'stories', kind: 'minimum_evidence', form: 'story', count: 2, effect: 'flag' },
    { key: 'owner', kind: 'quadrant', signal: 'ownership', allowed: ['owner'], effect: 'cap_no_hire' },
    { key: 'bar', kind: 'veto', seat: 'bar_raiser', effect: 'cap_no_hire' },
  ],
  policy: { decider: 'committee_majority', veto: 'bar_raiser' },
};

describe('scoringRubric', () => {
  it('keeps what the arithmetic reads, with every default written out', () => {
    expect(scoringRubric(content)).toEqual({
      scale: { levels: 4 },
      criteria: [
        { key: 'impact', weight: 0.6, required: true, minimumRaters: 1, evidence: 'optional' },
        { key: 'depth', weight: 1, required: false, minimumRaters: 1, evidence: 'required' },
      ],
      signals: [
        { key: 'lens', kind: 'weighted_mean', inputs: [{ criterion: 'impact', weight: 1 }] },
        { key: 'floor', kind: 'weakest_link', inputs: [{ criterion: 'impact' }] },
        {
          key: 'ownership',
          kind: 'matrix',
          x: { inputs: [{ criterion: 'depth', weight: 2 }], threshold: 0.5 },
          y: { inputs: [{ criterion: 'impact', weight: 1 }], threshold: 0.6 },
          quadrants: { highHigh: 'owner', lowHigh: 'visionary', highLow: 'specialist', lowLow: 'coordinator' },
        },
      ],
      gates: [
        {
          key: 'safety',
          kind: 'minimum_level',
          criterion: 'depth',
          level: 2,
          whenUnrated: 'ignore',
          effect: 'cap_no_hire',
        },
        { key: 'stories', kind: 'minimum_evidence', form: 'story', count: 2, effect: 'flag' },
        { key: 'owner', kind: 'quadrant', signal: 'ownership', allowed: ['owner'], effect: 'cap_no_hire' },
        { key: 'bar', kind: 'veto', seat: 'bar_raiser', effect: 'cap_no_hire' },
      ],
      policy: {
        deciding: 'overall',
        pooling: 'by_rater',
        thresholds: { strong_hire: 0.75, hire: 0.55, no_hire: 0.3 },
      },
    });
  });

  it('is a rubric a packet can hold, and so is the whole content', () => {
    const rubric = scoringRubric(content);
    expect(parsePacket({ rubric, scorecards: [] })).toEqual({ rubric, vetoes: [], scorecards: [] });
    expect(parsePacket({ rubric: content, scorecards: [] }).rubric).toEqual(content);
  });
});
