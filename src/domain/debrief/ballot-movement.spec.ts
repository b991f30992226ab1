import { movements, type CastVote } from './ballot-movement.js';

const vote = (name: string, choice: CastVote['choice']): CastVote => ({ userId: name, name, choice });

describe('what changed between two ballots', () => {
  it('says who moved, how far and towards whom, in the order of names', () => {
    const first = [vote('ann', 'strong_hire'), vote('bob', 'no_hire'), vote('cyd', 'strong_no_hire')];
    const second = [vote('cyd', 'hire'), vote('ann', 'hire'), vote('bob', 'no_hire')];
    expect(movements(first, second)).toEqual([
      { userId: 'ann', name: 'ann', from: 'strong_hire', to: 'hire', steps: -1, towards: ['bob', 'cyd'] },
      { userId: 'cyd', name: 'cyd', from: 'strong_no_hire', to: 'hire', steps: 2, towards: ['ann'] },
    ]);
  });

  it('says nothing of who stayed, who came late, or how far an abstention is', () => {
    const first = [vote('ann', 'hire'), vote('bob', 'abstain')];
    const second = [vote('ann', 'hire'), vote('bob', 'hire'), vote('eve', 'no_hire')];
    expect(movements(first, second)).toEqual([{ userId: 'bob', name: 'bob', from: 'abstain', to: 'hire', steps: null, towards: [] }]);
  });
});
