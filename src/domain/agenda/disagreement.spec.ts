import fc from 'fast-check';
import { nearestDouble } from '../recommendation/fraction.js';
import { disagreement } from './disagreement.js';

const share = (levels: readonly number[], scale: number) => nearestDouble(disagreement(levels, scale)!);
const ratings = fc
  .integer({ min: 2, max: 10 })
  .chain((scale) => fc.tuple(fc.array(fc.integer({ min: 1, max: scale }), { minLength: 1, maxLength: 12 }), fc.constant(scale)));

describe('disagreement', () => {
  it('is the average deviation about the median over the largest there can be', () => {
    expect(disagreement([], 4)).toBeNull();
    expect(share([3], 4)).toBe(0);
    expect(share([1, 4], 4)).toBe(1);
    expect(share([1, 1, 10, 10], 10)).toBe(1);
    // Median 3, deviations 1, 0, 1: 2/3 of a level, of at most 1.5.
    expect(share([4, 2, 3], 4)).toBe(4 / 9);
    // Median 2.5, deviations .5, .5, .5, 1.5: 3/4 of a level, of at most 2.
    expect(share([2, 2, 3, 4], 5)).toBe(3 / 8);
  });

  it('lies in [0, 1], is 0 for agreement alone, and is the same read from either end or in any order', () => {
    fc.assert(
      fc.property(ratings, ([levels, scale]) => {
        const value = share(levels, scale);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(value === 0).toBe(new Set(levels).size === 1);
        expect(
          share(
            levels.map((level) => scale + 1 - level),
            scale,
          ),
        ).toBe(value);
        expect(share([...levels].reverse(), scale)).toBe(value);
      }),
    );
  });
});
