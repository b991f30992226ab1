import { withChanges } from '../../../test/support/small-rubric.js';
import { compareRevisions } from './card-changes.js';
import type { CardContent } from './scorecard.js';

const CARD: CardContent = {
  verdict: 'hire',
  summary: 's',
  ratings: [
    {
      criterion: 'impact',
      level: 3,
      confidence: 'high',
      evidence: [{ form: 'note', fields: { text: 'a' } }],
      note: '',
    },
    { criterion: 'depth', level: null, evidence: [], note: 'n' },
  ],
  facts: { authorised: true },
};
const rating = { criterion: 'presence', level: 2, evidence: [], note: '' };

describe('compareRevisions', () => {
  it.each<[string, Record<string, unknown>, object]>([
    ['the verdict', { '/verdict': 'no_hire' }, { code: 'verdict_changed', pointer: '/verdict', before: 'hire', after: 'no_hire' }],
    ['the summary', { '/summary': 't' }, { code: 'summary_changed', pointer: '/summary', before: 's', after: 't' }],
    ['a level', { '/ratings/0/level': 2 }, { code: 'level_changed', pointer: '/ratings/0/level', key: 'impact', before: 3, after: 2 }],
    [
      'a level instead of not assessed',
      { '/ratings/1/level': 1 },
      { code: 'level_changed', pointer: '/ratings/1/level', key: 'depth', before: null, after: 1 },
    ],
    [
      'not answered instead of not assessed',
      { '/ratings/1/level': undefined },
      { code: 'level_changed', pointer: '/ratings/1/level', key: 'depth', before: null, after: undefined },
    ],
    [
      'a confidence',
      { '/ratings/0/confidence': 'low' },
      { code: 'confidence_changed', pointer: '/ratings/0/confidence', key: 'impact', before: 'high', after: 'low' },
    ],
    ['a note', { '/ratings/1/note': 'm' }, { code: 'note_changed', pointer: '/ratings/1/note', key: 'depth', before: 'n', after: 'm' }],
    [
      'evidence',
      { '/ratings/0/evidence': [] },
      {
        code: 'evidence_changed',
        pointer: '/ratings/0/evidence',
        key: 'impact',
        before: CARD.ratings[0]?.evidence,
        after: [],
      },
    ],
    ['a rating more', { '/ratings/2': rating }, { code: 'rating_added', pointer: '/ratings/2', key: 'presence', before: undefined, after: rating }],
    [
      'a rating less',
      { '/ratings': [CARD.ratings[0]] },
      { code: 'rating_removed', pointer: '/ratings/1', key: 'depth', before: CARD.ratings[1], after: undefined },
    ],
    ['a fact', { '/facts/authorised': false }, { code: 'fact_changed', pointer: '/facts/authorised', key: 'authorised', before: true, after: false }],
    ['a fact withdrawn', { '/facts': {} }, { code: 'fact_changed', pointer: '/facts/authorised', key: 'authorised', before: true, after: undefined }],
  ])('says that %s changed, and nothing else', (_, changes, expected) => {
    expect(compareRevisions(CARD, withChanges(CARD, changes))).toEqual([expected]);
  });

  it('sees no change in another order, or in no confidence written out', () => {
    expect(compareRevisions(CARD, withChanges(CARD, { '/ratings': [...CARD.ratings].reverse() }))).toEqual([]);
    expect(compareRevisions(CARD, withChanges(CARD, { '/ratings/1/confidence': null }))).toEqual([]);
  });
});
