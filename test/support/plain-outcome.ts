import type { Packet, PacketScorecard } from '../../src/domain/recommendation/packet.js';
import type { MatrixAxis, Signal, WeightedInput } from '../../src/domain/rubric/rubric.js';

/**
 * The outcome by the words of the specification and nothing else: slow, plain fractions, no shared code with the engine.
 * The engine is held against it.
 */

interface Ratio {
  readonly n: bigint;
  readonly d: bigint;
}

const ratio = (n: bigint, d: bigint): Ratio => (d < 0n ? { n: -n, d: -d } : { n, d });
const add = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d + b.n * a.d, a.d * b.d);
const times = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.n, a.d * b.d);
const over = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
const below = (a: Ratio, b: Ratio): boolean => a.n * b.d < b.n * a.d;
const whole = (n: number): Ratio => ratio(BigInt(n), 1n);
const zero = whole(0);

function decimal(value: number): Ratio {
  const text = value.toFixed(20).replace(/0+$/, '');
  if (Number(text) !== value) throw new Error(`${value} needs more places`);
  const shortest = String(value);
  const [digits = '', places = ''] = shortest.split('.');
  return ratio(BigInt(digits + places), 10n ** BigInt(places.length));
}

function mean(values: readonly Ratio[]): Ratio {
  return over(values.reduce(add, zero), whole(values.length));
}

/** The plain reading of a packet. */
export class PlainPanel {
  private readonly cards: readonly PacketScorecard[];

  constructor(private readonly packet: Packet) {
    this.cards = packet.scorecards.filter((card) => card.status === 'submitted');
  }

  private levels(criterion: string, cards: readonly PacketScorecard[]): Ratio[] {
    const ratings = cards.flatMap((card) => (card.ratings ?? []).filter((rating) => rating.criterion === criterion));
    return ratings.flatMap(({ level }) => (level === null ? [] : [whole(level)]));
  }

  private meanLevel(criterion: string): Ratio | null {
    if (this.packet.rubric.policy?.pooling !== 'by_round') {
      const levels = this.levels(criterion, this.cards);
      return levels.length === 0 ? null : mean(levels);
    }
    const rounds = [...new Set(this.cards.map((card) => card.round))];
    const means = rounds.flatMap((round) => {
      const levels = this.levels(
        criterion,
        this.cards.filter((card) => card.round === round),
      );
      return levels.length === 0 ? [] : [mean(levels)];
    });
    return means.length === 0 ? null : mean(means);
  }

  private x(criterion: string): Ratio | null {
    const level = this.meanLevel(criterion);
    return level === null ? null : over(add(level, whole(-1)), whole(this.packet.rubric.scale.levels - 1));
  }

  private weighted(inputs: readonly WeightedInput[]): Ratio | null {
    let [sum, total] = [zero, zero];
    for (const { criterion, weight = 1 } of inputs) {
      const x = this.x(criterion);
      if (x === null) continue;
      sum = add(sum, times(decimal(weight), x));
      total = add(total, decimal(weight));
    }
    return total.n === 0n ? null : over(sum, total);
  }

  private signalValue(signal: Signal): Ratio | null {
    if (signal.kind === 'weighted_mean') return this.weighted(signal.inputs);
    if (signal.kind === 'weakest_link') {
      const values = signal.inputs.flatMap(({ criterion }) => this.x(criterion) ?? []);
      return values.reduce<Ratio | null>((least, x) => (least === null || below(x, least) ? x : least), null);
    }
    const [x, y] = [this.weighted(signal.x.inputs), this.weighted(signal.y.inputs)];
    return x === null || y === null ? null : mean([x, y]);
  }

  deciding(): Ratio | null {
    const key = this.packet.rubric.policy?.deciding ?? 'overall';
    const signal = this.packet.rubric.signals?.find((one) => one.key === key);
    if (signal !== undefined) return this.signalValue(signal);
    return this.weighted(this.packet.rubric.criteria.map(({ key: criterion, weight }) => ({ criterion, weight })));
  }

  private quadrant(key: string): string | null {
    const signal = this.packet.rubric.signals?.find((one) => one.key === key);
    if (signal?.kind !== 'matrix') return null;
    const high = (axis: MatrixAxis): boolean | null => {
      const value = this.weighted(axis.inputs);
      return value === null ? null : !below(value, decimal(axis.threshold));
    };
    const [x, y] = [high(signal.x), high(signal.y)];
    if (x === null || y === null) return null;
    const { highHigh, highLow, lowHigh, lowLow } = signal.quadrants;
    return x ? (y ? highHigh : highLow) : y ? lowHigh : lowLow;
  }

  private isCapped(): boolean {
    return (this.packet.rubric.gates ?? []).some((gate) => {
      if (gate.effect !== 'cap_no_hire') return false;
      if (gate.kind === 'veto') return this.packet.vetoes.some((veto) => veto.seat === gate.seat);
      if (gate.kind === 'minimum_level') {
        const level = this.meanLevel(gate.criterion);
        return level === null ? gate.whenUnrated === 'trigger' : below(level, whole(gate.level));
      }
      if (gate.kind === 'quadrant') {
        const quadrant = this.quadrant(gate.signal);
        return quadrant !== null && !gate.allowed.includes(quadrant);
      }
      const items = this.cards.flatMap((card) => (card.ratings ?? []).flatMap((rating) => rating.evidence ?? []));
      return items.filter((item) => item.form === gate.form).length < gate.count;
    });
  }

  private isInsufficient(): boolean {
    if (this.packet.scorecards.some((card) => card.status === 'missing')) return true;
    return this.packet.rubric.criteria.some(({ key, required, minimumRaters = 1, evidence }) => {
      if (required && this.levels(key, this.cards).length < minimumRaters) return true;
      const ratings = this.cards.flatMap((card) => (card.ratings ?? []).filter((one) => one.criterion === key));
      return evidence === 'required' && ratings.some((one) => one.level !== null && (one.evidence ?? []).length === 0);
    });
  }

  outcome(): string {
    const value = this.deciding();
    if (value === null || this.isInsufficient()) return 'insufficient_evidence';
    const { strong_hire, hire, no_hire } = this.packet.rubric.policy?.thresholds ?? {
      strong_hire: 0.75,
      hire: 0.55,
      no_hire: 0.3,
    };
    const met = (threshold: number) => !below(value, decimal(threshold));
    if (met(strong_hire) && !this.isCapped()) return 'strong_hire';
    if (met(hire) && !this.isCapped()) return 'hire';
    return met(no_hire) ? 'no_hire' : 'strong_no_hire';
  }
}
