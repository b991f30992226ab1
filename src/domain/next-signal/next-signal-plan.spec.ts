import fc from 'fast-check';
import { cardOf, packetOf, rubricOf } from '../../../test/support/panel-packets.js';
import { packets } from '../../../test/support/random-packets.js';
import type { Packet } from '../recommendation/packet.js';
import { recommend } from '../recommendation/recommend.js';
import { chooseRound, type RoundOnPlan } from './choose-round.js';
import { nextSignalPlan, peopleWanted } from './next-signal-plan.js';
import { type PossibleInterviewer, firstFreeDay, rankInterviewers } from './rank-interviewers.js';
import { signalNeeds } from './signal-needs.js';

const needsOf = (packet: Packet) => signalNeeds(packet, recommend(packet));

describe('what a recommendation still needs', () => {
  it('is nothing where the panel agrees far from every threshold', () => {
    const packet = packetOf(
      rubricOf({ impact: 1, depth: 1 }),
      cardOf('a', { impact: 1, depth: 1 }),
      cardOf('b', { impact: 1, depth: 1 }),
      cardOf('c', { impact: 1, depth: 1 }),
    );
    expect(needsOf(packet)).toEqual({ needs: [], followUps: [] });
  });

  it('is more raters where the rubric asks for them, before anything else', () => {
    const rubric = { ...rubricOf({}), criteria: [{ key: 'depth' }, { key: 'impact', required: true, minimumRaters: 3 }] };
    const packet = packetOf(rubric, cardOf('a', { depth: 4, impact: 2 }));
    expect(needsOf(packet)).toEqual({ needs: [{ criterion: 'impact', raters: 2, reasons: [{ kind: 'raters', have: 1, need: 3 }] }], followUps: [] });
  });

  it('is every unrated criterion the deciding value is made of, where that is null', () => {
    const signals = [{ key: 'lenses', kind: 'weighted_mean' as const, inputs: [{ criterion: 'a' }, { criterion: 'b', weight: 0 }] }];
    const packet = packetOf({ ...rubricOf({ a: 1, b: 1, c: 1 }), signals, policy: { deciding: 'lenses' } }, cardOf('s', { c: 4 }));
    expect(needsOf(packet).needs).toEqual([{ criterion: 'a', raters: 1, reasons: [{ kind: 'deciding' }] }]);
  });

  it('is a card that is owed and evidence that was not given', () => {
    const rubric = { ...rubricOf({}), criteria: [{ key: 'impact', evidence: 'required' as const }] };
    const packet: Packet = packetOf(rubric, cardOf('a', { impact: 4 }), { id: 'b', interviewer: 'u2', round: 'r1', status: 'missing' });
    expect(needsOf(packet)).toEqual({
      needs: [],
      followUps: [
        { kind: 'card', scorecard: 'b', interviewer: 'u2' },
        { kind: 'evidence', scorecard: 'a', interviewer: 'interviewer of a', criterion: 'impact' },
      ],
    });
  });

  it('is another view where one card decides, on the criterion where it weighs most', () => {
    const packet = packetOf(
      rubricOf({ impact: 9, depth: 1 }),
      cardOf('a', { impact: 2, depth: 3 }),
      cardOf('b', { impact: 2, depth: 3 }),
      cardOf('c', { impact: 4, depth: 1 }),
    );
    const [need, ...others] = needsOf(packet).needs;
    expect(others).toEqual([]);
    expect(need).toMatchObject({
      criterion: 'impact',
      reasons: [{ kind: 'one_card_decides', scorecard: 'a' }, { kind: 'one_card_decides', scorecard: 'b' }, { kind: 'few_steps_flip' }],
    });
  });

  it('names criteria of the rubric, each once, and only where something is missing or unstable', () => {
    fc.assert(
      fc.property(packets({ levels: 5, criteria: 4, cards: 5, ratings: 12 }), (packet) => {
        const recommendation = recommend(packet);
        const { needs, followUps } = signalNeeds(packet, recommendation);
        const keys = needs.map((need) => need.criterion);
        const { outcome, stability, missing } = recommendation;
        const steady = stability.leaveOneOut.every((one) => one.outcome === outcome) && (stability.minimumFlips?.count ?? 9) > 2;
        expect(new Set(keys).size).toBe(keys.length);
        expect(packet.rubric.criteria.map((criterion) => criterion.key)).toEqual(expect.arrayContaining(keys));
        if (missing.length === 0 && steady) expect({ needs, followUps }).toEqual({ needs: [], followUps: [] });
        for (const one of missing) if (one.kind === 'raters') expect(keys).toContain(one.criterion);
        for (const need of needs) expect(need.raters >= 1 && need.reasons.length >= 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

const ROUND: RoundOnPlan = {
  key: 'loop',
  name: 'Loop',
  position: 2,
  status: 'passed',
  owesCard: true,
  panel: [
    { title: 'Engineer', count: 1, qualification: 'engineering' },
    { title: 'Anybody', count: 1 },
  ],
};

describe('the round to use', () => {
  const passed = ROUND;
  const coming = { ...ROUND, key: 'final', position: 3, status: 'pending' as const };
  const skipped = { ...ROUND, key: 'case', position: 4, status: 'skipped' as const };

  it('is one still to come, then one that was skipped, then one held once more', () => {
    const all = ['loop', 'final', 'case'];
    expect(chooseRound(all, [passed, skipped, coming])).toEqual({ round: coming, how: 'to_come' });
    expect(chooseRound(all, [passed, skipped])).toEqual({ round: skipped, how: 'again' });
    expect(chooseRound(all, [passed])).toEqual({ round: passed, how: 'again' });
  });

  it('is none where no round that owes a card assesses the criterion', () => {
    expect(chooseRound(['phone'], [passed])).toBeNull();
    expect(chooseRound(['loop'], [{ ...passed, owesCard: false }])).toBeNull();
  });
});

function person(userId: string, more: Partial<PossibleInterviewer> = {}): PossibleInterviewer {
  // A Wednesday.
  return { userId, name: `Name of ${userId}`, qualifications: [], availability: [], absences: [], today: '2026-03-04', interviews: 0, ...more };
}

describe('who could be asked', () => {
  it('is whom a place was made for first, then who has less to do, then who is free sooner', () => {
    const people = [
      person('busy', { qualifications: ['engineering'], interviews: 3 }),
      person('anybody'),
      person('later', { qualifications: ['engineering'], absences: [{ startsOn: '2026-03-05', endsOn: '2026-03-09' }] }),
      person('sooner', { qualifications: ['engineering'] }),
    ];
    expect(rankInterviewers(ROUND.panel, people, 9).map(({ userId, place, freeOn }) => [userId, place, freeOn])).toEqual([
      ['sooner', 'Engineer', '2026-03-05'],
      ['later', 'Engineer', '2026-03-10'],
      ['busy', 'Engineer', '2026-03-05'],
      ['anybody', 'Anybody', '2026-03-05'],
    ]);
  });

  it('is nobody without the qualification, and nobody who is away for two weeks', () => {
    const panel = [{ title: 'Engineer', count: 1, qualification: 'engineering' }];
    const away = person('away', { qualifications: ['engineering'], absences: [{ startsOn: '2026-03-01', endsOn: '2026-03-31' }] });
    expect(rankInterviewers(panel, [person('other', { qualifications: ['design'] }), away], 9)).toEqual([]);
  });

  it('takes stated hours over the usual week', () => {
    const sundays = [{ weekday: 7, from: '10:00', to: '12:00' }];
    expect(firstFreeDay(person('a', { availability: sundays }))).toBe('2026-03-08');
    expect(firstFreeDay(person('a', { today: '2026-03-06' }))).toBe('2026-03-09');
    expect(firstFreeDay(person('a', { availability: sundays, absences: [{ startsOn: '2026-03-08', endsOn: '2026-03-15' }] }))).toBeNull();
  });

  it('does not depend on the order in which people are given, and names nobody else', () => {
    const people = fc.uniqueArray(
      fc
        .record({
          userId: fc.uuid(),
          name: fc.constantFrom('An', 'Bo', 'Ci'),
          interviews: fc.integer({ min: 0, max: 3 }),
          qualifications: fc.subarray(['engineering', 'design']),
        })
        .map(({ userId, ...more }) => person(userId, more)),
      { selector: (one) => one.userId, maxLength: 12 },
    );
    fc.assert(
      fc.property(
        people.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        fc.integer({ min: 1, max: 6 }),
        ([all, shuffled], most) => {
          const ranked = rankInterviewers(ROUND.panel, all, most);
          expect(rankInterviewers(ROUND.panel, shuffled, most)).toEqual(ranked);
          expect(ranked.length).toBe(Math.min(most, all.length));
          // Somebody who may not sit changes nothing.
          const strict = [{ title: 'Engineer', count: 1, qualification: 'engineering' }];
          const qualified = all.filter((one) => one.qualifications.includes('engineering'));
          expect(rankInterviewers(strict, all, most)).toEqual(rankInterviewers(strict, qualified, most));
        },
      ),
    );
  });
});

describe('the plan', () => {
  it('gives every need its round and its people, and says so where there is no round', () => {
    const rubric = {
      ...rubricOf({}),
      criteria: [
        { key: 'impact', required: true },
        { key: 'depth', required: true },
      ],
    };
    const packet = packetOf(rubric, cardOf('a', {}));
    const facts = {
      criteria: [
        { key: 'impact', rounds: ['loop'] },
        { key: 'depth', rounds: ['nowhere'] },
      ],
      rounds: [ROUND],
    };
    const plan = nextSignalPlan(needsOf(packet), { ...facts, people: Array.from({ length: 7 }, (_, at) => person(`u${at}`)) });
    expect(plan.needs.map(({ criterion, round, interviewers }) => [criterion, round, interviewers.length])).toEqual([
      ['impact', { key: 'loop', name: 'Loop', how: 'again' }, 5],
      ['depth', null, 0],
    ]);
    expect(peopleWanted(needsOf(packet), facts)).toEqual({ qualifications: ['engineering'], anybody: true });
  });
});
