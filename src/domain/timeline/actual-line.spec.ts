import { actualLine, type RoundTaken } from './actual-line.js';

const round = (key: string, status: RoundTaken['status'], decidedAt: string | null = null): RoundTaken => ({ key, status, decidedAt });
const started = '2026-03-04T23:30:00Z';

describe('the line an application took', () => {
  it('enters each round when the one before it was passed, on the dates of the zone', () => {
    const rounds = [round('a', 'passed', '2026-03-06T16:00:00Z'), round('b', 'skipped'), round('c', 'current'), round('d', 'pending')];
    const line = actualLine(rounds, started, null, 'Asia/Shanghai');
    expect(line.rounds).toEqual([
      { round: 'a', enteredOn: '2026-03-05', leftOn: '2026-03-07' },
      { round: 'b', enteredOn: null, leftOn: null },
      { round: 'c', enteredOn: '2026-03-07', leftOn: null },
      { round: 'd', enteredOn: null, leftOn: null },
    ]);
    expect(line.standsIn).toEqual({ round: 'c', enteredOn: '2026-03-07' });
  });

  it('stands before the decision once every round is over', () => {
    const line = actualLine([round('a', 'passed', '2026-03-06T10:00:00Z'), round('b', 'skipped')], started, null, 'UTC');
    expect(line.standsIn).toEqual({ round: 'decision', enteredOn: '2026-03-06' });
  });

  it('ended in the first round it did not get through', () => {
    const line = actualLine([round('a', 'not_reached'), round('b', 'not_reached')], started, '2026-03-09T10:00:00Z', 'UTC');
    expect(line.rounds).toEqual([
      { round: 'a', enteredOn: '2026-03-04', leftOn: '2026-03-09' },
      { round: 'b', enteredOn: null, leftOn: null },
    ]);
  });
});
