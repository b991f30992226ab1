import { type AttemptCount, addressGroup, countAttempt, waitSeconds } from './lock-out.js';

const LIMIT = { free: 3, windowMinutes: 60, firstWaitSeconds: 60, longestWaitSeconds: 400 };
const at = (seconds: number) => new Date(Date.UTC(2026, 2, 4) + seconds * 1000);

function tryAt(times: readonly number[]): (number | 'allowed')[] {
  let count: AttemptCount | null = null;
  return times.map((time) => {
    const answer = countAttempt(LIMIT, count, at(time));
    if (!answer.allowed) return answer.retryAfter;
    count = answer.count;
    return 'allowed';
  });
}

describe('counting attempts', () => {
  it('lets the free ones through and then makes one wait, longer each time', () => {
    expect(tryAt([0, 1, 2, 3, 61.5, 62, 63, 182, 183])).toEqual(['allowed', 'allowed', 'allowed', 59, 1, 'allowed', 119, 'allowed', 239]);
  });

  it('counts refused attempts for nothing, so that waiting helps', () => {
    expect(tryAt([0, 0, 0, ...Array.from({ length: 50 }, () => 30), 60])).toEqual([
      'allowed',
      'allowed',
      'allowed',
      ...Array.from({ length: 50 }, () => 30),
      'allowed',
    ]);
  });

  it('starts anew after the window', () => {
    expect(tryAt([0, 1, 3600, 3601, 3602, 3603])).toEqual(['allowed', 'allowed', 'allowed', 'allowed', 'allowed', 59]);
  });

  it('never waits longer than the longest', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 1000].map((attempts) => waitSeconds(LIMIT, attempts))).toEqual([0, 0, 0, 60, 120, 240, 400, 400, 400]);
  });
});

describe('who counts as one address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s is %s', (address, group) => expect(addressGroup(address)).toBe(group));
});
