import { SMALL_RUBRIC, withChanges } from '../../../test/support/small-rubric.js';
import { Refusal, type Fault } from '../refusal.js';
import { checkCard, missingForSubmission } from './completeness.js';
import { EMPTY_CARD, parseCardContent, type CardContent } from './scorecard.js';

const FULL: CardContent = {
  verdict: 'hire',
  summary: 'Decides early and says why.',
  ratings: [
    {
      criterion: 'impact',
      level: 3,
      confidence: 'high',
      evidence: [{ form: 'metric_story', fields: { metric: 'latency', unit: 'ms', baseline: 120, result: 78 } }],
      note: '',
    },
    { criterion: 'depth', level: null, evidence: [], note: 'No time left' },
  ],
  facts: { authorised: true },
};
const lines = (faults: readonly Fault[]) => faults.map((fault) => `${fault.pointer} ${fault.code}`);
const missing = (changes: Record<string, unknown> = {}, round = 'loop') =>
  lines(missingForSubmission(SMALL_RUBRIC, round, withChanges(FULL, changes)));

describe('missingForSubmission', () => {
  it('lets a card go when every required criterion is rated or not assessed, with evidence and a verdict', () => {
    expect(missing()).toEqual([]);
  });

  it('names everything an empty card lacks', () => {
    const faults = missingForSubmission(SMALL_RUBRIC, 'loop', EMPTY_CARD);
    expect(lines(faults)).toEqual(['/ratings not_answered', '/ratings not_answered', '/verdict required']);
    expect(faults.map((fault) => fault.detail).join()).toMatch(/Impact.*Depth/);
  });

  it('asks only for the criteria of the round', () => {
    expect(lines(missingForSubmission(SMALL_RUBRIC, 'phone', EMPTY_CARD))).toEqual(['/ratings not_answered', '/verdict required']);
    expect(lines(missingForSubmission(SMALL_RUBRIC, 'added-later', { ...EMPTY_CARD, verdict: 'no_hire' }))).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a verdict not given', { '/verdict': null }, ['/verdict required']],
    ['a level not chosen', { '/ratings/1/level': undefined }, ['/ratings/1/level not_answered']],
    ['required evidence', { '/ratings/0/evidence': [] }, ['/ratings/0/evidence evidence_required']],
    ['no evidence where nothing was assessed', { '/ratings/0/evidence': [], '/ratings/0/level': null }, []],
    ['an unfinished form', { '/ratings/0/evidence/0/fields/baseline': undefined }, ['/ratings/0/evidence/0/fields/baseline required']],
    [
      'an unfinished note under not assessed',
      { '/ratings/1/evidence': [{ form: 'note', fields: {} }] },
      ['/ratings/1/evidence/0/fields/text required'],
    ],
    [
      'a level not chosen on a criterion nobody requires',
      { '/ratings/2': { criterion: 'presence', evidence: [], note: 'x' } },
      ['/ratings/2/level not_answered'],
    ],
  ])('names %s', (_, changes, expected) => {
    expect(missing(changes)).toEqual(expected);
  });
});

describe('checkCard', () => {
  const check = (changes: Record<string, unknown> = {}) => lines(checkCard(SMALL_RUBRIC, ['authorised'], withChanges(FULL, changes)));

  it('has nothing against a full card, an empty one, or a half-written one', () => {
    expect(check()).toEqual([]);
    expect(lines(checkCard(SMALL_RUBRIC, [], EMPTY_CARD))).toEqual([]);
    expect(check({ '/ratings/0/level': undefined, '/ratings/0/evidence/0/fields': {} })).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown criterion', { '/ratings/0/criterion': 'luck' }, '/ratings/0/criterion unknown_criterion'],
    ['a criterion rated twice', { '/ratings/1/criterion': 'impact' }, '/ratings/1/criterion duplicate'],
    ['a level off the scale', { '/ratings/0/level': 5 }, '/ratings/0/level level_off_scale'],
    ['level zero', { '/ratings/0/level': 0 }, '/ratings/0/level level_off_scale'],
    ['an unknown form', { '/ratings/0/evidence/0/form': 'story' }, '/ratings/0/evidence/0/form unknown_form'],
    ['evidence of the wrong type', { '/ratings/0/evidence/0/fields/result': 'low' }, '/ratings/0/evidence/0/fields/result not_a_number'],
    [
      'evidence where none is asked',
      {
        '/ratings/1': {
          criterion: 'presence',
          level: 2,
          evidence: [{ form: 'note', fields: { text: 'x' } }],
          note: '',
        },
      },
      '/ratings/1/evidence no_evidence_asked',
    ],
    ['an unknown fact', { '/facts/driving_licence': true }, '/facts/driving_licence unknown_fact'],
  ])('names %s', (_, changes, expected) => {
    expect(check(changes)).toEqual([expected]);
  });
});

describe('parseCardContent', () => {
  const refused = (changes: Record<string, unknown>) => {
    try {
      parseCardContent(withChanges(FULL, changes));
      return [];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return lines(error.faults);
    }
  };

  it('keeps not assessed and not answered apart', () => {
    expect(parseCardContent(JSON.parse(JSON.stringify(FULL)))).toEqual(FULL);
    expect(refused({ '/ratings/1/level': undefined })).toEqual([]);
  });

  it.each<[Record<string, unknown>, string]>([
    [{ '/verdict': 'maybe' }, '/verdict unknown_word'],
    [{ '/ratings/0/level': 2.5 }, '/ratings/0/level not_a_whole_number'],
    [{ '/ratings/0/confidence': 'total' }, '/ratings/0/confidence unknown_word'],
    [{ '/ratings/0/evidence/0/fields/x': { deep: 1 } }, '/ratings/0/evidence/0/fields/x not_a_value'],
    [{ '/ratings/0/evidence/0/fields/x': [[1]] }, '/ratings/0/evidence/0/fields/x/0 not_an_object'],
    [{ '/facts/authorised': 'yes' }, '/facts/authorised not_a_flag'],
    [{ '/author': 'me' }, '/author unknown_member'],
  ])('refuses %j', (changes, expected) => {
    expect(refused(changes)).toEqual([expected]);
  });
});
