import fc from 'fast-check';
import type { Packet, PacketRating, PacketRubric, PacketScorecard } from '../../src/domain/recommendation/packet.js';
import type { Gate, Quadrants, Signal, Thresholds, WeightedInput } from '../../src/domain/rubric/rubric.js';

/** Packets of every shape the rules allow, for the laws the arithmetic must keep. */

export interface PacketSize {
  readonly levels: number;
  readonly criteria: number;
  readonly cards: number;
  /** Ratings in all; further ones are not assessed. */
  readonly ratings: number;
}

const weight = fc.oneof(
  fc.constantFrom(0, 0.1, 0.2, 0.25, 0.3, 0.45, 0.55, 1, 1.5, 3),
  fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000),
);

const threshold = fc.oneof(
  fc.constantFrom(0.25, 0.3, 0.5, 0.55, 0.56, 0.75, 1),
  fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000),
);

const thresholds: fc.Arbitrary<Thresholds | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.tuple(threshold, threshold, threshold).map((values) => {
    const [no_hire = 0, hire = 0, strong_hire = 0] = values.sort((left, right) => left - right);
    return { strong_hire, hire, no_hire };
  }),
);

const QUADRANTS: Quadrants = { highHigh: 'owner', lowHigh: 'visionary', highLow: 'specialist', lowLow: 'coordinator' };
/** Every set of quadrants that holds all above each it holds. */
const ALLOWED = [
  [],
  ['owner'],
  ['owner', 'visionary'],
  ['owner', 'specialist'],
  ['owner', 'visionary', 'specialist'],
  ['owner', 'visionary', 'specialist', 'coordinator'],
];

function inputsOf(keys: readonly string[]): fc.Arbitrary<WeightedInput[]> {
  const some = fc.subarray([...keys], { minLength: 1 });
  return some.chain((chosen) => fc.tuple(...chosen.map((criterion) => weight.map((value) => ({ criterion, weight: value })))));
}

function signalsOf(keys: readonly string[]): fc.Arbitrary<Signal[]> {
  const axis = fc.record({ inputs: inputsOf(keys), threshold });
  return fc.tuple(
    fc.record({ key: fc.constant('lenses'), kind: fc.constant('weighted_mean' as const), inputs: inputsOf(keys) }),
    fc.record({ key: fc.constant('floor'), kind: fc.constant('weakest_link' as const), inputs: inputsOf(keys) }),
    fc.record({
      key: fc.constant('ownership'),
      kind: fc.constant('matrix' as const),
      x: axis,
      y: axis,
      quadrants: fc.constant(QUADRANTS),
    }),
  );
}

function gatesOf(keys: readonly string[], levels: number): fc.Arbitrary<Gate[]> {
  const effect = fc.constantFrom('cap_no_hire' as const, 'cap_no_hire' as const, 'flag' as const);
  const level = fc.record({
    key: fc.constant('level'),
    kind: fc.constant('minimum_level' as const),
    criterion: fc.constantFrom(...keys),
    level: fc.integer({ min: 1, max: levels }),
    whenUnrated: fc.constantFrom('trigger' as const, 'ignore' as const),
    effect,
  });
  const quadrant = fc.record({
    key: fc.constant('quadrant'),
    kind: fc.constant('quadrant' as const),
    signal: fc.constant('ownership'),
    allowed: fc.constantFrom(...ALLOWED),
    effect,
  });
  const evidence = fc.record({
    key: fc.constant('stories'),
    kind: fc.constant('minimum_evidence' as const),
    form: fc.constant('story'),
    count: fc.integer({ min: 0, max: 2 }),
    effect,
  });
  const veto = fc.record({
    key: fc.constant('bar'),
    kind: fc.constant('veto' as const),
    seat: fc.constant('bar_raiser'),
    effect,
  });
  const second = level.map((gate) => ({ ...gate, key: 'second' }));
  return fc.tuple(level, quadrant, evidence, veto, second).chain((all) => fc.subarray<Gate>(all, { maxLength: 3 }));
}

function rubricOf(keys: readonly string[], levels: number): fc.Arbitrary<PacketRubric> {
  return fc.record({
    scale: fc.constant({ levels }),
    criteria: fc.tuple(
      ...keys.map((key) =>
        fc.record({
          key: fc.constant(key),
          weight,
          required: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
          evidence: fc.integer({ min: 0, max: 19 }).map((value) => (value === 0 ? 'required' : 'optional')),
        }),
      ),
    ),
    signals: signalsOf(keys),
    gates: gatesOf(keys, levels),
    policy: fc.record({
      deciding: fc.constantFrom('overall', 'overall', 'lenses', 'floor', 'ownership'),
      pooling: fc.constantFrom('by_rater', 'by_round'),
      thresholds,
    }),
  });
}

function ratingsOf(keys: readonly string[], levels: number): fc.Arbitrary<PacketRating[]> {
  return fc.tuple(
    ...keys.map((criterion) =>
      fc.record({
        criterion: fc.constant(criterion),
        level: fc.option(fc.integer({ min: 1, max: levels }), { freq: 6 }),
        evidence: fc.array(fc.constantFrom({ form: 'story' }, { form: 'plan' }), { maxLength: 2 }),
      }),
    ),
  );
}

/** Packets of at most the given size. */
export function packets(most: PacketSize): fc.Arbitrary<Packet> {
  return fc.tuple(fc.integer({ min: 2, max: most.levels }), fc.integer({ min: 1, max: most.criteria })).chain(([levels, count]) => {
    const keys = Array.from({ length: count }, (_none, at) => `c${at}`);
    const card = fc.record({
      round: fc.constantFrom('r1', 'r2', 'r3'),
      status: fc.integer({ min: 0, max: 29 }).map((value) => statusOf(value)),
      verdict: fc.constantFrom('strong_no_hire' as const, 'no_hire' as const, 'hire' as const, 'strong_hire' as const),
      ratings: ratingsOf(keys, levels),
    });
    return fc.record({
      rubric: rubricOf(keys, levels),
      vetoes: fc.constantFrom([], [], [], [{ seat: 'bar_raiser', by: 'u9' }]),
      scorecards: fc.array(card, { minLength: 1, maxLength: most.cards }).map((cards) =>
        limited(
          cards.map((one, at) => ({ id: `s${at}`, interviewer: `u${at}`, ...one })),
          most.ratings,
        ),
      ),
    });
  });
}

function statusOf(value: number): PacketScorecard['status'] {
  if (value === 0) return 'missing';
  return value < 3 ? 'waived' : 'submitted';
}

function limited(cards: readonly PacketScorecard[], most: number): PacketScorecard[] {
  let left = most;
  return cards.map((card) => ({
    ...card,
    ratings: (card.ratings ?? []).map((rating) => {
      if (rating.level === null || card.status !== 'submitted') return rating;
      left -= 1;
      return left >= 0 ? rating : { ...rating, level: null };
    }),
  }));
}
