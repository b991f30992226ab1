import { changedParts, type PackagePart, withTheirs } from '../../web/src/offers/changed-parts.js';

const BASE: Readonly<Record<PackagePart, unknown>> = {
  currency: 'USD',
  level: 'L6',
  base: '200000',
  bonuses: [],
  equity: [],
  signOn: null,
  relocation: null,
  stipends: [],
  startsOn: null,
  expiresAt: null,
  rates: [],
  notes: '',
};

describe('an offer that two people change at once', () => {
  const sides = {
    base: BASE,
    mine: { ...BASE, base: '210000', notes: 'As agreed by telephone.', level: 'L7' },
    theirs: { ...BASE, base: '220000', startsOn: '2027-01-04', level: 'L7' },
  };

  it('takes over what only the other changed, and asks about what both changed otherwise', () => {
    expect(changedParts(sides)).toEqual({ taken: ['startsOn'], contested: ['base'] });
  });

  it('keeps what was typed but for the parts that are taken', () => {
    expect(withTheirs(sides, ['startsOn'])).toEqual({ ...sides.mine, startsOn: '2027-01-04' });
    expect(withTheirs(sides, ['startsOn', 'base'])).toEqual({ ...sides.mine, startsOn: '2027-01-04', base: '220000' });
  });
});
