import { type RoundHeld, sessionEnds } from './last-session.js';

const round = (key: string, status: RoundHeld['status']): RoundHeld => ({ key, status });
const session = (of: string, ends: string | null, calledOff = false) => ({ round: of, ends, calledOff });

describe('the ends of all sessions', () => {
  it('are known once every round still to be held has its sessions set', () => {
    const rounds = [round('a', 'passed'), round('b', 'current'), round('c', 'pending')];
    expect(sessionEnds(rounds, [session('a', '1'), session('b', '2')])).toBeNull();
    expect(sessionEnds(rounds, [session('a', '1'), session('b', '2'), session('c', null)])).toBeNull();
    expect(sessionEnds(rounds, [session('a', '1'), session('b', '2'), session('c', '3')])).toEqual(['1', '2', '3']);
  });

  it('do not wait for a round that was skipped or passed without a session, nor count one that was called off', () => {
    const rounds = [round('a', 'passed'), round('b', 'skipped'), round('c', 'current')];
    expect(sessionEnds(rounds, [session('c', '3', true)])).toBeNull();
    expect(sessionEnds(rounds, [session('c', '3', true), session('c', '4')])).toEqual(['4']);
  });

  it('never came where a round was not reached, or nothing was ever held', () => {
    expect(sessionEnds([round('a', 'passed'), round('b', 'not_reached')], [session('a', '1')])).toBeNull();
    expect(sessionEnds([round('a', 'passed')], [])).toBeNull();
  });
});
