import { mailThroughAKilledProcess } from './killed-process.js';

describe('two server processes, one killed in the middle of mailing', () => {
  it('lose no mail, and double none beyond what was being handed over', async () => {
    const aftermath = await mailThroughAKilledProcess(200);
    const arrived = new Set(aftermath.arrived);
    expect(aftermath.expected).toHaveLength(200);
    expect([...arrived]).toEqual(aftermath.expected);
    const doubled = aftermath.arrived.filter((id, index) => aftermath.arrived.indexOf(id) !== index);
    expect(aftermath.inFlight).toEqual(expect.arrayContaining(doubled));
    expect(aftermath).toMatchObject({ torn: [], statuses: ['sent'], jobsLeft: 0, exitCode: 0 });
  }, 300_000);
});
