import fc from 'fast-check';
import { PlainPanel } from '../../../test/support/plain-outcome.js';
import { packets } from '../../../test/support/random-packets.js';
import type { Packet } from './packet.js';
import { recommend } from './recommend.js';
import type { MinimumFlips } from './recommendation.js';
import { SCORED_OUTCOMES } from './outcome.js';

interface Place {
  readonly card: number;
  readonly rating: number;
  readonly criterion: number;
  readonly level: number;
}

function placesOf(packet: Packet): Place[] {
  const order = packet.rubric.criteria.map(({ key }) => key);
  return packet.scorecards.flatMap((scorecard, card) => {
    if (scorecard.status !== 'submitted') return [];
    const places = (scorecard.ratings ?? []).flatMap(({ criterion, level }, rating) =>
      level === null ? [] : [{ card, rating, criterion: order.indexOf(criterion), level }],
    );
    return places.sort((left, right) => left.criterion - right.criterion);
  });
}

function withLevels(packet: Packet, places: readonly Place[], levels: readonly number[]): Packet {
  const changed = new Map(places.map((place, at) => [`${place.card} ${place.rating}`, levels[at] ?? place.level]));
  const scorecards = packet.scorecards.map((scorecard, card) => ({
    ...scorecard,
    ratings: (scorecard.ratings ?? []).map((rating, at) => ({
      ...rating,
      level: changed.get(`${card} ${at}`) ?? rating.level,
    })),
  }));
  return { ...packet, scorecards };
}

function* everyLevels(places: readonly Place[], most: number): Generator<readonly number[]> {
  const levels = places.map(() => 1);
  for (;;) {
    yield levels;
    let at = 0;
    while (at < levels.length && levels[at] === most) levels[at++] = 1;
    if (at === levels.length) return;
    levels[at] = (levels[at] ?? 0) + 1;
  }
}

/** Steps, cards, outcome, then each single step in packet and rubric order: compared number by number. */
function rankingOf(places: readonly Place[], levels: readonly number[], outcome: string): number[] {
  const steps = places.flatMap((place, at) => new Array<number>(Math.abs((levels[at] ?? 0) - place.level)).fill(at));
  const cards = new Set(steps.map((at) => places[at]?.card)).size;
  return [steps.length, cards, SCORED_OUTCOMES.findIndex((one) => one === outcome), ...steps];
}

function comesBefore(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at >= 0 && (left[at] ?? 0) < (right[at] ?? Infinity);
}

function byBruteForce(packet: Packet): MinimumFlips | null {
  const now = new PlainPanel(packet).outcome();
  if (now === 'insufficient_evidence') return null;
  const places = placesOf(packet);
  let best: { ranking: number[]; levels: readonly number[] } | null = null;
  for (const levels of everyLevels(places, packet.rubric.scale.levels)) {
    const steps = places.reduce((sum, place, at) => sum + Math.abs((levels[at] ?? 0) - place.level), 0);
    if (best !== null && steps > (best.ranking[0] ?? 0)) continue;
    const outcome = new PlainPanel(withLevels(packet, places, levels)).outcome();
    if (outcome === now) continue;
    const ranking = rankingOf(places, levels, outcome);
    if (best === null || comesBefore(ranking, best.ranking)) best = { ranking, levels: [...levels] };
  }
  if (best === null) return null;
  const { ranking, levels } = best;
  const changes = places.flatMap((place, at) => {
    const to = levels[at] ?? 0;
    if (to === place.level) return [];
    const scorecard = packet.scorecards[place.card]?.id ?? '';
    return [{ scorecard, criterion: packet.rubric.criteria[place.criterion]?.key ?? '', from: place.level, to }];
  });
  const outcome = SCORED_OUTCOMES[ranking[2] ?? -1];
  if (outcome === undefined) throw new Error('no outcome');
  return { count: ranking[0] ?? 0, outcome, changes };
}

describe('minimumFlips', () => {
  it('agrees with trying every change on small panels of every kind', () => {
    fc.assert(
      fc.property(packets({ levels: 4, criteria: 3, cards: 4, ratings: 5 }), (packet) => {
        expect(recommend(packet).stability.minimumFlips).toEqual(byBruteForce(packet));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 250) },
    );
  });

  it('agrees with trying every change where one or two levels decide', () => {
    fc.assert(
      fc.property(packets({ levels: 2, criteria: 4, cards: 5, ratings: 9 }), (packet) => {
        expect(recommend(packet).stability.minimumFlips).toEqual(byBruteForce(packet));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 250) },
    );
  });

  it('agrees with trying every change where several requirements meet, pooled by round', () => {
    const meeting = packets({ levels: 3, criteria: 3, cards: 5, ratings: 8 }).map((packet): Packet => {
      const { policy, signals = [] } = packet.rubric;
      const gate = {
        key: 'g',
        kind: 'quadrant',
        signal: 'ownership',
        allowed: ['owner'],
        effect: 'cap_no_hire',
      } as const;
      const rubric = { ...packet.rubric, signals, gates: [gate], policy: { ...policy, pooling: 'by_round' as const } };
      return { ...packet, rubric };
    });
    fc.assert(
      fc.property(meeting, (packet) => {
        expect(recommend(packet).stability.minimumFlips).toEqual(byBruteForce(packet));
      }),
      { numRuns: Number(process.env['RUNS'] ?? 150) },
    );
  });
});
