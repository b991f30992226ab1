import { raceTheDebrief } from '../faults/debrief-races.js';

describe('thousands of races on two server processes', () => {
  it('leave nothing stored that could not have happened one after the other', async () => {
    const { races, impossible, breaches } = await raceTheDebrief(12, 84);
    expect(races).toBe(3024);
    expect(impossible).toEqual([]);
    expect(breaches).toEqual([]);
  }, 1_800_000);
});
