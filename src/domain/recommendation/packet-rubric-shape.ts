/**
 * What the rubric in a packet must look like: weights not negative, thresholds in order, every criterion, signal and
 * quadrant it names its own, and no gate that a better rating could trigger.
 *
 * Source: interface design, fine print "Defaults", "Gates" and "Refused".
 */
import type { Fault } from '../refusal.js';
import type { Shape } from '../json-shape.js';
import { finiteNumber, flag, list, object, oneOf, optional, tagged, wholeNumber } from '../json-shape.js';
import type {
  Gate,
  MatrixAxis,
  MatrixSignal,
  MinimumEvidenceGate,
  MinimumLevelGate,
  QuadrantGate,
  Quadrants,
  Signal,
  Thresholds,
  VetoGate,
  WeakestLinkSignal,
  WeightedInput,
  WeightedMeanSignal,
} from '../rubric/rubric.js';
import type { PacketCriterion, PacketPolicy, PacketRubric } from './packet.js';
import type { PacketNames } from './packet-names.js';
import { member } from './packet-names.js';
import { also, defined, distinct, levelShape, MOST, name, open } from './packet-shape.js';

/** Weights above this are nobody's judgement. */
const MOST_WEIGHT = 1e15;

/** Words for people; nothing is computed from them. */
const described: Shape<string> = (_value): _value is string => true;
const heading = { name: optional(described), description: optional(described) };

const weight = numberFrom(0, MOST_WEIGHT);
const threshold = numberFrom(0, 1);
const effect = oneOf(['cap_no_hire', 'flag']);

/** The shape of a packet's rubric, given the names it defines. */
export function packetRubricShape(names: PacketNames): Shape<PacketRubric> {
  const reserved = also(name, (value, pointer) =>
    value === 'overall' ? [{ pointer, code: 'reserved', detail: 'no signal may be called "overall"' }] : [],
  );
  return open<PacketRubric>({
    scale: open<PacketRubric['scale']>({ levels: wholeNumber(2, 10) }, ['labels']),
    criteria: distinct(list(criterionShape(), { maximum: MOST.criteria }), 'key'),
    signals: optional(distinct(list(signalShape(names, reserved), { maximum: MOST.signals }), 'key')),
    gates: optional(distinct(list(gateShape(names), { maximum: MOST.gates }), 'key')),
    policy: optional(policyShape(names)),
  });
}

function numberFrom(minimum: number, maximum: number): Shape<number> {
  return also(finiteNumber, (value, pointer) =>
    typeof value !== 'number' || !Number.isFinite(value) || (value >= minimum && value <= maximum)
      ? []
      : [{ pointer, code: 'out_of_range', detail: `must be from ${minimum} to ${maximum}, is ${value}` }],
  );
}

function criterionShape(): Shape<PacketCriterion> {
  return open<PacketCriterion>({
    key: name,
    weight: optional(weight),
    required: optional(flag),
    minimumRaters: optional(wholeNumber(1, MOST.cards)),
    evidence: optional(oneOf(['required', 'optional', 'none'])),
  });
}

function signalShape(names: PacketNames, key: Shape<string>): Shape<Signal> {
  const criterion = defined('criterion', names.criteria);
  const input = open<WeightedInput>({ criterion, weight: optional(weight) });
  const inputs = list(input, { minimum: 1, maximum: MOST.inputs });
  const axis = open<MatrixAxis>({ name: optional(described), inputs, threshold });
  const shapes: Record<Signal['kind'], Shape<Signal>> = {
    weighted_mean: open<WeightedMeanSignal>({ key, ...heading, kind: oneOf(['weighted_mean']), inputs }),
    weakest_link: open<WeakestLinkSignal>({
      key,
      ...heading,
      kind: oneOf(['weakest_link']),
      inputs: list(open<{ readonly criterion: string }>({ criterion }), { minimum: 1, maximum: MOST.inputs }),
    }),
    matrix: open<MatrixSignal>({
      key,
      ...heading,
      kind: oneOf(['matrix']),
      x: axis,
      y: axis,
      quadrants: open<Quadrants>({ highHigh: name, lowHigh: name, highLow: name, lowLow: name }),
    }),
  };
  return tagged('kind', shapes);
}

function gateShape(names: PacketNames): Shape<Gate> {
  const shapes: Record<Gate['kind'], Shape<Gate>> = {
    minimum_level: open<MinimumLevelGate>({
      key: name,
      ...heading,
      kind: oneOf(['minimum_level']),
      criterion: defined('criterion', names.criteria),
      level: levelShape(names),
      whenUnrated: optional(oneOf(['trigger', 'ignore'])),
      effect,
    }),
    minimum_evidence: open<MinimumEvidenceGate>({
      key: name,
      ...heading,
      kind: oneOf(['minimum_evidence']),
      form: name,
      count: wholeNumber(0, 1000),
      effect,
    }),
    quadrant: also(
      open<QuadrantGate>({
        key: name,
        ...heading,
        kind: oneOf(['quadrant']),
        signal: defined('signal', names.signals),
        allowed: list(name, { maximum: 4 }),
        effect,
      }),
      (value, pointer) => quadrantFaults(value, pointer, names),
    ),
    veto: open<VetoGate>({ key: name, ...heading, kind: oneOf(['veto']), seat: name, effect }),
  };
  return tagged('kind', shapes);
}

/** Allowed quadrants must be the matrix's own, and whatever lies above an allowed one must be allowed. */
function quadrantFaults(gate: unknown, pointer: string, names: PacketNames): Fault[] {
  const signal = member(gate, 'signal');
  const allowed = member(gate, 'allowed');
  if (typeof signal !== 'string' || !names.signals.has(signal) || !Array.isArray(allowed)) return [];
  const quadrants = names.matrices.get(signal);
  if (quadrants === undefined) {
    return [{ pointer: `${pointer}/signal`, code: 'not_a_matrix', detail: `signal "${signal}" is not a matrix` }];
  }
  const { highHigh, lowHigh, highLow, lowLow } = quadrants;
  const known = new Set<unknown>([highHigh, lowHigh, highLow, lowLow]);
  const faults = allowed.flatMap((one: unknown, at): Fault[] =>
    typeof one !== 'string' || known.has(one)
      ? []
      : [{ pointer: `${pointer}/allowed/${at}`, code: 'unknown_quadrant', detail: `there is no quadrant "${one}"` }],
  );
  const above = [
    [lowHigh, highHigh],
    [highLow, highHigh],
    [lowLow, lowHigh],
    [lowLow, highLow],
  ] as const;
  const lacking = new Set(above.flatMap(([low, high]) => (allowed.includes(low) && !allowed.includes(high) ? [high] : [])));
  for (const high of lacking) {
    const detail = `must hold "${high}", which lies above an allowed quadrant`;
    faults.push({ pointer: `${pointer}/allowed`, code: 'not_closed_upward', detail });
  }
  return faults;
}

function policyShape(names: PacketNames): Shape<PacketPolicy> {
  const deciding = { has: (key: string) => key === 'overall' || names.signals.has(key) };
  return open<PacketPolicy>({
    deciding: optional(defined('signal', deciding)),
    pooling: optional(oneOf(['by_rater', 'by_round'])),
    thresholds: optional(also(object<Thresholds>({ strong_hire: threshold, hire: threshold, no_hire: threshold }), orderFaults)),
  });
}

function orderFaults(value: unknown, pointer: string): Fault[] {
  const [high, middle, low] = ['strong_hire', 'hire', 'no_hire'].map((one) => Number(member(value, one)));
  const fault = (lower: string, upper: string): Fault => {
    const detail = `must not be above ${upper}: thresholds are out of order`;
    return { pointer: `${pointer}/${lower}`, code: 'out_of_order', detail };
  };
  return [
    ...(Number(middle) > Number(high) ? [fault('hire', 'strong_hire')] : []),
    ...(Number(low) > Number(middle) ? [fault('no_hire', 'hire')] : []),
  ];
}
