/**
 * The part of a rubric that the arithmetic reads, with every default written out: the same rubric content always gives
 * the same packet, and words, anchors or forms never change a hash.
 *
 * Source: interface design, packet JSON and fine print "Defaults".
 */
import type { Criterion, Gate, MatrixAxis, RubricContent, Signal, WeightedInput } from '../rubric/rubric.js';
import type { PacketCriterion, PacketRubric } from './packet.js';
import { DEFAULT_THRESHOLDS } from './packet.js';

/** In: the content of a rubric version. Out: the `rubric` of its packets. */
export function scoringRubric({ scale, criteria, signals, gates, policy }: RubricContent): PacketRubric {
  const { strong_hire, hire, no_hire } = policy.thresholds ?? DEFAULT_THRESHOLDS;
  return {
    scale: { levels: scale.levels },
    criteria: criteria.map(scoringCriterion),
    signals: signals.map(scoringSignal),
    gates: gates.map(scoringGate),
    policy: {
      deciding: policy.deciding ?? 'overall',
      pooling: policy.pooling ?? 'by_rater',
      thresholds: { strong_hire, hire, no_hire },
    },
  };
}

function scoringCriterion({ key, weight, required, minimumRaters, evidence }: Criterion): PacketCriterion {
  return {
    key,
    weight: weight ?? 1,
    required: required ?? false,
    minimumRaters: minimumRaters ?? 1,
    evidence: evidence ?? 'optional',
  };
}

function scoringSignal(signal: Signal): Signal {
  const { key } = signal;
  switch (signal.kind) {
    case 'weighted_mean':
      return { key, kind: signal.kind, inputs: signal.inputs.map(scoringInput) };
    case 'weakest_link':
      return { key, kind: signal.kind, inputs: signal.inputs.map(({ criterion }) => ({ criterion })) };
    case 'matrix': {
      const { highHigh, lowHigh, highLow, lowLow } = signal.quadrants;
      const quadrants = { highHigh, lowHigh, highLow, lowLow };
      return { key, kind: signal.kind, x: scoringAxis(signal.x), y: scoringAxis(signal.y), quadrants };
    }
  }
}

function scoringAxis({ inputs, threshold }: MatrixAxis): MatrixAxis {
  return { inputs: inputs.map(scoringInput), threshold };
}

function scoringInput({ criterion, weight }: WeightedInput): WeightedInput {
  return { criterion, weight: weight ?? 1 };
}

function scoringGate(gate: Gate): Gate {
  const { key, effect } = gate;
  switch (gate.kind) {
    case 'minimum_level': {
      const { kind, criterion, level, whenUnrated = 'ignore' } = gate;
      return { key, kind, criterion, level, whenUnrated, effect };
    }
    case 'minimum_evidence':
      return { key, kind: gate.kind, form: gate.form, count: gate.count, effect };
    case 'quadrant':
      return { key, kind: gate.kind, signal: gate.signal, allowed: [...gate.allowed], effect };
    case 'veto':
      return { key, kind: gate.kind, seat: gate.seat, effect };
  }
}
