import fc from 'fast-check';
import { compare, fraction, ZERO } from './fraction.js';
import type { Vesting } from './offer-package.js';
import { acceleratedShare, vestedShare } from './vesting.js';

/** Shares of each year that add up to a hundred, in hundredths of a percent. */
function yearly(years: number): fc.Arbitrary<readonly string[]> {
  return fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: years - 1, maxLength: years - 1 }).map((cuts) => {
    const ends = [0, ...[...cuts].sort((one, other) => one - other), 10_000];
    return ends.slice(1).map((end, index) => {
      const hundredths = end - (ends[index] ?? 0);
      return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
    });
  });
}

const plan: fc.Arbitrary<Vesting> = fc
  .record({ months: fc.integer({ min: 1, max: 120 }), everyMonths: fc.constantFrom(1, 3, 6, 12), cliff: fc.double({ min: 0, max: 1, noNaN: true }) })
  .chain(({ months, everyMonths, cliff }) =>
    fc
      .option(yearly(Math.ceil(months / 12)))
      .map((yearlyPercents) => ({ months, everyMonths, yearlyPercents, cliffMonths: Math.floor(cliff * months) })),
  );

const four = (more: Partial<Vesting> = {}): Vesting => ({ months: 48, cliffMonths: 12, everyMonths: 1, yearlyPercents: null, ...more });

describe('vesting', () => {
  it('is none before the cliff, all that was earned at it, and even after it', () => {
    const months = [0, 11, 12, 13, 24, 47, 48, 60];
    expect(months.map((month) => vestedShare(four(), month))).toEqual([
      ZERO,
      ZERO,
      fraction(1n, 4n),
      fraction(13n, 48n),
      fraction(1n, 2n),
      fraction(47n, 48n),
      fraction(1n),
      fraction(1n),
    ]);
  });

  it('waits for the next date between two, but not at the cliff', () => {
    const quarterly = four({ everyMonths: 3, cliffMonths: 10 });
    expect([9, 10, 11, 12, 14, 15].map((month) => vestedShare(quarterly, month))).toEqual([
      ZERO,
      fraction(10n, 48n),
      fraction(10n, 48n),
      fraction(12n, 48n),
      fraction(12n, 48n),
      fraction(15n, 48n),
    ]);
  });

  it('follows shares of its own in each year, 40/30/20/10', () => {
    const front = four({ yearlyPercents: ['40', '30', '20', '10'] });
    expect([6, 12, 18, 24, 36, 48].map((month) => vestedShare(front, month))).toEqual([
      ZERO,
      fraction(4n, 10n),
      fraction(55n, 100n),
      fraction(7n, 10n),
      fraction(9n, 10n),
      fraction(1n),
    ]);
  });

  it('never falls, never passes the whole, and is the whole at the end', () => {
    fc.assert(
      fc.property(plan, fc.integer({ min: 0, max: 130 }), (any, month) => {
        expect(compare(vestedShare(any, month), vestedShare(any, month + 1))).toBeLessThanOrEqual(0);
        expect(compare(vestedShare(any, month), fraction(1n))).toBeLessThanOrEqual(0);
        expect(vestedShare(any, any.months)).toEqual(fraction(1n));
      }),
    );
  });

  it('an acceleration takes its share of what waits, and only within its months', () => {
    const faster = { trigger: 'double', condition: 'Change of control and dismissal', percent: '50', withinMonths: 12 } as const;
    expect(acceleratedShare(four(), faster, 6)).toEqual(fraction(1n, 2n));
    expect(acceleratedShare(four(), faster, 12)).toEqual(fraction(3n, 8n));
    expect(acceleratedShare(four(), faster, 13)).toEqual(ZERO);
    expect(acceleratedShare(four(), { ...faster, withinMonths: null }, 48)).toEqual(ZERO);
  });
});
