import { availabilityFaults } from './availability.js';
import { type PossibleHolder, chooseEscalationHolder } from './escalation.js';
import { passwordFaults, personalWords } from './password-policy.js';
import { type SeatActor, delegationPeriod, mayEndSeat, mayGrantSeat, mayPassOnSeat } from './seat-rules.js';
import { judgeSession } from './session-life.js';

const NOW = new Date('2026-03-04T12:00:00Z');
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('a password', () => {
  const strong = { score: 4, warning: null };
  const code = (password: string, strength = strong, personal: string[] = []) =>
    passwordFaults(password, strength, personalWords(personal), '/password')[0]?.code;
  it('has 12 to 200 characters, however many bytes they take', () => {
    expect([code('a'.repeat(11)), code('a'.repeat(12)), code('a'.repeat(200)), code('a'.repeat(201))]).toEqual([
      'too_short',
      undefined,
      undefined,
      'too_long',
    ]);
    expect([code('🦆'.repeat(11)), code('🦆'.repeat(12)), code('🦆'.repeat(200))]).toEqual(['too_short', undefined, undefined]);
  });
  it('is hard to guess, and more than what everybody knows of the person', () => {
    expect([code('walnut ferry', { score: 2, warning: null }), code('walnut ferry', { score: 3, warning: null })]).toEqual(['too_weak', undefined]);
    expect(code('AdaLovelace1815', strong, ['Ada Lovelace', 'ada@example.test'])).toBe('personal');
    expect(code('Ada walnut ferry', strong, ['Ada Lovelace'])).toBeUndefined();
  });
});

describe('a session', () => {
  it('is used, renewed, or ended when a replaced secret comes back', () => {
    const current = { kind: 'current', rotatedAt: NOW } as const;
    const replaced = { kind: 'replaced', replacedAt: NOW } as const;
    expect([0, 3599, 3600].map((seconds) => judgeSession(current, later(seconds), 60))).toEqual(['use', 'use', 'rotate']);
    expect([0, 60, 61].map((seconds) => judgeSession(replaced, later(seconds), 60))).toEqual(['use', 'use', 'revoke']);
  });
});

describe('seats', () => {
  const actor = (siteRole: SeatActor['siteRole'], ...jobSeats: SeatActor['jobSeats'][number][]): SeatActor => ({ userId: 'me', siteRole, jobSeats });
  it('are given by recruiter or hiring manager, and by an admin to others or where nobody runs the job', () => {
    expect(
      [actor('member', 'recruiter'), actor('member', 'hiring_manager'), actor('member', 'coordinator'), actor('auditor')].map((one) =>
        mayGrantSeat(one, 'other', true),
      ),
    ).toEqual([true, true, false, false]);
    expect([
      mayGrantSeat(actor('admin'), 'other', true),
      mayGrantSeat(actor('admin'), 'me', true),
      mayGrantSeat(actor('admin'), 'me', false),
    ]).toEqual([true, false, true]);
    expect(mayGrantSeat(actor('admin', 'recruiter'), 'me', true)).toBe(true);
  });
  it('are ended by their holder too, and passed on by holder, recruiter or admin', () => {
    expect([
      mayEndSeat(actor('member'), 'me'),
      mayEndSeat(actor('member', 'coordinator'), 'x'),
      mayEndSeat(actor('member', 'hiring_manager'), 'x'),
      mayEndSeat(actor('admin'), 'x'),
    ]).toEqual([true, false, true, true]);
    expect([
      mayPassOnSeat(actor('member'), 'me', 'x'),
      mayPassOnSeat(actor('member', 'hiring_manager'), 'x', 'y'),
      mayPassOnSeat(actor('member', 'recruiter'), 'x', 'y'),
    ]).toEqual([true, false, true]);
    expect([mayPassOnSeat(actor('admin'), 'x', 'y'), mayPassOnSeat(actor('admin'), 'x', 'me')]).toEqual([true, false]);
  });
  it("are delegated for whole days on the holder's clock, daylight saving included", () => {
    const { startsAt, endsAt } = delegationPeriod('2026-03-08', '2026-03-08', 'America/Los_Angeles', NOW);
    expect([startsAt.toISOString(), endsAt.toISOString()]).toEqual(['2026-03-08T08:00:00.000Z', '2026-03-09T07:00:00.000Z']);
    const pointer = (startsOn: string, endsOn: string) => {
      try {
        delegationPeriod(startsOn, endsOn, 'UTC', NOW);
        return null;
      } catch (error) {
        return (error as { faults: { pointer: string }[] }).faults[0]?.pointer;
      }
    };
    expect([
      pointer('2026-03-09', '2026-03-08'),
      pointer('2026-13-01', '2026-03-08'),
      pointer('2026-03-01', '2026-03-03'),
      pointer('2026-03-01', '2027-03-02'),
      pointer('2026-03-01', '2026-03-04'),
    ]).toEqual(['/endsOn', '/startsOn', '/endsOn', '/endsOn', null]);
  });
});

describe('escalation', () => {
  const holder = (userId: string, role: PossibleHolder['role'], more: Partial<PossibleHolder> = {}): PossibleHolder => ({
    userId,
    role,
    conflicted: false,
    active: true,
    away: false,
    ...more,
  });
  it('goes to the recruiter, else the hiring manager, else the coordinator, else an admin', () => {
    const all = [holder('a', 'admin'), holder('c', 'coordinator'), holder('h', 'hiring_manager'), holder('r', 'recruiter')];
    expect([4, 3, 2, 1, 0].map((count) => chooseEscalationHolder('x', all.slice(0, count))?.userId ?? null)).toEqual(['r', 'h', 'c', 'a', null]);
  });
  it('passes over the late, the conflicted, the gone, and the away while somebody is there', () => {
    const rest = holder('h', 'hiring_manager');
    for (const other of [
      holder('late', 'recruiter'),
      holder('r', 'recruiter', { conflicted: true }),
      holder('r', 'recruiter', { active: false }),
      holder('r', 'recruiter', { away: true }),
    ]) {
      expect(chooseEscalationHolder('late', [other, rest])).toBe(rest);
    }
    expect(chooseEscalationHolder('late', [holder('r', 'recruiter', { away: true })])?.userId).toBe('r');
  });
});

describe('availability', () => {
  it('names what ends before it starts and what overlaps', () => {
    const hours = (...stretches: [number, string, string][]) =>
      availabilityFaults(
        stretches.map(([weekday, from, to]) => ({ weekday, from, to })),
        '/availability',
      ).map((fault) => fault.pointer);
    expect(hours([1, '09:00', '12:00'], [1, '12:00', '24:00'], [2, '09:00', '12:00'])).toEqual([]);
    expect(hours([1, '09:00', '09:00'], [1, '09:00', '12:00'], [1, '11:59', '13:00'])).toEqual(['/availability/0/to', '/availability/2']);
  });
});
