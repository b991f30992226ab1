import { NOT_ASSESSED, proposedCriterion, proposedLevels, proposedVerdicts } from './card-proposals.js';

describe('what an imported overall call probably means', () => {
  it.each([
    [
      ['strong_yes', 'yes', 'mixed', 'no', 'strong_no', 'definitely_not'],
      ['strong_hire', 'hire', null, 'no_hire', 'strong_no_hire', 'strong_no_hire'],
    ],
    [
      ['4 - Strong Hire', '3 - Hire', '2 - No Hire', '1 - Strong No Hire'],
      ['strong_hire', 'hire', 'no_hire', 'strong_no_hire'],
    ],
    [
      ['1', '4'],
      ['strong_no_hire', 'strong_hire'],
    ],
    [
      ['1', '5'],
      [null, null],
    ],
    [
      ['constructor', '', '4 - perhaps'],
      [null, null, null],
    ],
  ])('is proposed for %j', (words, expected) => {
    expect(proposedVerdicts(words)).toEqual(expected);
  });
});

describe('what an imported rating probably means', () => {
  it.each([
    [['strong_yes', 'yes', 'mixed', 'no', 'definitely_not', 'no_decision'], 4, ['4', '3', null, '2', '1', NOT_ASSESSED]],
    [['strong_yes', 'yes', 'mixed', 'no', 'definitely_not'], 5, ['5', '4', '3', '2', '1']],
    [['strong_yes', '2'], 7, [null, '2']],
    [['1', '4', '3/4', '2 - Fair'], 4, ['1', '4', '3', '2']],
    [['1', '5'], 4, [null, null]],
    [['12 months', '2026-01-01'], 4, [null, null]],
  ])('is proposed for %j on %i levels', (words, levels, expected) => {
    expect(proposedLevels(words, levels)).toEqual(expected);
  });
});

describe('which criterion an imported name probably means', () => {
  const criteria = [
    { key: 'impact_depth', name: 'Impact depth' },
    { key: 'ownership', name: 'Cross-functional ownership' },
    { key: 'clarity', name: 'Clarity of writing' },
    { key: 'speech', name: 'Clarity of speech' },
  ];
  it.each([
    ['IMPACT_DEPTH', 'impact_depth'],
    ['Ownership', 'ownership'],
    ['The clarity of speech, live', 'speech'],
    ['clarity', 'clarity'],
    ['of', null],
    ['Own', null],
    ['Juggling', null],
    ['!', null],
  ])('%s', (name, key) => {
    expect(proposedCriterion(name, criteria)).toBe(key);
  });

  it('is left open where two fit', () => {
    expect(
      proposedCriterion(
        'Clarity',
        criteria.slice(2).map((one) => ({ ...one, key: `${one.key}_x` })),
      ),
    ).toBeNull();
  });
});
