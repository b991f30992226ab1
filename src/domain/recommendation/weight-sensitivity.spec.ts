import fc from 'fast-check';
import { cardOf, packetOf, rubricOf } from '../../../test/support/panel-packets.js';
import { packets } from '../../../test/support/random-packets.js';
import type { Packet } from './packet.js';
import { recommend } from './recommend.js';

function withWeight(packet: Packet, criterion: string, weight: number): Packet {
  const { rubric } = packet;
  const key = rubric.policy?.deciding ?? 'overall';
  const set = <T extends object>(list: readonly T[], name: (one: T) => string): T[] =>
    list.map((one) => (name(one) === criterion ? { ...one, weight } : one));
  if (key === 'overall') return { ...packet, rubric: { ...rubric, criteria: set(rubric.criteria, (one) => one.key) } };
  const signals = (rubric.signals ?? []).map((signal) =>
    signal.key === key && signal.kind === 'weighted_mean' ? { ...signal, inputs: set(signal.inputs, (one) => one.criterion) } : signal,
  );
  return { ...packet, rubric: { ...rubric, signals } };
}

const linear = packets({ levels: 4, criteria: 4, cards: 4, ratings: 16 }).filter(({ rubric }) =>
  ['overall', 'lenses'].includes(rubric.policy?.deciding ?? 'overall'),
);

describe('weight sensitivity', () => {
  it('names weights that really flip the outcome, as named', () => {
    fc.assert(
      fc.property(linear, (packet) => {
        for (const { criterion, to, outcome } of recommend(packet).stability.weights) {
          expect(recommend(withWeight(packet, criterion, to)).outcome).toBe(outcome);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('misses no flip on a grid, and none nearer', () => {
    fc.assert(
      fc.property(linear, (packet) => {
        const { outcome, stability } = recommend(packet);
        if (outcome === 'insufficient_evidence') return;
        const signal = packet.rubric.signals?.find(({ key }) => key === packet.rubric.policy?.deciding);
        const inputs =
          signal?.kind === 'weighted_mean' ? signal.inputs : packet.rubric.criteria.map(({ key, weight }) => ({ criterion: key, weight }));
        for (const { criterion, weight = 1 } of inputs) {
          const flips = stability.weights.filter((one) => one.criterion === criterion);
          const below = flips.find((one) => one.to < weight)?.to ?? -Infinity;
          const above = flips.find((one) => one.to > weight)?.to ?? Infinity;
          const most = weight === 0 ? 1 : 10 * weight;
          for (let at = 0; at <= 40; at += 1) {
            const tried = (most * at) / 40;
            const isFlipped = recommend(withWeight(packet, criterion, tried)).outcome !== outcome;
            if (tried > below && tried < above) expect(isFlipped).toBe(false);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('solves the crossing', () => {
    // impact 1, depth 0: the value is w/(w + 1); it meets .55 from w = 11/9 on and .3 down to 3/7.
    const packet = packetOf(rubricOf({ impact: 1, depth: 1 }), cardOf('s1', { impact: 4, depth: 1 }));
    const { outcome, stability } = recommend(packet);
    expect(outcome).toBe('no_hire');
    expect(stability.weights).toEqual([
      { criterion: 'impact', from: 1, to: expect.closeTo(3 / 7, 14), outcome: 'strong_no_hire' },
      { criterion: 'impact', from: 1, to: expect.closeTo(11 / 9, 14), outcome: 'hire' },
      { criterion: 'depth', from: 1, to: expect.closeTo(9 / 11, 14), outcome: 'hire' },
      { criterion: 'depth', from: 1, to: expect.closeTo(7 / 3, 14), outcome: 'strong_no_hire' },
    ]);
  });

  it('stops at ten times the weight, and at 1 from a weight of 0', () => {
    const none = packetOf(rubricOf({ impact: 1, depth: 0.1 }), cardOf('s1', { impact: 4, depth: 4 }));
    expect(recommend(none).stability.weights).toEqual([]);
    // impact 0 and depth 1: depth needs w/(1 + w) ≥ .3, 3/7, which is within 1 of 0.
    const zero = packetOf(rubricOf({ impact: 1, depth: 0 }), cardOf('s1', { impact: 1, depth: 4 }));
    expect(recommend(zero).stability.weights).toEqual([
      { criterion: 'impact', from: 1, to: 0, outcome: 'insufficient_evidence' },
      { criterion: 'depth', from: 0, to: expect.closeTo(3 / 7, 14), outcome: 'no_hire' },
    ]);
  });

  it('sees that a weight of 0 leaves nothing to decide by', () => {
    const alone = packetOf(rubricOf({ impact: 1, depth: 1 }), cardOf('s1', { impact: 4 }));
    expect(recommend(alone).stability.weights).toEqual([{ criterion: 'impact', from: 1, to: 0, outcome: 'insufficient_evidence' }]);
  });

  it('varies the axes of a matrix apart, its quadrant gate moving along', () => {
    const axis = (criterion: string, other: string) => ({
      inputs: [
        { criterion, weight: 1 },
        { criterion: other, weight: 1 },
      ],
      threshold: 0.5,
    });
    const rubric = rubricOf(
      { a: 1, b: 1, c: 1, d: 1 },
      {
        signals: [
          {
            key: 'm',
            kind: 'matrix',
            x: axis('a', 'b'),
            y: axis('c', 'd'),
            quadrants: { highHigh: 'hh', lowHigh: 'lh', highLow: 'hl', lowLow: 'll' },
          },
        ],
        gates: [{ key: 'g', kind: 'quadrant', signal: 'm', allowed: ['hh'], effect: 'cap_no_hire' }],
        policy: { deciding: 'm' },
      },
    );
    // x = 1/2 exactly, y = 1: any more weight on b takes x below its threshold, and the gate caps.
    const { outcome, stability } = recommend(packetOf(rubric, cardOf('s1', { a: 4, b: 1, c: 4, d: 4 })));
    expect(outcome).toBe('strong_hire');
    expect(stability.weights).toEqual([
      { criterion: 'a', from: 1, to: 1 - 2 ** -53, outcome: 'no_hire' },
      { criterion: 'b', from: 1, to: 1 + 2 ** -52, outcome: 'no_hire' },
    ]);
  });
});
