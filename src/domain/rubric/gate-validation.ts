/**
 * A gate must be able to fire, on things the rubric knows, and a better rating must never hurt: where a quadrant is
 * allowed, every quadrant above it is allowed too.
 *
 * Source: interfaces, fine print "Gates".
 */
import type { Fault } from '../refusal.js';
import type { Gate, MatrixSignal, MinimumLevelGate, QuadrantGate, Quadrants } from './rubric.js';
import { duplicateFaults, SEATS, unknownFaults, type RubricNames } from './rubric-names.js';

/** Everything wrong with the gates of a rubric, with pointers into the rubric. */
export function gateFaults(gates: readonly Gate[], names: RubricNames): Fault[] {
  return [
    ...duplicateFaults(
      gates.map((gate) => gate.key),
      (index) => `/gates/${index}/key`,
    ),
    ...gates.flatMap((gate, index) => oneGateFaults(gate, `/gates/${index}`, names)),
  ];
}

function oneGateFaults(gate: Gate, at: string, names: RubricNames): Fault[] {
  switch (gate.kind) {
    case 'minimum_level':
      return minimumLevelFaults(gate, at, names);
    case 'minimum_evidence':
      return [
        ...unknownFaults('form', [gate.form], names.forms, () => `${at}/form`),
        ...(Number.isInteger(gate.count) && gate.count >= 1
          ? []
          : [{ pointer: `${at}/count`, code: 'not_a_whole_number', detail: 'at least one piece of evidence' }]),
      ];
    case 'quadrant':
      return quadrantGateFaults(gate, at, names);
    case 'veto':
      return seatFaults(gate.seat, `${at}/seat`);
  }
}

export function seatFaults(seat: string, pointer: string): Fault[] {
  return unknownFaults('seat', [seat], new Set<string>(SEATS), () => pointer);
}

function minimumLevelFaults(gate: MinimumLevelGate, at: string, names: RubricNames): Fault[] {
  const onScale = Number.isInteger(gate.level) && gate.level >= 1 && gate.level <= names.levels;
  return [
    ...unknownFaults('criterion', [gate.criterion], names.criteria, () => `${at}/criterion`),
    ...(onScale ? [] : [{ pointer: `${at}/level`, code: 'level_off_scale', detail: `the scale runs from 1 to ${names.levels}` }]),
  ];
}

function quadrantGateFaults(gate: QuadrantGate, at: string, names: RubricNames): Fault[] {
  const signal = names.signals.get(gate.signal);
  if (!signal) return unknownFaults('signal', [gate.signal], names.signals, () => `${at}/signal`);
  if (signal.kind !== 'matrix') return [{ pointer: `${at}/signal`, code: 'not_a_matrix', detail: `"${gate.signal}" has no quadrants` }];
  const known = new Set(Object.values<string>({ ...signal.quadrants }));
  return [
    ...(gate.allowed.length === 0 ? [{ pointer: `${at}/allowed`, code: 'too_few', detail: 'name at least one quadrant' }] : []),
    ...unknownFaults('quadrant', gate.allowed, known, (index) => `${at}/allowed/${index}`),
    ...duplicateFaults(gate.allowed, (index) => `${at}/allowed/${index}`),
    ...closureFaults(gate, signal, at),
  ];
}

/** The quadrants reached by raising one axis. */
const ABOVE: Readonly<Record<keyof Quadrants, readonly (keyof Quadrants)[]>> = {
  lowLow: ['lowHigh', 'highLow', 'highHigh'],
  lowHigh: ['highHigh'],
  highLow: ['highHigh'],
  highHigh: [],
};
const PLACES = ['lowLow', 'lowHigh', 'highLow', 'highHigh'] as const;

function closureFaults(gate: QuadrantGate, signal: MatrixSignal, at: string): Fault[] {
  const allowed = PLACES.filter((place) => gate.allowed.includes(signal.quadrants[place]));
  const needed = new Set(allowed.flatMap((place) => ABOVE[place]));
  return PLACES.filter((place) => needed.has(place) && !allowed.includes(place)).map((place) => ({
    pointer: `${at}/allowed`,
    code: 'better_quadrant_refused',
    detail: `"${signal.quadrants[place]}" lies above an allowed quadrant and must be allowed too`,
  }));
}
