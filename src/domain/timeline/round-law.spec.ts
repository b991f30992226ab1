import { medianOf, midQuantile, normalised, remainingAfter, sumOf, type DayLaw } from './day-law.js';
import { plannedLaw, productLimit, roundLaw, type Spell } from './round-law.js';

const advanced = (...days: readonly number[]): readonly Spell[] => days.map((each) => ({ days: each, end: 'advanced' }));
const open = (...days: readonly number[]): readonly Spell[] => days.map((each) => ({ days: each, end: 'open' }));
const ended = (...days: readonly number[]): readonly Spell[] => days.map((each) => ({ days: each, end: 'ended' }));
const chance = (law: DayLaw, from: number, to = Infinity) => Array.from(law).reduce((sum, p, day) => (day >= from && day <= to ? sum + p : sum), 0);

describe('productLimit', () => {
  it('gives the published Kaplan–Meier estimate of the 6-MP remission times (Freireich et al. 1963, Blood 21:699)', () => {
    // Censored at t there means at risk on day t, here "open" is seen on the morning after.
    const spells = [
      ...advanced(6, 6, 6, 7, 10, 13, 16, 22, 23),
      ...open(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35).map((each) => ({ ...each, days: each.days + 1 })),
    ];
    const { staying } = productLimit(spells, 40, 0);
    const published = [
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
      [35, 0.448],
    ] as const;
    for (const [day, survival] of published) expect(staying[day]).toBeCloseTo(survival, 3);
    expect(staying[5]).toBe(1);
  });

  it('shares leaving between those who compete for it', () => {
    const { staying, advancing } = productLimit([...advanced(1, 2), ...ended(1, 3)], 3, 0);
    expect(staying).toEqual([1, 0.5, 0.25, 0]);
    expect(advancing).toEqual([0, 0.25, 0.25, 0]);
  });
});

describe('roundLaw', () => {
  const many = Array.from({ length: 200 }, (_, index) => 1 + (index % 10));

  it('is a law, follows what was seen, and leaves room for longer than ever seen', () => {
    const law = roundLaw(advanced(...many));
    expect(chance(law, 0)).toBeCloseTo(1, 12);
    expect(chance(law, 1, 5)).toBeCloseTo(0.5, 1);
    expect(chance(law, 11)).toBeGreaterThan(0.001);
    expect(chance(law, 0, 0)).toBe(0);
  });

  it('counts open rounds as not yet ended: long ones make the law longer, leaving them out would not', () => {
    const short = midQuantile(roundLaw(advanced(...many)), 0.9);
    const withOpen = midQuantile(roundLaw([...advanced(...many), ...open(...Array.from({ length: 60 }, () => 40))]), 0.9);
    expect(withOpen).toBeGreaterThan(2 * short);
    expect(medianOf(roundLaw([...advanced(...many), ...open(0, 0, 0)]))).toBe(medianOf(roundLaw(advanced(...many))));
  });

  it('is the law of those who advance, not of those who leave early', () => {
    const law = roundLaw([...advanced(...many.map((days) => days + 10)), ...ended(...many)]);
    expect(chance(law, 0, 10)).toBe(0);
    expect(medianOf(law)).toBeGreaterThanOrEqual(15);
  });

  it('gives the longer a passage has lasted, the longer it may still last', () => {
    const law = roundLaw(advanced(...many, 12, 15, 20, 30, 45));
    const still = [5, 15, 30].map((elapsed) => midQuantile(remainingAfter(law, elapsed), 0.9));
    expect([...still].sort((a, b) => a - b)).toEqual(still);
  });
});

describe('laws of days', () => {
  it('add like independent times', () => {
    const die: DayLaw = normalised([0, 1, 1, 1, 1, 1, 1]);
    const two = sumOf(die, die);
    expect(two[7]).toBeCloseTo(6 / 36, 12);
    expect(two[12]).toBeCloseTo(1 / 36, 12);
    expect(chance(two, 0)).toBeCloseTo(1, 12);
  });

  it('know how long is left', () => {
    const law = normalised([0, 1, 1, 2]);
    expect(Array.from(remainingAfter(law, 2))).toEqual([1 / 3, 2 / 3]);
    expect(Array.from(remainingAfter(law, 0))).toEqual(Array.from(law));
  });

  it('plan laws have the planned length as median, half and twice as one in ten', () => {
    for (const days of [4, 10, 25]) {
      const law = plannedLaw(days);
      expect(medianOf(law)).toBe(days);
      expect(Math.abs(midQuantile(law, 0.1) - days / 2)).toBeLessThanOrEqual(1);
      expect(Math.abs(midQuantile(law, 0.9) - days * 2)).toBeLessThanOrEqual(1);
    }
    expect(medianOf(plannedLaw(0))).toBeLessThanOrEqual(1);
  });
});
