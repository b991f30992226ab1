import { mailThroughAKilledProcess } from '../faults/killed-process.js';

describe('a thousand mails through two server processes, one killed in the middle', () => {
  it('all arrive, and none is doubled beyond what was being handed over', async () => {
    const aftermath = await mailThroughAKilledProcess(1000);
    const arrived = new Set(aftermath.arrived);
    expect(aftermath.expected).toHaveLength(1000);
    expect([...arrived]).toEqual(aftermath.expected);
    const doubled = aftermath.arrived.filter((id, index) => aftermath.arrived.indexOf(id) !== index);
    expect(aftermath.inFlight).toEqual(expect.arrayContaining(doubled));
    expect(aftermath).toMatchObject({ torn: [], statuses: ['sent'], jobsLeft: 0, exitCode: 0 });
  }, 600_000);
});
