import type { Packet } from '../recommendation/packet.js';
import { recommend } from '../recommendation/recommend.js';
import { stepWords, type StepNames } from './step-words.js';

const NAMES: StepNames = {
  criteria: { impact: 'Impact', depth: 'Depth' },
  signals: { ownership: 'Ownership', floor: 'Floor' },
  gates: { safety: 'Safety', stories: 'Stories', owner: 'Owner', bar: 'Bar' },
  forms: { metric_story: 'Metric story' },
  rounds: { r1: 'Phone', r2: 'Loop' },
  people: { u1: 'Ann', u7: 'Bo' },
};
const PACKET: Packet = {
  rubric: {
    scale: { levels: 4 },
    criteria: [
      { key: 'impact', weight: 0.6, required: true, minimumRaters: 2, evidence: 'required' },
      { key: 'depth', weight: 0.4 },
      { key: 'regulatory', weight: 0.4 },
    ],
    signals: [
      { key: 'floor', kind: 'weakest_link', inputs: [{ criterion: 'impact' }, { criterion: 'regulatory' }] },
      {
        key: 'ownership',
        kind: 'matrix',
        x: { inputs: [{ criterion: 'depth' }], threshold: 0.5 },
        y: { inputs: [{ criterion: 'impact' }], threshold: 0.5 },
        quadrants: { highHigh: 'owner', lowHigh: 'visionary', highLow: 'specialist', lowLow: 'coordinator' },
      },
    ],
    gates: [
      { key: 'safety', kind: 'minimum_level', criterion: 'regulatory', level: 2, whenUnrated: 'trigger', effect: 'cap_no_hire' },
      { key: 'stories', kind: 'minimum_evidence', form: 'metric_story', count: 2, effect: 'flag' },
      { key: 'owner', kind: 'quadrant', signal: 'ownership', allowed: ['owner', 'visionary'], effect: 'cap_no_hire' },
      { key: 'bar', kind: 'veto', seat: 'bar_raiser', effect: 'cap_no_hire' },
    ],
    policy: { pooling: 'by_round' },
  },
  vetoes: [{ seat: 'bar_raiser', by: 'u7', reason: 'Below the bar' }],
  scorecards: [
    {
      id: 's1',
      interviewer: 'u1',
      round: 'r1',
      status: 'submitted',
      verdict: 'hire',
      ratings: [
        { criterion: 'impact', level: 4 },
        { criterion: 'depth', level: 3 },
      ],
    },
    { id: 's2', interviewer: 'u2', round: 'r2', status: 'missing' },
  ],
};

describe('the steps in words', () => {
  const { steps } = recommend(PACKET);
  const said = (locale: 'en' | 'zh-CN') => steps.map((step) => stepWords(step, NAMES, locale));

  it('tell in English what was counted, what it gave, what was missing and what followed', () => {
    expect(said('en')).toEqual([
      'Submitted cards counted: 1; waived or declined: 0; missing: 1; cards are pooled inside their round first.',
      'Impact: Phone 4 (1); mean of rounds 4, which is 1 on 0–1; weight 0.6.',
      'Depth: Phone 3 (1); mean of rounds 3, which is 0.6667 on 0–1; weight 0.4.',
      'regulatory: nobody rated it; its weight 0.4 drops out.',
      'Floor: the lowest of its criteria is 1 (unrated and left out: regulatory).',
      'Ownership: x 0.6667 against 0.5, y 1 against 0.5: owner; mean of the axes 0.8333.',
      'Overall: the weighted mean of all rated criteria is 0.8667.',
      'The deciding value is the overall value: 0.8667.',
      '0.8667 meets the threshold 0.75 of strong hire.',
      'Gate "Safety": regulatory needs level 2, nobody rated it; triggered, nothing above no hire is allowed.',
      'Gate "Stories": "Metric story" needs 2 on record, there are 0; triggered, it is pointed out and lowers nothing.',
      'Gate "Owner": Ownership is "owner", allowed are owner, visionary; not triggered.',
      'Gate "Bar": a veto by Bo; triggered, nothing above no hire is allowed.',
      'Safety, Bar lowers strong hire to no hire.',
      'Missing: Impact has 1 of 2 raters it needs.',
      'Missing: the card of u2.',
      'Missing: Ann rated Impact without the evidence it needs.',
      'The recommendation is: insufficient evidence.',
    ]);
  });

  it('say every step in Chinese, with the same figures', () => {
    const figures = (text: string) => text.replace(/0–1/g, '').match(/\d+(\.\d+)?/g) ?? [];
    said('zh-CN').forEach((words, index) => {
      expect(words).toMatch(/[\u4e00-\u9fff]/);
      expect([...figures(words)].sort()).toEqual([...figures(said('en')[index]!)].sort());
    });
  });
});
