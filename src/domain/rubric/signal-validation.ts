/**
 * A signal can be computed when each of its inputs is a criterion of the rubric and some input weighs more than zero. A
 * matrix needs both axes, thresholds inside [0, 1] and four names that differ.
 *
 * Source: product design, "Rubric model", signals[]; interfaces, fine print "Signals".
 */
import type { Fault } from '../refusal.js';
import { weightFaults } from './criterion-validation.js';
import type { MatrixAxis, MatrixSignal, Signal, WeightedInput } from './rubric.js';
import { duplicateFaults, OVERALL, unknownFaults, type RubricNames } from './rubric-names.js';

/** Everything wrong with the signals of a rubric, with pointers into the rubric. */
export function signalFaults(signals: readonly Signal[], names: RubricNames): Fault[] {
  return [
    ...duplicateFaults(
      signals.map((signal) => signal.key),
      (index) => `/signals/${index}/key`,
    ),
    ...signals.flatMap((signal, index) => [
      ...(signal.key === OVERALL
        ? [
            {
              pointer: `/signals/${index}/key`,
              code: 'reserved_key',
              detail: '"overall" names the rubric\'s own value',
            },
          ]
        : []),
      ...oneSignalFaults(signal, `/signals/${index}`, names),
    ]),
  ];
}

function oneSignalFaults(signal: Signal, at: string, names: RubricNames): Fault[] {
  switch (signal.kind) {
    case 'weighted_mean':
    case 'weakest_link':
      return inputFaults(signal.inputs, `${at}/inputs`, names);
    case 'matrix':
      return [...axisFaults(signal.x, `${at}/x`, names), ...axisFaults(signal.y, `${at}/y`, names), ...quadrantFaults(signal, at)];
  }
}

function inputFaults(inputs: readonly WeightedInput[], at: string, names: RubricNames): Fault[] {
  if (inputs.length === 0) return [{ pointer: at, code: 'too_few', detail: 'needs at least one criterion' }];
  const criteria = inputs.map((input) => input.criterion);
  const weightless = inputs.every((input) => (input.weight ?? 1) === 0);
  return [
    ...unknownFaults('criterion', criteria, names.criteria, (index) => `${at}/${index}/criterion`),
    ...duplicateFaults(criteria, (index) => `${at}/${index}/criterion`),
    ...inputs.flatMap((input, index) => weightFaults(input.weight, `${at}/${index}/weight`)),
    ...(weightless ? [{ pointer: at, code: 'no_weight', detail: 'every weight is zero, so it never has a value' }] : []),
  ];
}

function axisFaults(axis: MatrixAxis, at: string, names: RubricNames): Fault[] {
  const within = axis.threshold >= 0 && axis.threshold <= 1;
  return [
    ...inputFaults(axis.inputs, `${at}/inputs`, names),
    ...(within ? [] : [{ pointer: `${at}/threshold`, code: 'threshold_out_of_range', detail: 'a threshold lies between 0 and 1' }]),
  ];
}

const QUADRANT_PLACES = ['highHigh', 'lowHigh', 'highLow', 'lowLow'] as const;

function quadrantFaults(signal: MatrixSignal, at: string): Fault[] {
  return duplicateFaults(
    QUADRANT_PLACES.map((place) => signal.quadrants[place]),
    (index) => `${at}/quadrants/${QUADRANT_PLACES[index]}`,
  );
}
