import fc from 'fast-check';
import { minutesOf, readClock, type Lap } from './agenda-clock.js';
import { timeShares } from './time-shares.js';

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 4, 12) + seconds * 1000);
const lap = (item: string | null, from: number, to: number | null): Lap => ({ item, startedAt: at(from), endedAt: to === null ? null : at(to) });

describe('the clock', () => {
  it('adds up laps by item, the running one until now', () => {
    const reading = readClock([lap('a', 0, 90), lap(null, 90, 100), lap('b', 100, 130), lap('a', 200, null)], 5, at(260.9));
    expect(reading).toMatchObject({ running: true, elapsedSeconds: 190, remainingSeconds: 110 });
    expect([...reading.spent]).toEqual([
      ['a', 150],
      ['b', 30],
    ]);
  });

  it('goes below zero once the time is over, and stands still while stopped', () => {
    const laps = [lap('a', 0, 400)];
    expect(readClock(laps, 5, at(400))).toEqual(readClock(laps, 5, at(9000)));
    expect(readClock(laps, 5, at(9000))).toMatchObject({ running: false, remainingSeconds: -100 });
  });

  it('has 60 minutes unless the policy says otherwise', () => {
    expect([{}, { minutes: 45 }, { minutes: 0 }, { minutes: '45' }, { minutes: null }, { minutes: 12.5 }].map(minutesOf)).toEqual([
      60, 45, 60, 60, 60, 60,
    ]);
  });
});

describe('time shares', () => {
  const weights = fc.array(fc.record({ numerator: fc.bigInt({ min: 1n, max: 10_000n }), denominator: fc.bigInt({ min: 1n, max: 500n }) }), {
    minLength: 1,
    maxLength: 30,
  });

  it('sums to the whole, each within a second of its exact share and never less than a lighter one', () => {
    fc.assert(
      fc.property(fc.nat(28_800), weights, (seconds, given) => {
        const shares = timeShares(seconds, given);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(seconds);
        const sizes = given.map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
        const total = sizes.reduce((sum, size) => sum + size, 0);
        shares.forEach((share, index) => expect(Math.abs(share - (seconds * sizes[index]!) / total)).toBeLessThan(1 + 1e-6));
        sizes.forEach((size, index) =>
          sizes.forEach((other, second) => size > other * (1 + 1e-9) && expect(shares[index]!).toBeGreaterThanOrEqual(shares[second]!)),
        );
      }),
    );
  });

  it('gives nothing where there is nothing to share or nobody to share with', () => {
    expect(timeShares(60, [])).toEqual([]);
    expect(timeShares(0, [{ numerator: 1n, denominator: 3n }])).toEqual([0]);
  });
});
