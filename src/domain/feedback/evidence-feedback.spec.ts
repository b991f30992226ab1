import fc from 'fast-check';
import { checkPlace, marksReceived, type MarkTotals, totalsShown } from './evidence-feedback.js';

const PLACE = { scorecardId: 's', revision: 2, criterion: 'impact', item: 0 };
const CARD = {
  authorId: 'author',
  submitted: true,
  revision: 2,
  content: {
    verdict: 'hire' as const,
    summary: '',
    facts: {},
    ratings: [{ criterion: 'impact', level: 3, evidence: [{ form: 'note', fields: { text: 'x' } }], note: '' }],
  },
};

describe('a mark on a piece of evidence', () => {
  it('is for somebody else, on the revision as it stands, on a piece there is', () => {
    expect(checkPlace(PLACE, CARD, 'other')).toBeNull();
    expect(checkPlace(PLACE, CARD, 'author')).toMatchObject({ code: 'forbidden' });
    expect(checkPlace({ ...PLACE, revision: 1 }, CARD, 'other')).toMatchObject({ code: 'conflict' });
    expect(checkPlace({ ...PLACE, item: 1 }, CARD, 'other')).toMatchObject({ code: 'validation_failed', faults: [{ pointer: '/item' }] });
    expect(checkPlace({ ...PLACE, criterion: 'depth' }, CARD, 'other')).toMatchObject({
      code: 'validation_failed',
      faults: [{ pointer: '/criterion' }],
    });
  });

  it('can be taken back or made only where the card is submitted', () => {
    expect(checkPlace(PLACE, { ...CARD, submitted: false }, 'other')).toMatchObject({ code: 'conflict' });
  });

  it('adds to what its author sees of all their evidence only where its piece is told', () => {
    const told: MarkTotals = { ...PLACE, counts: { helpful: 2, vague: 1, unsupported: 0 } };
    const untold: MarkTotals = { ...PLACE, item: 1, counts: { helpful: 0, vague: 1, unsupported: 1 } };
    expect(marksReceived([told, untold, { ...told, item: 2 }])).toEqual({ pieces: 2, counts: { helpful: 4, vague: 2, unsupported: 0 } });
    expect(marksReceived([untold])).toEqual({ pieces: 0, counts: { helpful: 0, vague: 0, unsupported: 0 } });
  });

  it('is told to its author only among three or more', () => {
    const count = fc.integer({ min: 0, max: 4 });
    const totals = fc.record({ helpful: count, vague: count, unsupported: count }).map((counts): MarkTotals => ({ ...PLACE, counts }));
    fc.assert(
      fc.property(fc.array(totals), (all) => {
        const shown = totalsShown(all);
        for (const { counts } of shown) expect(counts.helpful + counts.vague + counts.unsupported).toBeGreaterThanOrEqual(3);
        expect(shown.length).toBe(all.filter(({ counts }) => counts.helpful + counts.vague + counts.unsupported > 2).length);
      }),
    );
  });
});
