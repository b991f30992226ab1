import { cardOf, packetOf, rubricOf } from '../../../test/support/panel-packets.js';
import type { Packet, PacketRubric } from './packet.js';
import { recommend, recommendationJson, recommendWith, summarize } from './recommend.js';

const outcomeOf = (packet: Packet) => recommend(packet).outcome;

describe('recommend, worked by hand', () => {
  const panel = packetOf(
    rubricOf({ impact: 0.55, depth: 0.45 }),
    cardOf('s1', { impact: 4, depth: 2 }, { verdict: 'hire' }),
    cardOf('s2', { impact: 3, depth: 1 }, { verdict: 'no_hire' }),
    cardOf('s3', { impact: 3, depth: null }, { verdict: 'hire' }),
  );

  it('describes each criterion in levels', () => {
    const [impact, depth] = recommend(panel).criteria;
    expect(impact).toEqual({
      key: 'impact',
      n: 3,
      mean: 10 / 3,
      median: 3,
      min: 3,
      max: 4,
      standardDeviation: 0.5773502691896257, // √(1/3) = .57735026918962576…
      averageDeviation: 1 / 3,
    });
    expect(depth).toEqual({
      key: 'depth',
      n: 2,
      mean: 1.5,
      median: 1.5,
      min: 1,
      max: 2,
      standardDeviation: 0.7071067811865476, // √(1/2)
      averageDeviation: 0.5,
    });
  });

  it('weighs the means into the overall value', () => {
    // .55 × (7/3)/3 + .45 × (1/2)/3 = 3.85/9 + .675/9 = 4.525/9
    expect(recommend(panel)).toMatchObject({
      overall: 4.525 / 9,
      deciding: { key: 'overall', value: 4.525 / 9 },
      outcome: 'no_hire',
    });
  });

  it('says what each card does to it', () => {
    const { leaveOneOut, influence } = recommend(panel).stability;
    // Without s1: .55 × 2/3 + 0 = 1.1/3. Without s2: .55 × 2.5/3 + .45/3 = 1.825/3. Without s3: .55 × 2.5/3 + .45 × .5/3 = 1.6/3.
    expect(leaveOneOut).toEqual([
      { scorecard: 's1', outcome: 'no_hire', deciding: 11 / 30 },
      { scorecard: 's2', outcome: 'hire', deciding: 73 / 120 },
      { scorecard: 's3', outcome: 'no_hire', deciding: 8 / 15 },
    ]);
    expect(influence.map(({ value }) => value)).toEqual([1.225 / 9, -0.95 / 9, -0.275 / 9].map(nearly));
  });

  it('names the least change that flips it', () => {
    // One step on depth moves .45/6 = .075: 4.525/9 = .5028 → .5778 ≥ .55; one on impact .55/9 = .0611 → .5639 as well.
    expect(recommend(panel).stability.minimumFlips).toEqual({
      count: 1,
      outcome: 'hire',
      changes: [{ scorecard: 's1', criterion: 'depth', from: 2, to: 3 }],
    });
  });

  it('names contradictions', () => {
    const { contradictions } = recommend(
      packetOf(
        rubricOf({ impact: 1, depth: 1 }),
        cardOf('s1', { impact: 4, depth: 4 }, { verdict: 'no_hire' }),
        cardOf('s2', { impact: 3, depth: 4 }, { verdict: 'hire' }),
        cardOf('s3', { impact: 1, depth: null }, { verdict: 'no_hire' }),
      ),
    );
    expect(contradictions).toEqual([
      { kind: 'verdict_against_scores', scorecard: 's1' },
      { kind: 'verdicts_split' },
      { kind: 'same_level_card', scorecard: 's1' },
    ]);
  });

  it('gives the same bytes again, by number of engine too', () => {
    expect(recommendationJson(recommendWith(1, panel))).toBe(recommendationJson(recommend(structuredClone(panel))));
    expect(() => recommendWith(2, panel)).toThrow('No such recommendation engine: 2.');
  });

  it('summarizes to the same figures', () => {
    expect(summarize(panel)).toEqual({ outcome: 'no_hire', deciding: 4.525 / 9, overall: 4.525 / 9, n: 3 });
  });
});

describe('exact decimals', () => {
  it('meets a threshold it equals', () => {
    // impact 4 → 1, depth 1 → 0: .55 exactly, though .55 + .45 × 0 over 1 is noisy in doubles elsewhere.
    const exactly = packetOf(rubricOf({ impact: 0.55, depth: 0.45 }), cardOf('s1', { impact: 4, depth: 1 }));
    expect(recommend(exactly)).toMatchObject({ overall: 0.55, outcome: 'hire' });
  });

  it.each([
    [{ a: 0.1, b: 0.2, c: 0.7 }, { a: 4, b: 4, c: 1 }, 'no_hire', 0.3],
    [{ a: 0.7, b: 0.1, c: 0.2 }, { a: 1, b: 4, c: 4 }, 'no_hire', 0.3],
    [{ a: 0.75, b: 0.25 }, { a: 4, b: 1 }, 'strong_hire', 0.75],
    [{ a: 7.5, b: 2.5 }, { a: 4, b: 1 }, 'strong_hire', 0.75],
    [{ a: 0.1, b: 0.9 }, { a: 4, b: 1 }, 'strong_no_hire', 0.1],
    [{ a: 0.30000000000000004, b: 0.7 }, { a: 4, b: 1 }, 'no_hire', 0.3],
    [{ a: 0.29999999999999999, b: 0.7 }, { a: 4, b: 1 }, 'no_hire', 0.3],
    [{ a: 0.3, b: 0.7000000000000001 }, { a: 4, b: 1 }, 'strong_no_hire', 0.3],
  ])('weighs %j on %j to %s', (weights, levels, outcome, value) => {
    const { overall, outcome: found } = recommend(packetOf(rubricOf(weights), cardOf('s1', levels)));
    expect(found).toBe(outcome);
    expect(overall).toBeCloseTo(value, 12);
  });
});

describe('pooling by round', () => {
  const rubric = rubricOf({ depth: 1 }, { policy: { pooling: 'by_round' } });
  const cards = [
    cardOf('s1', { depth: 4 }, { round: 'phone' }),
    cardOf('s2', { depth: 1 }, { round: 'loop' }),
    cardOf('s3', { depth: 2 }, { round: 'loop' }),
    cardOf('s4', { depth: 2 }, { round: 'loop' }),
  ];

  it('takes the mean of the rounds, and leaves every other figure to the raters', () => {
    expect(recommend(packetOf(rubric, ...cards)).criteria[0]).toEqual({
      key: 'depth',
      n: 4,
      mean: 17 / 6, // (4 + 5/3) / 2
      median: 2,
      min: 1,
      max: 4,
      standardDeviation: 1.2583057392117916, // √(4.75/3) about the plain mean 2.25
      averageDeviation: 0.75,
    });
  });
});

describe('signals', () => {
  const rubric: PacketRubric = rubricOf(
    { impact: 1, depth: 1, clarity: 1 },
    {
      signals: [
        { key: 'lenses', kind: 'weighted_mean', inputs: [{ criterion: 'impact', weight: 3 }, { criterion: 'depth' }] },
        { key: 'weightless', kind: 'weighted_mean', inputs: [{ criterion: 'impact', weight: 0 }] },
        { key: 'floor', kind: 'weakest_link', inputs: [{ criterion: 'impact' }, { criterion: 'depth' }] },
        {
          key: 'ownership',
          kind: 'matrix',
          x: { inputs: [{ criterion: 'depth' }], threshold: 0.5 },
          y: { inputs: [{ criterion: 'impact' }], threshold: 0.5 },
          quadrants: { highHigh: 'owner', lowHigh: 'visionary', highLow: 'specialist', lowLow: 'coordinator' },
        },
        {
          key: 'half',
          kind: 'matrix',
          x: { inputs: [{ criterion: 'clarity' }], threshold: 0.5 },
          y: { inputs: [{ criterion: 'impact' }], threshold: 0.5 },
          quadrants: { highHigh: 'a', lowHigh: 'b', highLow: 'c', lowLow: 'd' },
        },
      ],
    },
  );

  it('computes each kind, and none from nothing', () => {
    const { signals, overall } = recommend(packetOf(rubric, cardOf('s1', { impact: 4, depth: 2 })));
    expect(signals).toEqual([
      { key: 'lenses', kind: 'weighted_mean', value: 5 / 6 },
      { key: 'weightless', kind: 'weighted_mean', value: null },
      { key: 'floor', kind: 'weakest_link', value: 1 / 3 },
      { key: 'ownership', kind: 'matrix', value: 2 / 3, quadrant: 'visionary' },
      { key: 'half', kind: 'matrix', value: null },
    ]);
    expect(overall).toBe(2 / 3);
  });

  it('reads quadrants x then y, and an axis at its threshold as high', () => {
    const quadrant = (levels: Record<string, number>, l = 4) =>
      recommend(packetOf({ ...rubric, scale: { levels: l } }, cardOf('s1', levels))).signals[3]?.quadrant;
    expect(quadrant({ impact: 1, depth: 4 })).toBe('specialist');
    expect(quadrant({ impact: 1, depth: 1 })).toBe('coordinator');
    expect(quadrant({ impact: 3, depth: 3 })).toBe('owner');
    expect(quadrant({ impact: 2, depth: 2 }, 3)).toBe('owner'); // 1/2 on three levels
  });

  it.each([
    ['lenses', 5 / 6, 'strong_hire'],
    ['floor', 1 / 3, 'no_hire'],
    ['ownership', 2 / 3, 'hire'],
  ])('decides by %s', (deciding, value, outcome) => {
    const packet = packetOf({ ...rubric, policy: { deciding } }, cardOf('s1', { impact: 4, depth: 2 }));
    expect(recommend(packet)).toMatchObject({ outcome, deciding: { key: deciding, value } });
  });
});

describe('gates', () => {
  const strong = { impact: 4, compliance: 4 };
  const levelGate = (level: number, whenUnrated: 'trigger' | 'ignore'): PacketRubric =>
    rubricOf(
      { impact: 1, compliance: 1 },
      {
        gates: [{ key: 'g', kind: 'minimum_level', criterion: 'compliance', level, whenUnrated, effect: 'cap_no_hire' }],
      },
    );

  it('lets a mean at the level through and stops one below', () => {
    const two = (a: number, b: number) =>
      outcomeOf(packetOf(levelGate(3, 'ignore'), cardOf('s1', { impact: 4, compliance: a }), cardOf('s2', { impact: 4, compliance: b })));
    expect(two(2, 4)).toBe('strong_hire');
    expect(two(2, 3)).toBe('no_hire');
  });

  it('treats an unrated criterion as the gate says', () => {
    expect(outcomeOf(packetOf(levelGate(2, 'ignore'), cardOf('s1', { impact: 4 })))).toBe('strong_hire');
    expect(outcomeOf(packetOf(levelGate(2, 'trigger'), cardOf('s1', { impact: 4, compliance: null })))).toBe('no_hire');
  });

  it('raises nothing: a capped outcome below no_hire stays', () => {
    expect(outcomeOf(packetOf(levelGate(2, 'trigger'), cardOf('s1', { impact: 1 })))).toBe('strong_no_hire');
  });

  it('counts evidence under not-assessed ratings too, and only on submitted cards', () => {
    const rubric = rubricOf(
      { impact: 1, compliance: 1 },
      { gates: [{ key: 'g', kind: 'minimum_evidence', form: 'story', count: 2, effect: 'cap_no_hire' }] },
    );
    const told = { form: 'story', fields: {} };
    const card = cardOf(
      's1',
      {},
      {
        ratings: [
          { criterion: 'impact', level: 4, evidence: [told] },
          { criterion: 'compliance', level: null, evidence: [told] },
        ],
      },
    );
    expect(outcomeOf(packetOf(rubric, card))).toBe('strong_hire');
    const [first] = card.ratings ?? [];
    const [one, other] = [
      { ...card, ratings: first ? [first] : [] },
      { ...card, id: 's2', status: 'waived' as const },
    ];
    expect(outcomeOf(packetOf(rubric, one, other))).toBe('no_hire');
  });

  it('flags without lowering, and lowers by a veto of its seat alone', () => {
    const gate = { key: 'bar', kind: 'veto', seat: 'bar_raiser' } as const;
    const withVeto = (effect: 'flag' | 'cap_no_hire', seat: string) => {
      const rubric = rubricOf({ impact: 1, compliance: 1 }, { gates: [{ ...gate, effect }] });
      return recommend({ ...packetOf(rubric, cardOf('s1', strong)), vetoes: [{ seat, by: 'u7', reason: 'no' }] });
    };
    expect(withVeto('cap_no_hire', 'bar_raiser').outcome).toBe('no_hire');
    expect(withVeto('cap_no_hire', 'recruiter').outcome).toBe('strong_hire');
    expect(withVeto('flag', 'bar_raiser')).toMatchObject({
      outcome: 'strong_hire',
      gates: [{ key: 'bar', triggered: true, effect: 'flag' }],
    });
  });

  it('holds the outcome however high the ratings go where no rating can clear it', () => {
    const packet = { ...packetOf(levelGate(2, 'trigger'), cardOf('s1', { impact: 4 })), vetoes: [] };
    // Nothing lifts the cap; only below .30 is another outcome, three steps down from 1 to 0.
    expect(recommend(packet).stability.minimumFlips).toEqual({
      count: 3,
      outcome: 'strong_no_hire',
      changes: [{ scorecard: 's1', criterion: 'impact', from: 4, to: 1 }],
    });
  });
});

describe('stories of the frameworks', () => {
  const gates: PacketRubric['gates'] = [
    {
      key: 'compliance',
      kind: 'minimum_level',
      criterion: 'regulatory',
      level: 2,
      whenUnrated: 'trigger',
      effect: 'cap_no_hire',
    },
  ];
  const rubric = rubricOf({ impact: 0.35, depth: 0.25, regulatory: 0.4 }, { gates });

  it('ten patents and no compliance work: not above no hire', () => {
    expect(outcomeOf(packetOf(rubric, cardOf('s1', { impact: 4, depth: 4, regulatory: null })))).toBe('no_hire');
  });

  it('two patents tied to a production safety case: advances', () => {
    expect(outcomeOf(packetOf(rubric, cardOf('s1', { impact: 3, depth: 3, regulatory: 4 })))).toBe('strong_hire');
  });

  const lenses: PacketRubric = rubricOf(
    { framing: 1, iteration: 1, clarity: 1, technical: 0 },
    {
      signals: [
        {
          key: 'decision_making',
          kind: 'weighted_mean',
          inputs: [{ criterion: 'framing' }, { criterion: 'iteration' }, { criterion: 'clarity' }],
        },
      ],
      policy: { deciding: 'decision_making' },
    },
  );

  it('a perfect confusion matrix without a business effect: no', () => {
    const card = cardOf('s1', { framing: 1, iteration: 2, clarity: 2, technical: 4 });
    expect(outcomeOf(packetOf(lenses, card))).toBe('strong_no_hire');
  });

  it('an estimate 5 % off with revenue, retention and risk explained: yes', () => {
    const card = cardOf('s1', { framing: 4, iteration: 3, clarity: 4, technical: 3 });
    expect(outcomeOf(packetOf(lenses, card))).toBe('strong_hire');
  });
});

describe('missing', () => {
  it('lists what is missing in order, and still reports every figure', () => {
    const rubric: PacketRubric = {
      scale: { levels: 4 },
      criteria: [
        { key: 'impact', required: true, minimumRaters: 2, evidence: 'required' },
        { key: 'depth', evidence: 'required', minimumRaters: 3 },
        { key: 'clarity', required: true },
      ],
    };
    const found = recommend(
      packetOf(
        rubric,
        cardOf('s1', {}, { status: 'missing', ratings: [] }),
        cardOf('s2', { depth: 3, impact: 4 }),
        cardOf('s3', { depth: null }),
        cardOf('s4', {}, { status: 'missing' }),
      ),
    );
    expect(found.outcome).toBe('insufficient_evidence');
    expect(found.overall).toBe(5 / 6);
    expect(found.missing).toEqual([
      { kind: 'raters', criterion: 'impact', have: 1, need: 2 },
      { kind: 'raters', criterion: 'clarity', have: 0, need: 1 },
      { kind: 'scorecard', scorecard: 's1' },
      { kind: 'scorecard', scorecard: 's4' },
      { kind: 'evidence', scorecard: 's2', criterion: 'impact' },
      { kind: 'evidence', scorecard: 's2', criterion: 'depth' },
    ]);
    expect(found.stability).toMatchObject({ minimumFlips: null, weights: [] });
    expect(found.stability.leaveOneOut.map(({ scorecard, deciding }) => [scorecard, deciding])).toEqual([
      ['s2', null],
      ['s3', 5 / 6],
    ]);
    expect(found.stability.influence).toEqual([
      { scorecard: 's2', value: null },
      { scorecard: 's3', value: 0 },
    ]);
  });

  it('has no deciding value without a single rating', () => {
    expect(recommend(packetOf(rubricOf({ impact: 1 })))).toMatchObject({
      outcome: 'insufficient_evidence',
      deciding: { key: 'overall', value: null },
      missing: [{ kind: 'deciding' }],
      criteria: [{ key: 'impact', n: 0, mean: null }],
    });
  });
});

describe('steps', () => {
  it('lead from the cards to the outcome', () => {
    const gates: PacketRubric['gates'] = [{ key: 'g', kind: 'minimum_level', criterion: 'depth', level: 2, effect: 'cap_no_hire' }];
    const { steps } = recommend(packetOf(rubricOf({ impact: 0.9, depth: 0.1 }, { gates }), cardOf('s1', { impact: 4, depth: 1 })));
    expect(steps).toEqual([
      { code: 'cards_counted', params: { submitted: 1, waived: 0, missing: 0, pooling: 'by_rater' } },
      { code: 'criterion_mean', params: { criterion: 'impact', n: 1, mean: 4, value: 1, weight: 0.9 } },
      { code: 'criterion_mean', params: { criterion: 'depth', n: 1, mean: 1, value: 0, weight: 0.1 } },
      { code: 'overall_value', params: { value: 0.9 } },
      { code: 'deciding_value', params: { key: 'overall', value: 0.9 } },
      { code: 'threshold_met', params: { value: 0.9, outcome: 'strong_hire', threshold: 0.75 } },
      {
        code: 'gate_minimum_level',
        params: { gate: 'g', triggered: true, effect: 'cap_no_hire', criterion: 'depth', level: 2, mean: 1 },
      },
      { code: 'capped', params: { from: 'strong_hire', to: 'no_hire', gates: ['g'] } },
      { code: 'outcome', params: { outcome: 'no_hire' } },
    ]);
  });
});

/** The exact fraction, where the expression beside it rounds more than once on the way. */
function nearly(value: number): unknown {
  return expect.closeTo(value, 14);
}
