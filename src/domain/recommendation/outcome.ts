/**
 * From the deciding value to an outcome: the highest threshold met, a value equal to a threshold meeting it; then the
 * gates, which can only lower `hire` and `strong_hire` to `no_hire`.
 *
 * Source: product design, "Recommendation"; interface design, fine print "Numbers" and "Signals" (gates).
 */
import type { MatrixAxis, MatrixSignal, QuadrantGate, Quadrants } from '../rubric/rubric.js';
import { exactDecimal } from './decimal.js';
import type { Fraction } from './fraction.js';
import { compareFractions } from './fraction.js';
import type { Means } from './means.js';
import { formValue } from './means.js';
import type { Gate } from '../rubric/rubric.js';
import type { Panel, PanelCard } from './panel.js';
import type { ScoredOutcome } from './recommendation.js';

/** Outcomes in rising order; an outcome's rank is its position. */
export const SCORED_OUTCOMES: readonly ScoredOutcome[] = ['strong_no_hire', 'no_hire', 'hire', 'strong_hire'];

/** Rank of `no_hire`, to which a gate lowers. */
export const NO_HIRE = 1;
/** Rank of `hire`, from which on a panel says yes. */
export const HIRE = 2;

/** How many of the thresholds, from the lowest up, the value meets: the rank of its outcome before gates. */
export function rankOf(panel: Panel, value: Fraction): number {
  const scaled = value.numerator * panel.thresholdScale;
  const [low, middle, high] = panel.thresholds;
  if (scaled >= high * value.denominator) return 3;
  if (scaled >= middle * value.denominator) return 2;
  return scaled >= low * value.denominator ? 1 : 0;
}

/** The rank after gates. */
export function cappedRank(rank: number, capped: boolean): number {
  return capped ? Math.min(rank, NO_HIRE) : rank;
}

export function outcomeOfRank(rank: number): ScoredOutcome {
  const outcome = SCORED_OUTCOMES[rank];
  if (outcome === undefined) throw new Error(`no outcome of rank ${rank}`);
  return outcome;
}

/** True when an axis value meets the axis's threshold. */
export function isHigh(value: Fraction, axis: MatrixAxis): boolean {
  return compareFractions(value, exactDecimal(axis.threshold)) >= 0;
}

/** The name of the quadrant the axis readings fall into; keys read x then y. */
export function quadrantName(quadrants: Quadrants, xHigh: boolean, yHigh: boolean): string {
  if (xHigh) return yHigh ? quadrants.highHigh : quadrants.highLow;
  return yHigh ? quadrants.lowHigh : quadrants.lowLow;
}

/** A matrix's quadrant, null where an axis has no value. */
export function quadrantOf(signal: MatrixSignal, x: Fraction | null, y: Fraction | null): string | null {
  if (x === null || y === null) return null;
  return quadrantName(signal.quadrants, isHigh(x, signal.x), isHigh(y, signal.y));
}

/** The matrix a quadrant gate looks at. */
export function matrixOf(panel: Panel, gate: QuadrantGate): Panel['signals'][number] | undefined {
  return panel.signals.find(({ signal }) => signal.key === gate.signal);
}

/** Whether a gate is triggered by the given cards and their pooled means. */
export function isTriggered(panel: Panel, gate: Gate, cards: readonly PanelCard[], means: Means): boolean {
  switch (gate.kind) {
    case 'minimum_level': {
      const scaled = means.scaled[panel.positions.get(gate.criterion) ?? -1] ?? null;
      if (scaled === null) return gate.whenUnrated === 'trigger';
      return scaled < BigInt(gate.level - 1) * means.common;
    }
    case 'minimum_evidence':
      return cards.reduce((count, card) => count + (card.forms.get(gate.form) ?? 0), 0) < gate.count;
    case 'quadrant': {
      const reading = matrixOf(panel, gate)?.reading;
      if (reading?.kind !== 'matrix') return false;
      const quadrant = quadrantOf(reading.signal, formValue(reading.x, means), formValue(reading.y, means));
      return quadrant !== null && !gate.allowed.includes(quadrant);
    }
    case 'veto':
      return panel.packet.vetoes.some((veto) => veto.seat === gate.seat);
  }
}
