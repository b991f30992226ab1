/**
 * Whether the parts of a rubric agree with each other, so that a published version can always be scored and computed. All
 * faults are named at once; a rubric with none of them may be published.
 *
 * Source: product design, "Rubric model"; interfaces, fine print and "Refused".
 */
import type { Fault } from '../refusal.js';
import { criteriaFaults } from './criterion-validation.js';
import { evidenceFormFaults } from './evidence-form-validation.js';
import { gateFaults, seatFaults } from './gate-validation.js';
import type { DecisionPolicy, RubricContent, Scale, Thresholds } from './rubric.js';
import { duplicateFaults, namesOf, OVERALL, type RubricNames } from './rubric-names.js';
import { signalFaults } from './signal-validation.js';

export interface RubricContext {
  /** Keys of the interview plan's rounds; without it the rounds a criterion names are not looked up. */
  readonly rounds: readonly string[];
}

/**
 * Names everything that keeps a rubric from being published.
 *
 * In: a rubric whose structure is in order (`parseRubricContent`), and the rounds of the plan where they are known. Out:
 * faults with JSON pointers into the rubric, in document order by part; empty when the rubric is in order. Source: product design,
 * "Rubric model"; interfaces, fine print.
 */
export function validateRubric(content: RubricContent, context?: RubricContext): Fault[] {
  const names = namesOf(content, context?.rounds);
  return [
    ...scaleFaults(content.scale),
    ...criteriaFaults(content.criteria, names, (content.policy.deciding ?? OVERALL) === OVERALL),
    ...signalFaults(content.signals, names),
    ...evidenceFormFaults(content.evidenceForms),
    ...gateFaults(content.gates, names),
    ...policyFaults(content.policy, names),
  ];
}

function scaleFaults(scale: Scale): Fault[] {
  const { levels, labels } = scale;
  return [
    ...(Number.isInteger(levels) && levels >= 2 && levels <= 10
      ? []
      : [{ pointer: '/scale/levels', code: 'not_a_whole_number', detail: 'a scale has 2 to 10 levels' }]),
    ...(labels.length === levels
      ? []
      : [
          {
            pointer: '/scale/labels',
            code: 'labels_count',
            detail: `${levels} levels need ${levels} labels, not ${labels.length}`,
          },
        ]),
    ...duplicateFaults(
      labels.map((label) => label.trim().toLowerCase()),
      (index) => `/scale/labels/${index}`,
    ),
  ];
}

function policyFaults(policy: DecisionPolicy, names: RubricNames): Fault[] {
  const deciding = policy.deciding ?? OVERALL;
  return [
    ...(deciding === OVERALL || names.signals.has(deciding)
      ? []
      : [{ pointer: '/policy/deciding', code: 'unknown_signal', detail: `there is no signal "${deciding}"` }]),
    ...(policy.thresholds ? thresholdFaults(policy.thresholds) : []),
    ...(policy.veto === undefined ? [] : seatFaults(policy.veto, '/policy/veto')),
  ];
}

function thresholdFaults(thresholds: Thresholds): Fault[] {
  const order = ['strong_hire', 'hire', 'no_hire'] as const;
  return order.flatMap((name, index) => {
    const pointer = `/policy/thresholds/${name}`;
    const value = thresholds[name];
    const above = index === 0 ? undefined : order[index - 1];
    return [
      ...(value >= 0 && value <= 1 ? [] : [{ pointer, code: 'threshold_out_of_range', detail: 'a threshold lies between 0 and 1' }]),
      ...(above !== undefined && value > thresholds[above]
        ? [{ pointer, code: 'thresholds_out_of_order', detail: `"${name}" must not lie above "${above}"` }]
        : []),
    ];
  });
}
