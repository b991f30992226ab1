import fc from 'fast-check';
import { VOTE_CHOICES, committeeOutcome, quorumOf, tally } from './ballot-tally.js';

describe('a ballot counted', () => {
  it.each([
    [['hire', 'hire', 'no_hire'], 'hire', false],
    [['hire', 'no_hire'], 'no_hire', true],
    [['strong_hire', 'strong_no_hire'], 'no_hire', true],
    [['strong_hire', 'strong_hire', 'hire'], 'strong_hire', false],
    [['strong_hire', 'hire'], 'hire', false],
    [['strong_no_hire', 'strong_no_hire', 'hire'], 'strong_no_hire', false],
    [['abstain', 'hire'], 'hire', false],
    [['abstain', 'abstain'], 'no_hire', true],
    [[], 'no_hire', true],
  ] as const)('%j is %s', (choices, result, tie) => {
    expect(tally(choices)).toMatchObject({ result, tie });
  });

  it('loses no vote and hires only on more votes for than against', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VOTE_CHOICES), { maxLength: 12 }), (choices) => {
        const counted = tally(choices);
        expect(counted.forHire + counted.against + counted.counts.abstain).toBe(choices.length);
        expect(['hire', 'strong_hire'].includes(counted.result)).toBe(counted.forHire > counted.against);
      }),
    );
  });

  it('lets a single vote against stop a unanimous committee, and no majority', () => {
    const split = tally(['hire', 'hire', 'no_hire']);
    expect(committeeOutcome('committee_majority', split)).toBe('hire');
    expect(committeeOutcome('committee_unanimous', split)).toBe('no_hire');
    expect(committeeOutcome('committee_unanimous', tally(['hire', 'strong_hire', 'abstain']))).toBe('hire');
    expect(committeeOutcome('committee_unanimous', tally(['abstain']))).toBe('no_hire');
  });

  it('asks for more than half of a committee, or what the policy says, never for more than there are', () => {
    expect([quorumOf(null, 3), quorumOf(null, 4), quorumOf(2, 5), quorumOf(9, 3)]).toEqual([2, 3, 2, 3]);
  });
});
