import { Refusal } from '../refusal.js';
import { boardAbilities } from '../abilities/board-abilities.js';
import { columnOrder, LANE, WAITS_FOR } from './board-line.js';
import { type BulkInput, inverseOf, readBulkRequest, sameRequest, undoRequest } from './bulk-request.js';
import { nextAction } from './next-action.js';
import { nextNudgeAt } from './nudge-interval.js';

const ID = 'A0000000-0000-4000-8000-000000000001';

describe('a line of the board', () => {
  it('has columns in the order of the plan, then what comes after the rounds', () => {
    const lanes = [
      { lane: 'rejected', position: null },
      { lane: 'round:b', position: 1 },
      { lane: 'held', position: null },
      { lane: 'round:a', position: 1 },
      { lane: 'debrief', position: null },
      { lane: 'round:z', position: 0 },
      { lane: 'round:gone', position: null },
    ];
    expect([...lanes].sort(columnOrder).map(({ lane }) => lane)).toEqual([
      'round:z',
      'round:a',
      'round:b',
      'round:gone',
      'debrief',
      'held',
      'rejected',
    ]);
    for (const { lane } of lanes) expect(lane).toMatch(LANE);
    for (const lane of ['round:', 'rounds', 'round:A', 'lost']) expect(lane).not.toMatch(LANE);
  });

  it('has one next action for whatever it waits for, in both languages', () => {
    const codes = WAITS_FOR.map((waitsFor) => nextAction({ waitsFor, clock: null }, 'en').code);
    expect(new Set(codes).size).toBe(WAITS_FOR.length);
    for (const waitsFor of WAITS_FOR) {
      const [en, zh] = [nextAction({ waitsFor, clock: null }, 'en'), nextAction({ waitsFor, clock: null }, 'zh-CN')];
      expect(en.words).toMatch(/^[A-Z]/);
      expect(zh.words).toMatch(/[\u4e00-\u9fff]/);
      expect({ ...en, words: '' }).toEqual({ ...zh, words: '' });
    }
  });

  it('asks for word to the candidate first when they have heard nothing for too long', () => {
    expect(nextAction({ waitsFor: 'card', clock: { key: 'silent_gap', state: 'late' } }, 'en')).toMatchObject({
      code: 'write_to_candidate',
      ofClock: true,
    });
    expect(nextAction({ waitsFor: 'card', clock: { key: 'notice', state: 'late' } }, 'en').code).toBe('tell_candidate_time');
    expect(nextAction({ waitsFor: 'card', clock: { key: 'silent_gap', state: 'at_risk' } }, 'en').code).toBe('collect_cards');
    expect(nextAction({ waitsFor: 'decision', clock: { key: 'process', state: 'late' } }, 'en')).toMatchObject({ code: 'decide', target: 'debrief' });
  });

  it('lets those who lead move it, those who coordinate nudge another, and nobody nudge themselves', () => {
    const viewer = { userId: 'me', siteRole: 'member' as const, applicationSeats: [] };
    const line = { status: 'active' as const, inRound: true, clockHolderId: 'other' };
    const all = { advance: true, hold: true, resume: false, reject: true, nudge: true, assignSeats: true };
    expect(boardAbilities({ ...viewer, jobSeats: ['recruiter'] }, line)).toEqual(all);
    expect(boardAbilities({ ...viewer, jobSeats: ['coordinator'] }, line)).toEqual({
      ...all,
      advance: false,
      hold: false,
      reject: false,
      assignSeats: false,
    });
    expect(boardAbilities({ ...viewer, jobSeats: ['recruiter'] }, { ...line, clockHolderId: 'me' }).nudge).toBe(false);
    expect(boardAbilities({ ...viewer, jobSeats: ['recruiter'] }, { ...line, clockHolderId: null }).nudge).toBe(false);
    expect(boardAbilities({ ...viewer, jobSeats: ['recruiter'] }, { ...line, inRound: false }).advance).toBe(false);
    expect(Object.values(boardAbilities({ ...viewer, jobSeats: ['offer_approver'] }, line))).not.toContain(true);
  });
});

describe('a bulk request', () => {
  const refused = (input: Partial<BulkInput>): string[] => {
    try {
      readBulkRequest({ action: 'nudge', applicationIds: [ID], ...input });
      return [];
    } catch (error) {
      return error instanceof Refusal ? error.faults.map((fault) => `${fault.pointer} ${fault.code}`) : ['?'];
    }
  };

  it('holds what its action needs and nothing else', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ reasonCode: 'other', seat: 'recruiter' })).toEqual(['/reasonCode unknown_member', '/seat unknown_member']);
    expect(refused({ action: 'assign_seat' })).toEqual(['/seat missing_member', '/userId missing_member']);
    expect(refused({ action: 'reject' })).toEqual(['/reasonCode missing_member']);
    expect(refused({ action: 'reject', reasonCode: 'round_passed' })).toEqual(['/reasonCode unknown_word']);
    expect(refused({ action: 'reject', reasonCode: 'other' })).toEqual(['/reason required']);
    expect(refused({ action: 'hold', reasonCode: 'hiring_freeze', round: 'a' })).toEqual(['/round unknown_member']);
    expect(readBulkRequest({ action: 'advance', applicationIds: [ID], reasonCode: 'round_passed', round: 'a' })).toEqual({
      action: 'advance',
      applicationIds: [ID.toLowerCase()],
      reasonCode: 'round_passed',
      reason: '',
      round: 'a',
    });
  });

  it('is the same whatever the order of its members, and another with another order of applications', () => {
    const one = readBulkRequest({ action: 'hold', applicationIds: ['a', 'b'], reasonCode: 'hiring_freeze' });
    const { reason, ...rest } = JSON.parse(JSON.stringify(one)) as typeof one & { reason: string };
    expect(sameRequest(one, { ...rest, reason } as typeof one)).toBe(true);
    expect(sameRequest(one, { reason, ...rest } as typeof one)).toBe(true);
    expect(sameRequest(one, { ...one, applicationIds: ['b', 'a'] })).toBe(false);
  });

  it('is taken back by its inverse, where there is one', () => {
    expect((['advance', 'hold', 'resume', 'reject', 'assign_seat', 'nudge'] as const).map(inverseOf)).toEqual([
      null,
      'resume',
      'hold',
      null,
      null,
      null,
    ]);
    expect(undoRequest('hold', ['a'])).toMatchObject({ action: 'resume', applicationIds: ['a'] });
    expect(undoRequest('hold', [])).toBeNull();
    expect(undoRequest('reject', ['a'])).toBeNull();
    for (const action of ['hold', 'resume'] as const) expect(() => readBulkRequest({ ...undoRequest(action, ['a'])! })).not.toThrow();
  });

  it('nudges again a day later', () => {
    expect(nextNudgeAt(new Date('2026-03-07T12:00:00Z')).toISOString()).toBe('2026-03-08T12:00:00.000Z');
  });
});
