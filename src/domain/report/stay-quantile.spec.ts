import fc from 'fast-check';
import { conversionOf } from './conversion.js';
import { type Stay, stayFigures, stayQuantile } from './stay-quantile.js';

const ended = (...lengths: number[]): Stay[] => lengths.map((length) => ({ length, open: false }));
const open = (...lengths: number[]): Stay[] => lengths.map((length) => ({ length, open: true }));

/** R's type 7, written from its definition (Hyndman & Fan 1996): 1 + (n − 1) p between order statistics. */
function typeSeven(lengths: readonly number[], p: number): number {
  const sorted = [...lengths].sort((one, other) => one - other);
  const at = (sorted.length - 1) * p;
  const lower = sorted[Math.floor(at)]!;
  const upper = sorted[Math.ceil(at)]!;
  return lower + (at - Math.floor(at)) * (upper - lower);
}

/** Efron's redistribution, step by step: each open stay in turn gives what it has to all that are longer, in equal parts. */
function redistributed(stays: readonly Stay[], p: number): number | null {
  const inOrder = [...stays].sort((one, other) => one.length - other.length || Number(one.open) - Number(other.open));
  const masses = inOrder.map(() => 1 / inOrder.length);
  inOrder.forEach((stay, index) => {
    if (!stay.open || inOrder.slice(index).every((one) => one.open)) return;
    const longer = inOrder.length - index - 1;
    for (let other = index + 1; other < inOrder.length; other += 1) masses[other]! += masses[index]! / longer;
    masses[index] = 0;
  });
  // The mean over a window as long as one stay, added up atom by atom.
  const from = (inOrder.length - 1) * p;
  let start = 0;
  let sum = 0;
  for (const [index, stay] of inOrder.entries()) {
    const end = start + masses[index]! * inOrder.length;
    const part = Math.min(end, from + 1) - Math.max(start, from);
    if (part > 1e-9 && stay.open) return null;
    if (part > 0 && !stay.open) sum += part * stay.length;
    start = end;
  }
  return sum;
}

const length = fc.double({ min: 0, max: 400, noNaN: true });
const stay = fc.record({ length, open: fc.boolean() });

describe('quantiles of stays', () => {
  it('are of type 7, as R computes them', () => {
    // quantile(c(1, 2, 3, 4), .5) is 2.5; quantile(1:10, .9) is 9.1; quantile(c(2, 4, 4, 5, 9), c(.25, .9)) is 4, 7.4
    expect(stayQuantile(ended(4, 1, 3, 2), 0.5)).toBe(2.5);
    expect(stayQuantile(ended(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 0.9)).toBeCloseTo(9.1, 12);
    expect(stayQuantile(ended(2, 4, 4, 5, 9), 0.25)).toBe(4);
    expect(stayQuantile(ended(2, 4, 4, 5, 9), 0.9)).toBeCloseTo(7.4, 12);
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 40 }), fc.double({ min: 0, max: 1, noNaN: true }), (lengths, p) => {
        expect(stayQuantile(ended(...lengths), p)).toBeCloseTo(typeSeven(lengths, p), 6);
      }),
    );
  });

  it('count an open stay as longer than it has lasted', () => {
    // By hand: of three, the open one at 2 gives its share to 4, as if they were 1, 4, 4.
    expect(stayQuantile([...ended(1, 4), ...open(2)], 1)).toBe(4);
    expect(stayQuantile([...ended(1, 4), ...open(2)], 0.5)).toBe(4);
    expect(stayQuantile([...ended(1, 4), ...open(2)], 0.25)).toBe(2.5);
    // Of four, the open one at 0 gives half its share to 1 and half to 7: [1.5, 2.5] lies in the second. Seen open beyond 1, it gives all to 7.
    expect(stayQuantile([...ended(0, 1, 7), ...open(0)], 0.5)).toBe(1);
    expect(stayQuantile([...ended(0, 1, 7), ...open(1.5)], 0.5)).toBe(4);
    // Half are open beyond all that ended; the median lies between 2 and what nobody can say.
    expect(stayQuantile([...ended(1, 2), ...open(5, 6)], 1 / 3)).toBe(2);
    expect(stayQuantile([...ended(1, 2), ...open(5, 6)], 0.5)).toBeNull();
    expect(stayQuantile(open(3, 4), 0.5)).toBeNull();
    expect(stayQuantile([], 0.5)).toBeNull();
  });

  it('are those of the stays after every open one gave its share to the longer ones', () => {
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1, maxLength: 25 }), fc.constantFrom(0.11, 0.27, 0.503, 0.777, 0.91), (stays, p) => {
        const expected = redistributed(stays, p);
        const found = stayQuantile(stays, p);
        if (expected === null || found === null) expect(found).toBe(expected);
        else expect(found).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('never fall as p rises, lie between the ends, and never fall when an open stay is seen longer', () => {
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1, maxLength: 25 }), fc.nat(24), length, (stays, which, more) => {
        const places = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];
        const values = places.map((p) => stayQuantile(stays, p) ?? Infinity);
        values.slice(1).forEach((value, index) => expect(value).toBeGreaterThanOrEqual(values[index]! - 1e-9));
        const longest = Math.max(...stays.filter((one) => !one.open).map((one) => one.length));
        for (const value of values) if (value !== Infinity) expect(value).toBeLessThanOrEqual(longest + 1e-9);
        const seenOpen = stays[which % stays.length];
        if (!seenOpen?.open) return;
        const later = stays.map((one) => (one === seenOpen ? { ...one, length: one.length + more } : one));
        places.forEach((p, index) => expect(stayQuantile(later, p) ?? Infinity).toBeGreaterThanOrEqual(values[index]! - 1e-6));
      }),
      { numRuns: 500 },
    );
  });

  it('say how many they come from, and that few say little', () => {
    expect(stayFigures([...ended(1, 2, 3, 4), ...open(9)])).toEqual({ n: 5, open: 1, median: 3, p90: null, few: true });
    expect(stayFigures(ended(1, 2, 3, 4, 5))).toMatchObject({ n: 5, open: 0, median: 3, few: false });
    expect(stayFigures([])).toEqual({ n: 0, open: 0, median: null, p90: null, few: true });
  });

  it('know the conversion of a round only once something was decided', () => {
    expect(conversionOf({ passed: 0, rejected: 0, withdrawn: 0 })).toBeNull();
    expect(conversionOf({ passed: 3, rejected: 4, withdrawn: 1 })).toBe(0.375);
  });
});
