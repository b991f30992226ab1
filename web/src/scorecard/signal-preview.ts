import type { CardContent } from '../api/card-content';
import type { MatrixAxis, MatrixSignal, RubricContent, Signal, WeightedInput } from '../api/rubric-content';

/** One criterion on its way into a signal. */
export interface InputPreview {
  readonly criterion: string;
  readonly name: string;
  /** Its share of the signal while everything is rated. */
  readonly share: number;
  /** In [0, 1]; null while it is not rated. */
  readonly value: number | null;
}

export interface AxisPreview {
  readonly name: string;
  readonly threshold: number;
  readonly value: number | null;
  readonly inputs: readonly InputPreview[];
}

type Rubric = Pick<RubricContent, 'scale' | 'criteria'>;

function inputsOf(inputs: readonly WeightedInput[], card: CardContent, rubric: Rubric): InputPreview[] {
  const total = inputs.reduce((sum, { weight = 1 }) => sum + weight, 0);
  return inputs.map(({ criterion, weight = 1 }) => {
    const level = card.ratings.find((rating) => rating.criterion === criterion)?.level;
    return {
      criterion,
      name: rubric.criteria.find(({ key }) => key === criterion)?.name ?? criterion,
      share: total === 0 ? 0 : weight / total,
      value: typeof level === 'number' ? (level - 1) / (rubric.scale.levels - 1) : null,
    };
  });
}

/** What is rated, weighed anew among itself; null while nothing is. */
function weigh(inputs: readonly InputPreview[]): number | null {
  const rated = inputs.flatMap(({ share, value }) => (value === null ? [] : [{ share, value }]));
  const total = rated.reduce((sum, { share }) => sum + share, 0);
  return total === 0 ? null : rated.reduce((sum, { share, value }) => sum + share * value, 0) / total;
}

export function axisPreview(axis: MatrixAxis, fallback: string, card: CardContent, rubric: Rubric): AxisPreview {
  const inputs = inputsOf(axis.inputs, card, rubric);
  return { name: axis.name ?? fallback, threshold: axis.threshold, value: weigh(inputs), inputs };
}

export function quadrantOf({ quadrants }: MatrixSignal, x: AxisPreview, y: AxisPreview): string | null {
  if (x.value === null || y.value === null) return null;
  // Display only: a hair of float noise below a threshold still reads as on it.
  const [right, up] = [x.value >= x.threshold - 1e-9, y.value >= y.threshold - 1e-9];
  if (right) return up ? quadrants.highHigh : quadrants.highLow;
  return up ? quadrants.lowHigh : quadrants.lowLow;
}

export function meanPreview(signal: Exclude<Signal, MatrixSignal>, card: CardContent, rubric: Rubric) {
  const inputs = inputsOf(signal.inputs, card, rubric);
  const values = inputs.flatMap(({ value }) => (value === null ? [] : [value]));
  const lowest = values.length === 0 ? null : Math.min(...values);
  return { inputs, value: signal.kind === 'weakest_link' ? lowest : weigh(inputs) };
}

/** Signals that something on this card goes into. */
export function signalsTouched(signals: readonly Signal[], criteria: readonly string[]): Signal[] {
  return signals.filter((signal) => {
    const inputs = signal.kind === 'matrix' ? [...signal.x.inputs, ...signal.y.inputs] : signal.inputs;
    return inputs.some(({ criterion }) => criteria.includes(criterion));
  });
}
