import fc from 'fast-check';
import type { ApplicationState, RoundState } from './application-life.js';
import { addRound, reorderRounds, skipRound } from './round-changes.js';

const round = (key: string, status: RoundState['status'], outcome: RoundState['outcome'] = null): RoundState => ({ key, status, outcome });
const STATE: ApplicationState = {
  status: 'active',
  rounds: [round('a', 'passed', 'advance'), round('b', 'current'), round('c', 'pending'), round('d', 'pending')],
};
const keys = (rounds: readonly RoundState[]) => rounds.map((one) => one.key).join('');

describe('changing the rounds of a running application', () => {
  it('adds at the end, or after a round ahead', () => {
    expect(keys(addRound(STATE, 'x', null))).toBe('abcdx');
    expect(keys(addRound(STATE, 'x', 'b'))).toBe('abxcd');
    expect(() => addRound(STATE, 'x', 'a')).toThrow('ahead of where the application stands');
    expect(() => addRound(STATE, 'c', null)).toThrow('/round/key');
    expect(() => addRound(STATE, 'x', 'nowhere')).toThrow('/after');
  });

  it('makes a round added after the last one current', () => {
    const over: ApplicationState = { status: 'active', rounds: [round('a', 'passed', 'advance')] };
    expect(addRound(over, 'x', null)[1]).toEqual(round('x', 'current'));
  });

  it('skips what is ahead or current and goes on to the next', () => {
    expect(skipRound(STATE, 'b').map((one) => one.status)).toEqual(['passed', 'skipped', 'current', 'pending']);
    expect(skipRound(STATE, 'd').map((one) => one.status)).toEqual(['passed', 'current', 'pending', 'skipped']);
    expect(() => skipRound(STATE, 'a')).toThrow('is over');
    expect(() => skipRound(STATE, 'x')).toThrow('No such round');
  });

  it('reorders exactly the rounds ahead', () => {
    expect(keys(reorderRounds(STATE, ['d', 'c']))).toBe('abdc');
    for (const order of [['c'], ['c', 'c'], ['c', 'b'], ['c', 'd', 'x'], []]) expect(() => reorderRounds(STATE, order)).toThrow('/order');
  });

  it('changes nothing of an application that has ended', () => {
    for (const status of ['offered', 'hired', 'rejected', 'withdrawn'] as const) {
      expect(() => addRound({ ...STATE, status }, 'x', null)).toThrow('active or on hold');
      expect(() => skipRound({ ...STATE, status }, 'c')).toThrow('active or on hold');
      expect(() => reorderRounds({ ...STATE, status }, ['d', 'c'])).toThrow('active or on hold');
    }
  });

  it('never touches a round that was decided', () => {
    const change = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), after: fc.constantFrom('a', 'b', 'c', 'd', null) }),
      fc.record({ kind: fc.constant('skip' as const), key: fc.constantFrom('a', 'b', 'c', 'd') }),
      fc.record({ kind: fc.constant('order' as const), seed: fc.shuffledSubarray(['b', 'c', 'd', 'n0', 'n1']) }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let state = STATE;
        changes.forEach((one, index) => {
          try {
            if (one.kind === 'add') state = { ...state, rounds: addRound(state, `n${index}`, one.after) };
            else if (one.kind === 'skip') state = { ...state, rounds: skipRound(state, one.key) };
            else state = { ...state, rounds: reorderRounds(state, one.seed) };
          } catch {
            // A refusal changes nothing.
          }
        });
        expect(state.rounds[0]).toEqual(STATE.rounds[0]);
        expect(new Set(state.rounds.map((one) => one.key)).size).toBe(state.rounds.length);
        expect(state.rounds.filter((one) => one.status === 'current').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
