import type { StepNames } from '../debrief/step-words.js';
import type { AgendaChange, AgendaReason, ChangeOf, ReasonOf, ChangeCode, ReasonCode } from './agenda-item.js';
import { changeInWords, reasonInWords } from './agenda-words.js';

const NAMES: StepNames = { criteria: { impact: 'Impact' }, signals: {}, gates: { bar: 'The bar' }, forms: {}, rounds: {}, people: { u1: 'Ada' } };
const ofCard = { scorecard: 's1', interviewer: 'u1' };

/** One of every code: a code that is added without a sample does not compile. */
const REASONS: { readonly [C in ReasonCode]: ReasonOf<C>['params'] } = {
  raters_disagree: { criterion: 'impact', levels: [2, 3, 4], median: 3, averageDeviation: 2 / 3, disagreement: 4 / 9 },
  no_deciding_value: { key: 'overall' },
  too_few_raters: { criterion: 'impact', have: 1, need: 2 },
  nobody_rated: { criterion: 'impact', weight: 0.25 },
  card_missing: { ...ofCard, interviewer: null },
  evidence_missing: { ...ofCard, criterion: 'impact' },
  gate_triggered: { gate: 'bar', effect: 'cap_no_hire' },
  verdict_against_scores: { ...ofCard, verdict: 'hire', scores: 'no_hire', value: 1 / 3 },
  verdicts_split: { forHire: 2, against: 1 },
  same_level_card: { ...ofCard, level: 3, ratings: 5 },
  challenge_open: { ...ofCard, challenge: 'c1', criterion: 'impact', level: null, reasonCode: 'jargon' },
};
const RANGE = { fromLevel: 2, toLevel: 4, lowValue: 1 / 3, highValue: 0.75 };
const CHANGES: { readonly [C in ChangeCode]: ChangeOf<C>['params'] } = {
  outcome_flips: { ...RANGE, now: null, low: 'no_hire', high: 'strong_hire' },
  value_moves: { ...RANGE, outcome: 'hire' },
  nothing_moves: { outcome: 'hire' },
  recommendation_waits: { scoresSay: null },
  cap_lifts: { from: 'no_hire', to: 'hire' },
  pointed_out: {},
  without_card: { now: 'hire', outcome: 'no_hire', value: 0.5 },
  verdicts_do_not_count: {},
};
const reasons = Object.entries(REASONS).map(([code, params]) => ({ code, params }) as AgendaReason);
const changes = Object.entries(CHANGES).map(([code, params]) => ({ code, params }) as AgendaChange);

describe('the agenda in words', () => {
  it('says every reason and every change in both languages, with names in place of keys', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const sentences = [
        ...reasons.map((reason) => reasonInWords(reason, NAMES, locale)),
        ...changes.map((change) => changeInWords(change, NAMES, locale)),
      ];
      expect(new Set(sentences).size).toBe(sentences.length);
      for (const sentence of sentences) {
        expect(sentence).toMatch(locale === 'en' ? /\.$/ : /。$/);
        expect(sentence).not.toMatch(/undefined|null|NaN|_|\bu1\b|\bimpact\b/);
      }
    }
  });

  it('reads as a person would say it', () => {
    expect(reasonInWords(reasons[0]!, NAMES, 'en')).toBe(
      'Impact: the levels 2, 3, 4 differ; on average they are 0.667 from the median 3, 44 % of the most there can be.',
    );
    expect(changeInWords(changes[0]!, NAMES, 'en')).toBe(
      'Between level 2 and level 4 the deciding value runs from 0.333 to 0.75, and the scores say no hire to strong hire; now they say no outcome yet.',
    );
    expect(reasonInWords(reasons.at(-1)!, NAMES, 'zh-CN')).toBe(
      'Ada对Impact的评分（未评估）受到质疑：仅有行话。质疑未解决时，须说明理由才能做出决定。',
    );
  });
});
