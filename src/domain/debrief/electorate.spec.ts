import { electorate, hasVoted, type Holding, type SeatPerson } from './electorate.js';

const person = (userId: string, more: Partial<SeatPerson> = {}): SeatPerson => ({ userId, name: userId, active: true, conflicted: false, ...more });
const seat = (kind: Holding['kind'], holder: SeatPerson, standIn: SeatPerson | null = null): Holding => ({ kind, holder, standIn });

describe('who votes', () => {
  it('gives a person with two seats one vote for both', () => {
    expect(
      electorate('first', [seat('interviewer', person('ann')), seat('hiring_manager', person('ann')), seat('bar_raiser', person('bob'))]),
    ).toEqual([
      { userId: 'ann', name: 'ann', kinds: ['interviewer', 'hiring_manager'], covers: ['ann'] },
      { userId: 'bob', name: 'bob', kinds: ['bar_raiser'], covers: ['bob'] },
    ]);
  });

  it('keeps panel and committee apart', () => {
    const seats = [seat('interviewer', person('ann')), seat('committee_member', person('cyd'))];
    expect(electorate('second', seats).map((one) => one.userId)).toEqual(['ann']);
    expect(electorate('committee', seats).map((one) => one.userId)).toEqual(['cyd']);
  });

  it('lets a stand-in vote for a manager, never for somebody who was in the room', () => {
    expect(electorate('first', [seat('hiring_manager', person('hana'), person('dan'))])).toMatchObject([{ userId: 'dan', covers: ['hana'] }]);
    expect(electorate('first', [seat('interviewer', person('ivo'), person('dan'))])).toMatchObject([{ userId: 'ivo', covers: ['ivo'] }]);
  });

  it('has no seat for the deactivated and the conflicted, unless somebody stands in', () => {
    const gone = person('gone', { active: false });
    const torn = person('torn', { conflicted: true });
    expect(
      electorate('first', [seat('interviewer', gone), seat('bar_raiser', torn), seat('hiring_manager', gone, person('dan'))]).map(
        (one) => one.userId,
      ),
    ).toEqual(['dan']);
    expect(electorate('first', [seat('hiring_manager', person('hana'), torn)]).map((one) => one.userId)).toEqual(['hana']);
  });

  it('counts a seat as voted for whoever stood in it', () => {
    const [dan] = electorate('first', [seat('hiring_manager', person('hana'), person('dan')), seat('interviewer', person('dan'))]);
    expect(hasVoted(dan!, new Set(['hana']))).toBe(false);
    expect(hasVoted(dan!, new Set(['hana', 'dan']))).toBe(true);
  });
});
