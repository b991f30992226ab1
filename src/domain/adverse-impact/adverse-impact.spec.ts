import fc from 'fast-check';
import { adverseImpact, type GroupCount } from './adverse-impact.js';
import { fisherExactP } from './fisher-exact.js';

const group = (name: string, selected: number, total: number): GroupCount => ({ group: name, selected, total });
const row = (groups: readonly GroupCount[], name: string) => adverseImpact(groups).groups.find((g) => g.group === name);

const counts = fc
  .array(
    fc.nat(60).chain((total) => fc.record({ total: fc.constant(total), selected: fc.nat(total) })),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => list.map(({ selected, total }, i) => group(`g${i}`, selected, total)));

describe('adverse impact', () => {
  it('does not call exactly four fifths below, in whole numbers', () => {
    // 0.8 × 0.35 in floats is 0.27999999999999997; 28 of 100 against 35 of 100 is exactly four fifths.
    for (const scale of [1, 7, 1000]) {
      const groups = [group('a', 35 * scale, 100 * scale), group('b', 28 * scale, 100 * scale)];
      expect(row(groups, 'b')).toMatchObject({ impactRatio: 0.8, belowFourFifths: false });
    }
    expect(row([group('a', 35000, 100000), group('b', 27999, 100000)], 'b')?.belowFourFifths).toBe(true);
  });

  it('keeps every ratio within [0, 1], the highest at 1, and does not depend on the order of groups', () => {
    fc.assert(
      fc.property(counts, (groups) => {
        const table = adverseImpact(groups);
        for (const { impactRatio, fisherP, rate } of table.groups)
          for (const share of [impactRatio, fisherP, rate])
            if (share !== null) {
              expect(share).toBeGreaterThanOrEqual(0);
              expect(share).toBeLessThanOrEqual(1);
            }
        const lead = table.groups.find((g) => g.group === table.highestRateGroup);
        if (lead) expect(lead).toMatchObject({ impactRatio: 1, belowFourFifths: false, fisherP: null });
        const turned = adverseImpact([...groups].reverse());
        const ratios = (t: typeof table): Map<string, number | null> => new Map(t.groups.map((g) => [g.group, g.impactRatio]));
        expect(ratios(turned)).toEqual(new Map([...ratios(table)].reverse()));
      }),
      { seed: 21 },
    );
  });

  it('has no ratio to give where nobody was selected, and no rate where nobody applied', () => {
    const none = adverseImpact([group('a', 0, 40), group('b', 0, 50), group('c', 0, 0)]);
    expect(none.highestRateGroup).toBeNull();
    for (const g of none.groups) expect(g).toMatchObject({ impactRatio: null, belowFourFifths: null, onePersonFlip: null });
    expect(none.groups.map((g) => g.rate)).toEqual([0, 0, null]);
    expect(adverseImpact([group('a', 0, 0)])).toMatchObject({ highestRateGroup: null, largestGroup: null, total: 0 });
    expect(adverseImpact([]).groups).toEqual([]);
  });

  it('takes the larger of two groups with the same highest rate for comparison', () => {
    expect(adverseImpact([group('small', 1, 2), group('large', 50, 100), group('x', 1, 9)]).highestRateGroup).toBe('large');
  });

  it('shows what a tiny leading group hides: each group against the largest too', () => {
    const groups = [group('NAT', 2, 3), group('A', 30, 60), group('B', 8, 37)];
    const table = adverseImpact(groups);
    expect([table.highestRateGroup, table.largestGroup]).toEqual(['NAT', 'A']);
    const b = row(groups, 'B');
    expect(b?.smallSample).toBe(true);
    expect(b?.againstLargest?.impactRatio).toBeCloseTo((8 * 60) / (37 * 30), 12);
    expect(b?.againstLargest?.fisherP).toBeLessThan(0.05);
    expect(row(groups, 'A')?.againstLargest).toBeNull();
  });

  it('marks a group under two percent of the pool', () => {
    const groups = [group('a', 50, 980), group('b', 1, 20), group('c', 0, 0)];
    expect(adverseImpact(groups).groups.map((g) => g.underTwoPercent)).toEqual([false, false, true]);
    expect(row([group('a', 50, 981), group('b', 1, 20)], 'b')?.underTwoPercent).toBe(true);
  });

  it.each([
    ['/0/selected', [group('a', 5, 4)]],
    ['/0/total', [group('a', 0, -1)]],
    ['/0/selected', [group('a', 1.5, 4)]],
    ['/0/total', [group('a', 1, NaN)]],
    ['/1/group', [group('a', 1, 4), group('a', 1, 4)]],
  ])('refuses %s', (pointer, groups) => {
    expect(() => adverseImpact(groups)).toThrow(pointer);
  });
});

describe("Fisher's exact test", () => {
  it('is the same whichever group comes first and whichever outcome is counted', () => {
    const pair = fc.record({
      m: fc.integer({ min: 1, max: 80 }),
      n: fc.integer({ min: 1, max: 80 }),
      x: fc.nat(),
      y: fc.nat(),
    });
    fc.assert(
      fc.property(pair, ({ m, n, x, y }) => {
        const [a, b] = [
          { selected: x % (m + 1), total: m },
          { selected: y % (n + 1), total: n },
        ];
        const rejected = (g: typeof a): typeof a => ({ selected: g.total - g.selected, total: g.total });
        const p = fisherExactP(a, b);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(Math.abs(fisherExactP(b, a) - p)).toBeLessThan(1e-12);
        expect(Math.abs(fisherExactP(rejected(a), rejected(b)) - p)).toBeLessThan(1e-12);
      }),
      { seed: 22 },
    );
  });

  it('adds the chances up as plain counting does', () => {
    const choose = (n: number, k: number): number =>
      Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((product, factor) => product * factor, 1);
    const [a, b] = [
      { selected: 7, total: 9 },
      { selected: 3, total: 11 },
    ];
    const chance = (x: number): number => (choose(9, x) * choose(11, 10 - x)) / choose(20, 10);
    const seen = chance(7);
    const sum = Array.from({ length: 10 }, (_, x) => chance(x))
      .filter((p) => p <= seen * (1 + 1e-7))
      .reduce((s, p) => s + p, 0);
    expect(fisherExactP(a, b)).toBeCloseTo(sum, 12);
  });

  it('stays a chance for very large and very different groups', () => {
    expect(fisherExactP({ selected: 5_000_000, total: 10_000_000 }, { selected: 1000, total: 10_000_000 })).toBe(0);
    expect(fisherExactP({ selected: 500_000, total: 1_000_000 }, { selected: 500_100, total: 1_000_000 })).toBeCloseTo(0.8886, 3);
    expect(fisherExactP({ selected: 0, total: 10 }, { selected: 0, total: 10 })).toBe(1);
  });
});
