import fc from 'fast-check';
import { exactDecimal, scaledDecimals } from './decimal.js';
import { compareFractions, leastCommonMultiple, nearestDouble, nearestSquareRoot, subtractFractions } from './fraction.js';
import { BIG, SMALL } from './whole.js';

const positive = fc.bigInt({ min: 1n, max: 10n ** 40n });

describe('nearestDouble', () => {
  it.each([
    [1n, 3n, 1 / 3],
    [-2n, 3n, -2 / 3],
    [0n, 7n, 0],
    [55n, 100n, 0.55],
    // Exactly between two doubles: the even one.
    [2n ** 53n + 1n, 1n, 2 ** 53],
    [2n ** 53n + 3n, 1n, 2 ** 53 + 4],
    // A hair above the middle: the upper one.
    [(2n ** 53n + 1n) * 10n ** 30n + 1n, 10n ** 30n, 2 ** 53 + 2],
  ])('rounds %s / %s', (numerator, denominator, expected) => {
    expect(nearestDouble({ numerator, denominator })).toBe(expected);
  });

  it('is never further from the exact value than either neighbour', () => {
    fc.assert(
      fc.property(positive, positive, (numerator, denominator) => {
        const exact = { numerator, denominator };
        const double = nearestDouble(exact);
        const away = (other: number) => {
          const gap = subtractFractions(exact, binaryFraction(other));
          return { numerator: gap.numerator < 0n ? -gap.numerator : gap.numerator, denominator: gap.denominator };
        };
        for (const other of neighbours(double)) expect(compareFractions(away(double), away(other))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('nearestSquareRoot', () => {
  it.each([
    [0n, 1n, 0],
    [2n, 1n, Math.SQRT2],
    [1n, 4n, 0.5],
    [1n, 3n, 0.5773502691896257],
  ])('takes the root of %s / %s', (numerator, denominator, expected) => {
    expect(nearestSquareRoot({ numerator, denominator })).toBe(expected);
  });

  it('lies between the squares of the midpoints to its neighbours', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (numerator, denominator) => {
        const exact = { numerator, denominator };
        const root = nearestSquareRoot(exact);
        const [below = 0, above = 0] = neighbours(root);
        const squareOfMidpoint = (other: number) => {
          const [a, b] = [binaryFraction(root), binaryFraction(other)];
          const top = a.numerator * b.denominator + b.numerator * a.denominator;
          return { numerator: top * top, denominator: (2n * a.denominator * b.denominator) ** 2n };
        };
        expect(compareFractions(squareOfMidpoint(below), exact)).toBeLessThanOrEqual(0);
        expect(compareFractions(squareOfMidpoint(above), exact)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('exactDecimal', () => {
  it.each([
    [0.55, 55n, 100n],
    [0.1, 1n, 10n],
    [3, 3n, 1n],
    [1e-7, 1n, 10n ** 7n],
    [1.5e-9, 15n, 10n ** 10n],
    [1e21, 10n ** 21n, 1n],
    [0.30000000000000004, 30000000000000004n, 10n ** 17n],
    [-0, 0n, 1n],
  ])('reads %s as its shortest decimal', (value, numerator, denominator) => {
    expect(exactDecimal(value)).toEqual({ numerator, denominator });
  });

  it('brings several numbers to whole numbers by one power of ten', () => {
    expect(scaledDecimals([0.35, 1, 0.4])).toEqual({ scaled: [35n, 100n, 40n], scale: 100n });
  });
});

describe('leastCommonMultiple', () => {
  it('is 1 of nothing and divisible by each', () => {
    expect(leastCommonMultiple([])).toBe(1n);
    expect(leastCommonMultiple([2n, 3n, 4n, 6n])).toBe(12n);
  });
});

describe('whole-number arithmetic in two sizes', () => {
  it('takes the same steps in both', () => {
    const safe = fc.integer({ min: 1, max: 2 ** 45 });
    fc.assert(
      fc.property(safe, safe, fc.integer({ min: 0, max: 100 }), (lacking, gain, room) => {
        expect(SMALL.steps(lacking, gain, room)).toBe(BIG.steps(BigInt(lacking), BigInt(gain), room));
      }),
    );
  });
});

function binaryFraction(value: number): { numerator: bigint; denominator: bigint } {
  let [scaled, power] = [value, 0];
  while (!Number.isInteger(scaled)) [scaled, power] = [scaled * 2, power + 1];
  return { numerator: BigInt(scaled), denominator: 2n ** BigInt(power) };
}

function neighbours(value: number): [number, number] {
  const view = new DataView(new ArrayBuffer(8));
  const shifted = (by: bigint) => {
    view.setFloat64(0, value);
    view.setBigInt64(0, view.getBigInt64(0) + by);
    return view.getFloat64(0);
  };
  return [shifted(-1n), shifted(1n)];
}
