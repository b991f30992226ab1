/**
 * What changed between two versions of a rubric, one typed change at a time, each with the place, the value before and the
 * value after, and a code that screens turn into a sentence. Things are matched by key, so a reordered list is a reordering
 * and nothing else, and a default written out is no change.
 *
 * Source: product design, "Rubric model": editing makes a new draft that names its parent.
 */
import canonicalize from 'canonicalize';
import { criterionChanges } from './criterion-diff.js';
import { changeOf, type RubricChange, type RubricChangeCode } from './rubric-change.js';
import type { DecisionPolicy, EvidenceForm, Gate, MatrixAxis, RubricContent, Signal, WeightedInput } from './rubric.js';

/**
 * The changes from one rubric to another.
 *
 * In: two rubrics whose keys do not repeat. Out: changes by part: scale, criteria, signals, evidence forms, gates, policy; in each part the later
 * rubric's order, then what was removed; empty exactly when both mean the same.
 */
export function diffRubrics(before: RubricContent, after: RubricContent): RubricChange[] {
  return [
    ...changeOf('levels_changed', '/scale/levels', {}, before.scale.levels, after.scale.levels),
    ...changeOf('labels_changed', '/scale/labels', {}, before.scale.labels, after.scale.labels),
    ...keyedChanges('/criteria', before.criteria, after.criteria, {
      added: 'criterion_added',
      removed: 'criterion_removed',
      reordered: 'criteria_reordered',
      within: criterionChanges,
    }),
    ...keyedChanges('/signals', before.signals, after.signals, {
      added: 'signal_added',
      removed: 'signal_removed',
      reordered: 'signals_reordered',
      within: wholeChange<Signal>('signal_changed', plainSignal),
    }),
    ...keyedChanges('/evidenceForms', before.evidenceForms, after.evidenceForms, {
      added: 'form_added',
      removed: 'form_removed',
      reordered: 'forms_reordered',
      within: wholeChange<EvidenceForm>('form_changed', (form) => form),
    }),
    ...keyedChanges('/gates', before.gates, after.gates, {
      added: 'gate_added',
      removed: 'gate_removed',
      reordered: 'gates_reordered',
      within: wholeChange<Gate>('gate_changed', plainGate),
    }),
    ...policyChanges(before.policy, after.policy),
  ];
}

interface Keyed {
  readonly key: string;
  readonly name?: string;
}

interface KeyedCodes<T> {
  readonly added: RubricChangeCode;
  readonly removed: RubricChangeCode;
  readonly reordered: RubricChangeCode;
  readonly within: (before: T, after: T, pointer: string) => RubricChange[];
}

function paramsOf(thing: Keyed): RubricChange['params'] {
  return { key: thing.key, name: thing.name ?? thing.key };
}

function keyedChanges<T extends Keyed>(at: string, before: readonly T[], after: readonly T[], codes: KeyedCodes<T>): RubricChange[] {
  const earlier = new Map(before.map((thing) => [thing.key, thing]));
  const later = new Set(after.map((thing) => thing.key));
  const stayedBefore = before.map((thing) => thing.key).filter((key) => later.has(key));
  const stayedAfter = after.map((thing) => thing.key).filter((key) => earlier.has(key));
  return [
    ...changeOf(codes.reordered, at, {}, stayedBefore, stayedAfter),
    ...after.flatMap((thing, index) => {
      const old = earlier.get(thing.key);
      return old ? codes.within(old, thing, `${at}/${index}`) : changeOf(codes.added, `${at}/${index}`, paramsOf(thing), undefined, thing);
    }),
    ...before.flatMap((thing, index) => (later.has(thing.key) ? [] : changeOf(codes.removed, `${at}/${index}`, paramsOf(thing), thing, undefined))),
  ];
}

/** A thing that is compared as a whole, after `plain` has written out its defaults. */
function wholeChange<T extends Keyed>(code: RubricChangeCode, plain: (thing: T) => unknown): KeyedCodes<T>['within'] {
  return (before, after, pointer) =>
    canonicalize(plain(before)) === canonicalize(plain(after)) ? [] : changeOf(code, pointer, paramsOf(after), before, after);
}

function plainInputs(inputs: readonly WeightedInput[]): readonly WeightedInput[] {
  return inputs.map((input) => ({ criterion: input.criterion, weight: input.weight ?? 1 }));
}

function plainAxis(axis: MatrixAxis): MatrixAxis {
  return { ...axis, inputs: plainInputs(axis.inputs) };
}

function plainSignal(signal: Signal): Signal {
  switch (signal.kind) {
    case 'weighted_mean':
      return { ...signal, inputs: plainInputs(signal.inputs) };
    case 'weakest_link':
      return signal;
    case 'matrix':
      return { ...signal, x: plainAxis(signal.x), y: plainAxis(signal.y) };
  }
}

function plainGate(gate: Gate): Gate {
  return gate.kind === 'minimum_level' ? { ...gate, whenUnrated: gate.whenUnrated ?? 'ignore' } : gate;
}

/** What holds where a policy is silent. Source: interfaces, fine print "Defaults". */
const SILENT = {
  deciding: 'overall',
  pooling: 'by_rater',
  thresholds: { strong_hire: 0.75, hire: 0.55, no_hire: 0.3 },
  decider: 'hiring_manager',
} as const;

function policyChanges(before: DecisionPolicy, after: DecisionPolicy): RubricChange[] {
  const a = { ...SILENT, ...withoutAbsent(before) };
  const b = { ...SILENT, ...withoutAbsent(after) };
  return [
    ...changeOf('deciding_changed', '/policy/deciding', {}, a.deciding, b.deciding),
    ...changeOf('pooling_changed', '/policy/pooling', {}, a.pooling, b.pooling),
    ...changeOf('thresholds_changed', '/policy/thresholds', {}, a.thresholds, b.thresholds),
    ...changeOf('decider_changed', '/policy/decider', {}, a.decider, b.decider),
    ...changeOf('policy_veto_changed', '/policy/veto', {}, a.veto, b.veto),
  ];
}

function withoutAbsent(policy: DecisionPolicy): DecisionPolicy {
  return Object.fromEntries(Object.entries(policy).filter(([, value]) => value !== undefined));
}
