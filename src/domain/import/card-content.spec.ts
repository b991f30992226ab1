import { importedContent } from './card-content.js';
import type { CardMapping } from './import-settings.js';
import type { NeutralCard } from './neutral-record.js';
import { placeRounds, roundForStage } from './round-placement.js';

const CARD: NeutralCard = {
  kind: 'card',
  application: 'a',
  interview: null,
  title: 'On-site',
  author: { id: 'u', name: 'U', email: null },
  interviewedAt: '2026-01-01T10:00:00.000Z',
  submittedAt: '2026-01-01T12:00:00.000Z',
  overall: 'yes',
  ratings: [
    { name: 'Impact', group: '', rating: '4', note: 'why' },
    { name: 'Depth', group: '', rating: '9', note: '' },
  ],
  answers: [{ question: 'Q', answer: 'A' }],
  privateNote: 'secret',
  deleted: false,
};
const MAPPING: CardMapping = { verdicts: { yes: 'hire' }, levels: { '4': 4, '9': 9 }, criteria: { Impact: 'impact', Depth: 'depth' } };
const RUBRIC = { levels: 4, criteria: ['impact', 'depth'] };

describe('importedContent', () => {
  it('keeps everything in words and counts nothing without a mapping', () => {
    const { content, notCounted } = importedContent(CARD, undefined, RUBRIC);
    expect(notCounted).toBe('card_not_counted');
    expect(content).toEqual({ verdict: null, ratings: [], facts: {}, summary: 'On-site: yes\n\nImpact: 4 – why\nDepth: 9\n\nQ\nA' });
  });

  it('reads on the scale what the mapping knows, and nothing beyond the scale', () => {
    const { content, notCounted } = importedContent(CARD, MAPPING, RUBRIC);
    expect(notCounted).toBeNull();
    expect(content.verdict).toBe('hire');
    expect(content.ratings).toEqual([{ criterion: 'impact', level: 4, evidence: [], note: 'why' }]);
  });

  it.each<[string, Partial<NeutralCard>, string]>([
    ['a word that is not mapped', { overall: 'maybe' }, 'verdict_not_mapped'],
    ['a word that every object inherits', { overall: 'constructor' }, 'verdict_not_mapped'],
    ['no rating that is mapped', { ratings: [] }, 'no_rating_mapped'],
    ['a submission before the interview', { submittedAt: '2026-01-01T09:59:59.999Z' }, 'submitted_before_interview'],
  ])('does not count %s', (_, changes, why) => {
    expect(importedContent({ ...CARD, ...changes }, MAPPING, RUBRIC).notCounted).toBe(why);
  });

  it('never holds private words', () => {
    expect(JSON.stringify(importedContent(CARD, MAPPING, RUBRIC))).not.toContain('secret');
  });
});

describe('placeRounds', () => {
  const rounds = [
    { key: 'screen', name: 'Phone screen' },
    { key: 'loop', name: 'Loop' },
    { key: 'final', name: 'Final' },
  ];
  const states = (status: Parameters<typeof placeRounds>[1], at?: string) => placeRounds(rounds, status, at).map((round) => round.status);

  it.each([
    ['active', 'loop', ['passed', 'current', 'pending']],
    ['active', undefined, ['current', 'pending', 'pending']],
    ['rejected', 'loop', ['passed', 'passed', 'not_reached']],
    ['withdrawn', 'loop', ['passed', 'not_reached', 'not_reached']],
    ['hired', undefined, ['passed', 'passed', 'passed']],
  ] as const)('%s in %s', (status, at, expected) => expect(states(status, at)).toEqual(expected));

  it('finds a stage by a mapping, else by name', () => {
    expect(roundForStage(rounds, 'Onsite', { Onsite: 'loop' })).toBe('loop');
    expect(roundForStage(rounds, ' phone SCREEN ')).toBe('screen');
    expect(roundForStage(rounds, 'toString')).toBeUndefined();
  });
});
