import { raceTheDebrief } from './debrief-races.js';

describe('a debrief on two server processes at once', () => {
  it('opens, reveals, amends, challenges and decides once each, and everything stored holds afterwards', async () => {
    const { races, impossible, breaches } = await raceTheDebrief(6, 12);
    expect(races).toBe(216);
    expect(impossible).toEqual([]);
    expect(breaches).toEqual([]);
  }, 180_000);
});
