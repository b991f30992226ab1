import fc from 'fast-check';
import { PlainPanel } from '../../../test/support/plain-outcome.js';
import { packets } from '../../../test/support/random-packets.js';
import type { Packet, PacketRubric } from './packet.js';
import { parsePacket } from './packet-parser.js';
import { recommend, recommendationJson, summarize } from './recommend.js';
import type { Recommendation } from './recommendation.js';
import { SCORED_OUTCOMES } from './outcome.js';

const any = packets({ levels: 5, criteria: 5, cards: 6, ratings: 30 });
const RUNS = { numRuns: 120 };

function rankOf(packet: Packet): number {
  return SCORED_OUTCOMES.findIndex((outcome) => outcome === recommend(packet).outcome);
}

function byKey(recommendation: Recommendation) {
  const { outcome, deciding, overall, criteria, signals, gates, missing, contradictions, stability } = recommendation;
  const sorted = <T>(list: readonly T[]) => list.map((one) => JSON.stringify(one)).sort();
  const { leaveOneOut, influence, minimumFlips, weights } = stability;
  return {
    outcome,
    deciding,
    overall,
    lists: [criteria, signals, gates, missing, contradictions, leaveOneOut, influence, weights].map((list) => sorted<unknown>(list)),
    flips: minimumFlips && [minimumFlips.count, minimumFlips.outcome, new Set(minimumFlips.changes.map((c) => c.scorecard)).size],
  };
}

/** Keys replaced throughout; a letter in front keeps them distinct. */
function relabelled(packet: Packet): Packet {
  const text = JSON.stringify(packet).replace(/"(c|s)(\d+)"/g, '"renamed $1 $2"');
  return parsePacket(JSON.parse(text));
}

function scaled(rubric: PacketRubric, factor: number): PacketRubric {
  const times = (weight = 1): number => Number((weight * factor).toPrecision(12));
  return {
    ...rubric,
    criteria: rubric.criteria.map((one) => ({ ...one, weight: times(one.weight) })),
    signals: (rubric.signals ?? []).map((signal) => {
      const inputs = <T extends { readonly weight?: number }>(list: readonly T[]) => list.map((one) => ({ ...one, weight: times(one.weight) }));
      if (signal.kind === 'weakest_link') return signal;
      if (signal.kind === 'weighted_mean') return { ...signal, inputs: inputs(signal.inputs) };
      return {
        ...signal,
        x: { ...signal.x, inputs: inputs(signal.x.inputs) },
        y: { ...signal.y, inputs: inputs(signal.y.inputs) },
      };
    }),
  };
}

describe('laws of the recommendation', () => {
  it('reaches the outcome the specification words reach', () => {
    fc.assert(
      fc.property(any, (packet) => {
        expect(recommend(packet).outcome).toBe(new PlainPanel(packet).outcome());
      }),
      { numRuns: 400 },
    );
  });

  it('never lowers the outcome when a rating rises', () => {
    fc.assert(
      fc.property(any, fc.nat(), fc.nat(), (packet, card, rating) => {
        const scorecards = packet.scorecards.map((one, at) => ({
          ...one,
          ratings: (one.ratings ?? []).map((found, place) =>
            at === card % packet.scorecards.length && place === rating % (one.ratings ?? []).length && found.level !== null
              ? { ...found, level: Math.min(found.level + 1, packet.rubric.scale.levels) }
              : found,
          ),
        }));
        expect(rankOf({ ...packet, scorecards })).toBeGreaterThanOrEqual(rankOf(packet));
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing but the order of lists with the order of cards, criteria and ratings', () => {
    fc.assert(
      fc.property(any, (packet) => {
        const turned: Packet = {
          ...packet,
          rubric: { ...packet.rubric, criteria: packet.rubric.criteria.toReversed() },
          scorecards: packet.scorecards.map((one) => ({ ...one, ratings: one.ratings?.toReversed() })).toReversed(),
        };
        expect(byKey(recommend(turned))).toEqual(byKey(recommend(packet)));
      }),
      RUNS,
    );
  });

  it('changes nothing but the names with the names', () => {
    fc.assert(
      fc.property(any, (packet) => {
        const { inputHash: _one, ...before } = recommend(packet);
        const { inputHash: _other, ...after } = recommend(relabelled(packet));
        expect(JSON.stringify(after).replace(/renamed (c|s) (\d+)/g, '$1$2')).toBe(JSON.stringify(before));
      }),
      RUNS,
    );
  });

  it('changes nothing when all weights are scaled alike', () => {
    fc.assert(
      fc.property(any, fc.constantFrom(2, 10, 1000, 0.5, 0.01), (packet, factor) => {
        const after = recommend({ ...packet, rubric: scaled(packet.rubric, factor) });
        const before = recommend(packet);
        expect([after.outcome, after.deciding, after.overall, after.signals]).toEqual([
          before.outcome,
          before.deciding,
          before.overall,
          before.signals,
        ]);
        expect(after.stability.minimumFlips).toEqual(before.stability.minimumFlips);
        expect(after.stability.leaveOneOut).toEqual(before.stability.leaveOneOut);
      }),
      RUNS,
    );
  });

  it('takes a waived card for an absent one', () => {
    fc.assert(
      fc.property(any, (packet) => {
        const scorecards = packet.scorecards.filter((card) => card.status !== 'waived');
        const { inputHash: _one, steps: _steps, ...before } = recommend(packet);
        const { inputHash: _other, steps: _others, ...after } = recommend({ ...packet, scorecards });
        expect(after).toEqual(before);
      }),
      RUNS,
    );
  });

  it('leaves a card out as if it were waived', () => {
    fc.assert(
      fc.property(any, (packet) => {
        const { stability, deciding } = recommend(packet);
        for (const [at, left] of stability.leaveOneOut.entries()) {
          const scorecards = packet.scorecards.map((card) => (card.id === left.scorecard ? { ...card, status: 'waived' as const } : card));
          const without = recommend({ ...packet, scorecards });
          expect([left.outcome, left.deciding]).toEqual([without.outcome, without.deciding.value]);
          const [one, other] = [deciding.value, without.deciding.value];
          const difference = one === null || other === null ? null : expect.closeTo(one - other, 12);
          expect(stability.influence[at]).toEqual({ scorecard: left.scorecard, value: difference });
        }
      }),
      RUNS,
    );
  });

  it('gives the same bytes for the same packet, read back from JSON', () => {
    fc.assert(
      fc.property(any, (packet) => {
        const again = parsePacket(JSON.parse(JSON.stringify({ input: packet, recommendation: {} })));
        expect(recommendationJson(recommend(again))).toBe(recommendationJson(recommend(packet)));
      }),
      RUNS,
    );
  });

  it('summarizes to what it recommends', () => {
    fc.assert(
      fc.property(any, (packet) => {
        const { outcome, deciding, overall, stability } = recommend(packet);
        expect(summarize(packet)).toEqual({
          outcome,
          deciding: deciding.value,
          overall,
          n: stability.influence.length,
        });
      }),
      RUNS,
    );
  });
});
