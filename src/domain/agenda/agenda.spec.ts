import fc from 'fast-check';
import { packets } from '../../../test/support/random-packets.js';
import type { Packet, PacketScorecard } from '../recommendation/packet.js';
import { recommend } from '../recommendation/recommend.js';
import { SCORED_OUTCOMES } from '../recommendation/outcome.js';
import { computeAgenda } from './agenda.js';
import { type Agenda, AGENDA_KINDS } from './agenda-item.js';
import type { ChallengeToAnswer } from './challenges-to-answer.js';

const agendaOf = (packet: Packet, openChallenges: readonly ChallengeToAnswer[] = [], minutes = 60): Agenda =>
  computeAgenda({ packet, recommendation: recommend(packet), openChallenges, minutes });

function card(id: string, levels: Readonly<Record<string, number | null>>, more: Partial<PacketScorecard> = {}): PacketScorecard {
  return {
    id,
    interviewer: `u-${id}`,
    round: 'loop',
    status: 'submitted',
    verdict: 'hire',
    ratings: Object.entries(levels).map(([criterion, level]) => ({ criterion, level })),
    ...more,
  };
}

const RUBRIC: Packet['rubric'] = {
  scale: { levels: 4 },
  criteria: [
    { key: 'impact', weight: 3 },
    { key: 'depth', weight: 1 },
    { key: 'safety', weight: 0 },
  ],
};

function packet(scorecards: readonly PacketScorecard[], rubric: Partial<Packet['rubric']> = {}, vetoes: Packet['vetoes'] = []): Packet {
  return { rubric: { ...RUBRIC, ...rubric }, vetoes, scorecards };
}

/** Small, so that the exact search for flips inside `recommend` does not take the time. */
const SIZE = { levels: 4, criteria: 4, cards: 4, ratings: 10 };

describe('agenda', () => {
  it('opens on the criterion where disagreement times effect is greatest, and leaves out what is agreed', () => {
    const { items, undisputed } = agendaOf(
      packet([card('a', { impact: 4, depth: 2, safety: 3 }), card('b', { impact: 2, depth: 3, safety: 3 }, { verdict: undefined })]),
    );
    expect(items.map(({ key }) => key)).toEqual(['criterion:impact', 'criterion:depth']);
    // Impact: levels 2 and 4, AD 1 of at most 1.5; from ¾·⅓ + ⅛ to ¾·1 + ⅛, past .30, .55 and .75.
    const [impact, depth] = items;
    expect(impact?.why).toEqual({
      code: 'raters_disagree',
      params: { criterion: 'impact', levels: [2, 4], median: 3, averageDeviation: 1, disagreement: 2 / 3 },
    });
    expect(impact?.could).toEqual({
      code: 'outcome_flips',
      params: { fromLevel: 2, toLevel: 4, lowValue: 0.375, highValue: 0.875, now: 'hire', low: 'no_hire', high: 'strong_hire' },
    });
    expect(impact?.rank).toEqual({ disagreement: 2 / 3, effect: 2.5, priority: 5 / 3 });
    // Depth: half as far apart, and a quarter of the weight: from ½ + 1/12 to ½ + 1/6, hire either way.
    expect(depth?.could).toEqual({ code: 'value_moves', params: { fromLevel: 2, toLevel: 3, lowValue: 7 / 12, highValue: 2 / 3, outcome: 'hire' } });
    expect(depth?.rank).toEqual({ disagreement: 1 / 3, effect: 1 / 12, priority: 1 / 36 });
    // 1 + 3 · 5/3 parts against 1 + 3 · 1/36: 6 of 7 1/12.
    expect([impact?.seconds, depth?.seconds]).toEqual([3049, 551]);
    expect(undisputed).toEqual([{ criterion: 'safety', ratings: 2, level: 3 }]);
  });

  it('puts a criterion that decides through a gate alone first, whatever it weighs', () => {
    const gates = [{ key: 'safe', kind: 'minimum_level', criterion: 'safety', level: 2, effect: 'cap_no_hire' }] as const;
    const { items } = agendaOf(packet([card('a', { impact: 4, depth: 4, safety: 1 }), card('b', { impact: 4, depth: 3, safety: 4 })], { gates }));
    expect(items.map(({ key }) => key)).toEqual(['criterion:safety', 'criterion:depth']);
    expect(items[0]?.could).toMatchObject({
      code: 'outcome_flips',
      params: { low: 'no_hire', high: 'strong_hire', lowValue: 23 / 24, highValue: 23 / 24 },
    });
    expect(items[0]?.rank).toEqual({ disagreement: 1, effect: 2, priority: 2 });
  });

  it('says what is missing, and what the missing rating could do', () => {
    const criteria = [
      { key: 'impact', weight: 1, required: true, minimumRaters: 2 },
      { key: 'depth', weight: 1 },
      { key: 'safety', weight: 0 },
    ];
    const owed = card('b', {}, { status: 'missing', ratings: [] });
    const { items } = agendaOf(packet([card('a', { impact: 3 }), owed], { criteria }));
    expect(items.map(({ key }) => key)).toEqual(['gap:raters:impact', 'gap:card:b', 'gap:unrated:depth', 'gap:unrated:safety']);
    // Level 3 and one more at 1 or 4: means 2 and 3.5.
    expect(items[0]?.could).toMatchObject({
      code: 'outcome_flips',
      params: { fromLevel: 1, toLevel: 4, lowValue: 1 / 3, highValue: 2.5 / 3, low: 'no_hire', high: 'strong_hire', now: 'hire' },
    });
    expect(items[1]).toMatchObject({
      why: { code: 'card_missing', params: { scorecard: 'b', interviewer: 'u-b' } },
      could: { code: 'recommendation_waits', params: { scoresSay: 'hire' } },
    });
    expect(items[3]?.could).toEqual({ code: 'nothing_moves', params: { outcome: 'hire' } });
  });

  it('names triggered gates with what would be without them, contradictions and open challenges, in that order', () => {
    const gates = [
      { key: 'bar', kind: 'veto', seat: 'bar_raiser', effect: 'cap_no_hire' },
      { key: 'stories', kind: 'minimum_evidence', form: 'story', count: 1, effect: 'flag' },
    ] as const;
    const cards = [card('a', { impact: 4, depth: 4, safety: 4 }, { verdict: 'no_hire' }), card('b', { impact: 4, depth: 3, safety: 4 })];
    const challenge = { id: 'c1', scorecard: 'a', criterion: 'impact', level: 4, reasonCode: 'jargon' };
    const { items } = agendaOf(packet(cards, { gates }, [{ seat: 'bar_raiser' }]), [challenge]);
    expect(items.map(({ key }) => key)).toEqual([
      'criterion:depth',
      'gate:bar',
      'gate:stories',
      'contradiction:verdict_against_scores:a',
      'contradiction:verdicts_split',
      'contradiction:same_level_card:a',
      'challenge:c1',
    ]);
    expect(items[1]?.could).toEqual({ code: 'cap_lifts', params: { from: 'no_hire', to: 'strong_hire' } });
    expect(items[2]?.could).toEqual({ code: 'pointed_out', params: {} });
    expect(items[3]?.why).toMatchObject({ params: { interviewer: 'u-a', verdict: 'no_hire', scores: 'strong_hire', value: 1 } });
    // The veto caps whatever the challenged rating becomes; at level 1 impact's mean is 2.5.
    expect(items[6]?.could).toMatchObject({ code: 'value_moves', params: { outcome: 'no_hire', highValue: 23 / 24 } });
  });

  it('has exactly one item for everything the recommendation names, each under a key of its own', () => {
    fc.assert(
      fc.property(packets(SIZE), (packet) => {
        const recommendation = recommend(packet);
        const { items, undisputed } = agendaOf(packet);
        const kinds = items.map(({ kind }) => AGENDA_KINDS.indexOf(kind));
        expect(kinds).toEqual([...kinds].sort((a, b) => a - b));
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        const count = (kind: string) => items.filter((item) => item.kind === kind).length;
        const disputed = recommendation.criteria.filter(({ min, max }) => min !== max);
        expect(count('criterion')).toBe(disputed.length);
        expect(undisputed.map(({ criterion }) => criterion)).toEqual(
          recommendation.criteria.filter(({ n, min, max }) => n > 0 && min === max).map(({ key }) => key),
        );
        expect(count('gate')).toBe(recommendation.gates.filter(({ triggered }) => triggered).length);
        expect(count('contradiction')).toBe(recommendation.contradictions.length);
        expect(count('coverage_gap')).toBeGreaterThanOrEqual(recommendation.missing.length);
      }),
      { numRuns: 200 },
    );
  });

  it('says of a criterion what the recommendation itself says once its raters agree on their lowest or highest level', () => {
    const moved = (packet: Packet, criterion: string, level: number): Packet => ({
      ...packet,
      scorecards: packet.scorecards.map((one) => ({
        ...one,
        ratings: one.ratings?.map((rating) => (rating.criterion === criterion && rating.level !== null ? { ...rating, level } : rating)),
      })),
    });
    fc.assert(
      fc.property(packets(SIZE), (packet) => {
        for (const { why, could, rank } of agendaOf(packet).items) {
          if (why.code !== 'raters_disagree') continue;
          const { levels, criterion } = why.params;
          const [low, high] = [recommend(moved(packet, criterion, levels[0]!)), recommend(moved(packet, criterion, levels.at(-1)!))];
          const change = (high.deciding.value ?? 0) - (low.deciding.value ?? 0);
          if (could.code === 'nothing_moves') expect(change).toBe(0);
          else {
            expect(could.params).toMatchObject({ lowValue: low.deciding.value, highValue: high.deciding.value });
            const [from, to] =
              could.code === 'outcome_flips'
                ? [could.params.low, could.params.high]
                : could.code === 'value_moves'
                  ? [could.params.outcome, could.params.outcome]
                  : [];
            if (low.outcome !== 'insufficient_evidence') expect([from, to]).toEqual([low.outcome, high.outcome]);
            const crossed = SCORED_OUTCOMES.indexOf(to!) - SCORED_OUTCOMES.indexOf(from!);
            expect(rank!.effect).toBeCloseTo(change + crossed, 12);
            expect(crossed).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('orders criteria by priority, and does not depend on the order of the cards', () => {
    fc.assert(
      fc.property(packets(SIZE), (packet) => {
        const ranks = agendaOf(packet).items.flatMap(({ rank }) => (rank ? [rank] : []));
        for (const rank of ranks) expect(rank.priority).toBeCloseTo(rank.disagreement * rank.effect, 12);
        expect(ranks.map(({ priority }) => priority)).toEqual(ranks.map(({ priority }) => priority).sort((a, b) => b - a));
        const reversed = { ...packet, scorecards: [...packet.scorecards].reverse() };
        const criteria = (one: Packet) =>
          agendaOf(one)
            .items.filter(({ kind }) => kind === 'criterion')
            .map(({ key, rank, could }) => ({ key, rank, could }));
        expect(criteria(reversed)).toEqual(criteria(packet));
        expect(JSON.stringify(agendaOf(structuredClone(packet)))).toBe(JSON.stringify(agendaOf(packet)));
      }),
      { numRuns: 150 },
    );
  });

  it('shares the time out to the second, more to what matters more', () => {
    fc.assert(
      fc.property(packets(SIZE), fc.integer({ min: 5, max: 480 }), (packet, minutes) => {
        const { items } = agendaOf(packet, [], minutes);
        expect(items.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(items.length === 0 ? 0 : minutes * 60);
        const criteria = items.filter(({ kind }) => kind === 'criterion').map(({ seconds }) => seconds);
        expect(criteria).toEqual([...criteria].sort((a, b) => b - a));
      }),
      { numRuns: 150 },
    );
  });
});
