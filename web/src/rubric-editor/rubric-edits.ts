import type { Anchor, Criterion, Gate, MatrixSignal, Signal, WeightedInput, WholeRubric } from '../api/rubric-content';

/** A rubric of which nothing is written yet. */
export function emptyRubric(labels: readonly string[]): WholeRubric {
  return { scale: { levels: labels.length, labels }, criteria: [], signals: [], evidenceForms: [], gates: [], policy: {} };
}

const emptyAnchor = (level: number): Anchor => ({ level, description: '', poorExample: '', goodExample: '' });

const isWritten = ({ description, poorExample, goodExample }: Anchor): boolean => [description, poorExample, goodExample].some((text) => text !== '');

/** One anchor for each level; what was written for a level that is gone stays, until somebody takes it out. */
export function anchorsFor(anchors: readonly Anchor[], levels: number): Anchor[] {
  const onScale = Array.from({ length: levels }, (_, index) => anchors.find(({ level }) => level === index + 1) ?? emptyAnchor(index + 1));
  return [...onScale, ...anchors.filter((anchor) => anchor.level > levels && isWritten(anchor))];
}

export function withLevels(rubric: WholeRubric, levels: number, labelOf: (level: number) => string): WholeRubric {
  const labels = Array.from({ length: levels }, (_, index) => rubric.scale.labels[index] ?? labelOf(index + 1));
  const criteria = rubric.criteria.map((criterion) => ({ ...criterion, anchors: anchorsFor(criterion.anchors, levels) }));
  return { ...rubric, scale: { levels, labels }, criteria };
}

export function newCriterion(key: string, name: string, rounds: readonly string[], levels: number): Criterion {
  return { key, name, description: '', rounds, anchors: anchorsFor([], levels) };
}

type OnInputs = (inputs: readonly WeightedInput[]) => readonly WeightedInput[];

function withInputs(signal: Signal, update: OnInputs): Signal {
  if (signal.kind !== 'matrix') return { ...signal, inputs: update(signal.inputs) };
  return { ...signal, x: { ...signal.x, inputs: update(signal.x.inputs) }, y: { ...signal.y, inputs: update(signal.y.inputs) } };
}

const renamed = <Key extends string | undefined>(from: string, to: string, key: Key): Key | string => (key === from ? to : key);

function onCriterion(rubric: WholeRubric, key: string, onInputs: OnInputs, onGate: (gate: Gate) => Gate | null): WholeRubric {
  return {
    ...rubric,
    signals: rubric.signals.map((signal) => withInputs(signal, onInputs)),
    gates: rubric.gates.flatMap((gate) => (gate.kind === 'minimum_level' && gate.criterion === key ? (onGate(gate) ?? []) : [gate])),
  };
}

/** The criterion under another key, wherever it is spoken of. */
export function renameCriterion(rubric: WholeRubric, from: string, to: string): WholeRubric {
  const inputs: OnInputs = (list) => list.map((input) => ({ ...input, criterion: renamed(from, to, input.criterion) }));
  const criteria = rubric.criteria.map((criterion) => ({ ...criterion, key: renamed(from, to, criterion.key) }));
  return onCriterion({ ...rubric, criteria }, from, inputs, (gate) => (gate.kind === 'minimum_level' ? { ...gate, criterion: to } : gate));
}

/** Without the criterion, and without what spoke of it. */
export function removeCriterion(rubric: WholeRubric, index: number): WholeRubric {
  const key = rubric.criteria[index]?.key ?? '';
  const criteria = rubric.criteria.filter((_, at) => at !== index);
  return onCriterion(
    { ...rubric, criteria },
    key,
    (list) => list.filter(({ criterion }) => criterion !== key),
    () => null,
  );
}

export function renameSignal(rubric: WholeRubric, from: string, to: string): WholeRubric {
  const { deciding } = rubric.policy;
  return {
    ...rubric,
    signals: rubric.signals.map((signal) => ({ ...signal, key: renamed(from, to, signal.key) })),
    gates: rubric.gates.map((gate) => (gate.kind === 'quadrant' ? { ...gate, signal: renamed(from, to, gate.signal) } : gate)),
    policy: deciding === from ? { ...rubric.policy, deciding: to } : rubric.policy,
  };
}

export function renameForm(rubric: WholeRubric, from: string, to: string): WholeRubric {
  return {
    ...rubric,
    evidenceForms: rubric.evidenceForms.map((form) => ({ ...form, key: renamed(from, to, form.key) })),
    criteria: rubric.criteria.map((criterion) =>
      criterion.forms?.includes(from) ? { ...criterion, forms: criterion.forms.map((key) => renamed(from, to, key)) } : criterion,
    ),
    gates: rubric.gates.map((gate) => (gate.kind === 'minimum_evidence' ? { ...gate, form: renamed(from, to, gate.form) } : gate)),
  };
}

type Place = keyof MatrixSignal['quadrants'];

/** A quadrant under another name, in its matrix and in the gates that allow it. */
export function renameQuadrant(rubric: WholeRubric, signal: MatrixSignal, place: Place, name: string): WholeRubric {
  const before = signal.quadrants[place];
  const after: MatrixSignal = { ...signal, quadrants: { ...signal.quadrants, [place]: name } };
  return {
    ...rubric,
    signals: rubric.signals.map((one) => (one.key === signal.key ? after : one)),
    gates: rubric.gates.map((gate) =>
      gate.kind === 'quadrant' && gate.signal === signal.key ? { ...gate, allowed: gate.allowed.map((one) => renamed(before, name, one)) } : gate,
    ),
  };
}
