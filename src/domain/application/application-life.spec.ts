import fc from 'fast-check';
import { Refusal } from '../refusal.js';
import {
  APPLICATION_MOVES,
  APPLICATION_STATUSES,
  APPLICATION_STEPS,
  type ApplicationMove,
  type ApplicationState,
  type ApplicationStatus,
  canMove,
  currentRound,
  moveApplication,
  type RoundState,
} from './application-life.js';

const round = (key: string, status: RoundState['status'], outcome: RoundState['outcome'] = null): RoundState => ({ key, status, outcome });
const START: ApplicationState = { status: 'active', rounds: [round('a', 'current'), round('b', 'pending'), round('c', 'pending')] };

/** Written by hand from the product's words: which move each status allows. */
const ALLOWED: Readonly<Record<ApplicationStatus, readonly ApplicationMove[]>> = {
  active: ['advance', 'hold', 'reject', 'withdraw', 'offer'],
  on_hold: ['resume', 'reject', 'withdraw'],
  offered: ['withdraw', 'retract_offer', 'hire'],
  hired: [],
  rejected: ['reopen'],
  withdrawn: ['reopen'],
};

describe('the life of an application', () => {
  const cells = APPLICATION_STATUSES.flatMap((status) => APPLICATION_MOVES.map((move) => ({ status, move })));

  it.each(cells)('$status: $move', ({ status, move }) => {
    const state = { ...START, status };
    const allowed = ALLOWED[status].includes(move);
    expect(canMove(state, move)).toBe(allowed);
    if (allowed) expect(moveApplication(state, move).status).toBe(APPLICATION_STEPS[move].to);
    else expect(() => moveApplication(state, move)).toThrow(Refusal);
  });

  it('reaches every status from the start', () => {
    const reached = new Set<ApplicationStatus>(['active']);
    for (let size = 0; size < reached.size;) {
      size = reached.size;
      for (const { from, to } of Object.values(APPLICATION_STEPS)) if (from.some((status) => reached.has(status))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...APPLICATION_STATUSES].sort());
  });

  it('goes round by round and stands in none after the last', () => {
    const after = moveApplication(moveApplication(moveApplication(START, 'advance'), 'advance'), 'advance');
    expect(after.rounds.map(({ status, outcome }) => `${status} ${outcome}`)).toEqual(['passed advance', 'passed advance', 'passed advance']);
    expect(currentRound(after.rounds)).toBeNull();
    expect(canMove(after, 'advance')).toBe(false);
    expect(() => moveApplication(after, 'advance')).toThrow('Every round is over');
  });

  it('marks what a rejection leaves unreached, and takes it back with its round', () => {
    const rejected = moveApplication(moveApplication(START, 'advance'), 'reject');
    expect(rejected.rounds).toEqual([round('a', 'passed', 'advance'), round('b', 'passed', 'reject'), round('c', 'not_reached')]);
    expect(moveApplication(rejected, 'reopen').rounds).toEqual([round('a', 'passed', 'advance'), round('b', 'current'), round('c', 'pending')]);
  });

  it('keeps the round while on hold', () => {
    const held = moveApplication(START, 'hold');
    expect(held.rounds[0]).toEqual(round('a', 'current', 'hold'));
    expect(moveApplication(held, 'resume')).toEqual(START);
  });

  it('never has two current rounds, never loses one, and never leaves an open application with pending rounds and no current one', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...APPLICATION_MOVES), { maxLength: 30 }), (moves) => {
        let state = START;
        for (const move of moves) if (canMove(state, move)) state = moveApplication(state, move);
        const current = state.rounds.filter((one) => one.status === 'current').length;
        const pending = state.rounds.filter((one) => one.status === 'pending').length;
        expect(state.rounds.map((one) => one.key)).toEqual(['a', 'b', 'c']);
        expect(current).toBeLessThanOrEqual(1);
        if (state.status === 'rejected' || state.status === 'withdrawn') expect(current + pending).toBe(0);
        else if (pending > 0) expect(current).toBe(1);
      }),
    );
  });
});
