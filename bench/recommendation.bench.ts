/**
 * The cost of one recommendation with all of stability: six cards by eight criteria, of several shapes. Prints the median
 * and the 99th percentile of one call in milliseconds of processor time; the target is under 1 ms in the median.
 * Run: `npx tsx bench/recommendation.bench.ts`.
 */
import type { Packet, PacketPolicy } from '../src/domain/recommendation/packet.js';
import { recommend, recommendationJson } from '../src/domain/recommendation/recommend.js';

const KEYS = ['impact', 'depth', 'regulatory', 'strategy', 'execution', 'alignment', 'clarity', 'judgment'];
const WEIGHTS = [0.2, 0.15, 0.15, 0.1, 0.1, 0.1, 0.1, 0.1];
const ROUNDS = ['technical', 'vision', 'simulation', 'final', 'final', 'final'];
const CALLS = 3000;

function packet(policy: PacketPolicy, levelAt: (card: number, criterion: number) => number | null): Packet {
  const inputs = KEYS.slice(0, 4).map((criterion, at) => ({ criterion, weight: (at + 1) / 10 }));
  const others = KEYS.slice(4).map((criterion) => ({ criterion, weight: 0.25 }));
  return {
    rubric: {
      scale: { levels: 4 },
      criteria: KEYS.map((key, at) => ({ key, weight: WEIGHTS[at] ?? 1, required: at < 3, evidence: 'optional' })),
      signals: [
        { key: 'lenses', kind: 'weighted_mean', inputs },
        { key: 'floor', kind: 'weakest_link', inputs: KEYS.map((criterion) => ({ criterion })) },
        {
          key: 'ownership',
          kind: 'matrix',
          x: { inputs, threshold: 0.5 },
          y: { inputs: others, threshold: 0.5 },
          quadrants: { highHigh: 'owner', lowHigh: 'visionary', highLow: 'specialist', lowLow: 'coordinator' },
        },
      ],
      gates: [
        { key: 'safety', kind: 'minimum_level', criterion: 'regulatory', level: 2, effect: 'cap_no_hire' },
        { key: 'stories', kind: 'minimum_evidence', form: 'metric_story', count: 2, effect: 'flag' },
        { key: 'owner', kind: 'quadrant', signal: 'ownership', allowed: ['owner', 'visionary'], effect: 'cap_no_hire' },
        { key: 'bar', kind: 'veto', seat: 'bar_raiser', effect: 'cap_no_hire' },
      ],
      policy: { thresholds: { strong_hire: 0.75, hire: 0.55, no_hire: 0.3 }, ...policy },
    },
    vetoes: [],
    scorecards: ROUNDS.map((round, card) => ({
      id: `s${card}`,
      interviewer: `u${card}`,
      round,
      status: 'submitted',
      verdict: card % 3 === 0 ? 'no_hire' : 'hire',
      ratings: KEYS.map((criterion, at) => ({
        criterion,
        level: levelAt(card, at),
        confidence: 'medium',
        evidence: [
          {
            form: 'metric_story',
            fields: { metric: 'latency', unit: 'ms', baseline: 120, result: 78, effect: 'Fewer late brakes in rain.' },
          },
        ],
      })),
    })),
  };
}

const mixed = (card: number, criterion: number): number => 1 + ((card * 5 + criterion * 3 + card * criterion) % 4);
const good = (card: number, criterion: number): number => 3 + ((card + criterion) % 2);
const sparse = (card: number, criterion: number): number | null => ((card + criterion) % 3 === 0 ? null : mixed(card, criterion));

const packets: Readonly<Record<string, Packet>> = {
  'overall, mixed panel': packet({}, mixed),
  'overall, good panel': packet({}, good),
  'overall, by round': packet({ pooling: 'by_round' }, mixed),
  'overall, sparse, by round': packet({ pooling: 'by_round' }, sparse),
  'weighted mean': packet({ deciding: 'lenses' }, mixed),
  'weakest link': packet({ deciding: 'floor' }, mixed),
  matrix: packet({ deciding: 'ownership' }, mixed),
  'all ones, far from any threshold': packet({}, () => 1),
  'all fours, by round': packet({ pooling: 'by_round' }, () => 4),
};

function quantile(sorted: readonly number[], at: number): string {
  return (sorted[Math.floor(at * (sorted.length - 1))] ?? 0).toFixed(3);
}

for (const [name, input] of Object.entries(packets)) {
  const { outcome, stability } = recommend(input);
  const times: number[] = [];
  for (let call = 0; call < CALLS; call += 1) {
    const start = process.cpuUsage();
    recommendationJson(recommend(input));
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  times.sort((left, right) => left - right);
  const flips = stability.minimumFlips;
  const what = flips === null ? 'nothing flips it' : `${flips.count} steps to ${flips.outcome}`;
  console.log(`${name}: median ${quantile(times, 0.5)} ms, p99 ${quantile(times, 0.99)} ms (${outcome}; ${what})`);
}
