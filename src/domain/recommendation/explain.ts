/**
 * The steps from the scorecards to the outcome, in the order a person would redo them: cards, criteria, signals, overall,
 * deciding value, threshold, gates, what is missing, outcome.
 *
 * Source: product design, "Recommendation".
 */
import type { Gate } from '../rubric/rubric.js';
import type { Evaluation } from './evaluation.js';
import type { Fraction } from './fraction.js';
import { nearestDouble } from './fraction.js';
import type { Means } from './means.js';
import { formValue, meanLevel, readingValue } from './means.js';
import { matrixOf, NO_HIRE, outcomeOfRank, quadrantOf } from './outcome.js';
import { DEFAULT_THRESHOLDS } from './packet.js';
import type { Panel } from './panel.js';
import type { Missing } from './recommendation.js';
import type { Step } from './step.js';

/** The ordered steps of an evaluation over all of a panel's cards. */
export function explain(panel: Panel, evaluation: Evaluation): Step[] {
  return [
    cardsCounted(panel),
    ...panel.criteria.map((_criterion, at) => criterionStep(panel, evaluation.means, at)),
    ...panel.signals.map((_signal, at) => signalStep(panel, evaluation.means, at)),
    overallStep(readingValue(panel.overall, evaluation.means)),
    ...decidingSteps(panel, evaluation),
    ...panel.gates.map((gate, at) => gateStep(panel, evaluation, gate, evaluation.triggered[at] === true)),
    ...cappedStep(panel, evaluation),
    ...evaluation.missing.map((missing) => missingStep(panel, missing)),
    { code: 'outcome', params: { outcome: evaluation.outcome } },
  ];
}

function cardsCounted({ packet, cards, missingCards, pooling }: Panel): Step {
  const waived = packet.scorecards.filter((card) => card.status === 'waived').length;
  return { code: 'cards_counted', params: { submitted: cards.length, waived, missing: missingCards.length, pooling } };
}

function criterionStep(panel: Panel, means: Means, at: number): Step {
  const { key: criterion = '', weight = 0 } = panel.criteria[at] ?? {};
  const groups = means.groups[at] ?? [];
  const mean = meanLevel(means, at);
  if (mean === null) return { code: 'criterion_unrated', params: { criterion, weight } };
  const params = {
    criterion,
    n: groups.reduce((count, group) => count + group.n, 0),
    mean: nearestDouble(mean),
    value: nearestDouble({ numerator: means.scaled[at] ?? 0n, denominator: means.unit }),
    weight,
  };
  if (panel.pooling === 'by_rater') return { code: 'criterion_mean', params };
  const rounds = groups.map(({ round, n, sum }) => ({ round: panel.rounds[round] ?? '', n, mean: sum / n }));
  return { code: 'criterion_mean_by_round', params: { ...params, rounds } };
}

function signalStep(panel: Panel, means: Means, at: number): Step {
  const entry = panel.signals[at];
  if (entry === undefined) throw new Error(`no signal ${at}`);
  const { signal, reading } = entry;
  const value = readingValue(reading, means);
  if (value === null) return { code: 'signal_without_value', params: { signal: signal.key, kind: signal.kind } };
  if (signal.kind === 'matrix' && reading.kind === 'matrix') {
    const [x, y] = [formValue(reading.x, means), formValue(reading.y, means)];
    const params = {
      signal: signal.key,
      x: printed(x),
      xThreshold: signal.x.threshold,
      y: printed(y),
      yThreshold: signal.y.threshold,
      quadrant: quadrantOf(signal, x, y) ?? '',
      value: nearestDouble(value),
    };
    return { code: 'matrix_value', params };
  }
  if (signal.kind === 'matrix') throw new Error(`signal ${signal.key} is not read as a matrix`);
  const unrated = signal.inputs.map((input) => input.criterion).filter((key) => isUnrated(panel, means, key));
  return {
    code: 'signal_value',
    params: { signal: signal.key, kind: signal.kind, value: nearestDouble(value), unrated },
  };
}

function isUnrated(panel: Panel, means: Means, key: string): boolean {
  return (means.scaled[panel.positions.get(key) ?? -1] ?? null) === null;
}

function printed(value: Fraction | null): number {
  return value === null ? 0 : nearestDouble(value);
}

function overallStep(value: Fraction | null): Step {
  if (value === null) return { code: 'overall_without_value', params: {} };
  return { code: 'overall_value', params: { value: nearestDouble(value) } };
}

function decidingSteps(panel: Panel, { deciding, rank }: Evaluation): Step[] {
  const key = panel.decidingKey;
  if (deciding === null || rank === null) return [{ code: 'deciding_without_value', params: { key } }];
  const value = nearestDouble(deciding);
  const { no_hire, hire, strong_hire } = panel.packet.rubric.policy?.thresholds ?? DEFAULT_THRESHOLDS;
  const outcome = outcomeOfRank(rank);
  const threshold = [no_hire, no_hire, hire, strong_hire][rank] ?? no_hire;
  return [
    { code: 'deciding_value', params: { key, value } },
    { code: rank === 0 ? 'below_every_threshold' : 'threshold_met', params: { value, outcome, threshold } },
  ];
}

function gateStep(panel: Panel, evaluation: Evaluation, gate: Gate, triggered: boolean): Step {
  const { means, cards } = evaluation;
  const head = { gate: gate.key, triggered, effect: gate.effect };
  switch (gate.kind) {
    case 'minimum_level': {
      const mean = meanLevel(means, panel.positions.get(gate.criterion) ?? -1);
      const { criterion, level } = gate;
      const params = { ...head, criterion, level, mean: mean === null ? null : nearestDouble(mean) };
      return { code: 'gate_minimum_level', params };
    }
    case 'minimum_evidence': {
      const have = cards.reduce((count, card) => count + (card.forms.get(gate.form) ?? 0), 0);
      return { code: 'gate_minimum_evidence', params: { ...head, form: gate.form, have, need: gate.count } };
    }
    case 'quadrant': {
      const reading = matrixOf(panel, gate)?.reading;
      const quadrant = reading?.kind === 'matrix' ? quadrantOf(reading.signal, formValue(reading.x, means), formValue(reading.y, means)) : null;
      return { code: 'gate_quadrant', params: { ...head, signal: gate.signal, quadrant, allowed: gate.allowed } };
    }
    case 'veto': {
      const by = panel.packet.vetoes.flatMap((veto) => (veto.seat === gate.seat && veto.by ? [veto.by] : []));
      return { code: 'gate_veto', params: { ...head, seat: gate.seat, by } };
    }
  }
}

function cappedStep(panel: Panel, { capped, rank, triggered }: Evaluation): Step[] {
  if (!capped || rank === null || rank <= NO_HIRE) return [];
  const gates = panel.gates.filter((gate, at) => gate.effect === 'cap_no_hire' && triggered[at] === true);
  const params = { from: outcomeOfRank(rank), to: outcomeOfRank(NO_HIRE), gates: gates.map((gate) => gate.key) };
  return [{ code: 'capped', params }];
}

function missingStep(panel: Panel, missing: Missing): Step {
  switch (missing.kind) {
    case 'deciding':
      return { code: 'missing_deciding', params: { key: panel.decidingKey } };
    case 'raters': {
      const { criterion, have, need } = missing;
      return { code: 'missing_raters', params: { criterion, have, need } };
    }
    case 'scorecard': {
      const { scorecard } = missing;
      return { code: 'missing_scorecard', params: { scorecard, interviewer: interviewerOf(panel, scorecard) } };
    }
    case 'evidence': {
      const { scorecard, criterion } = missing;
      const interviewer = interviewerOf(panel, scorecard);
      return { code: 'missing_evidence', params: { scorecard, interviewer, criterion } };
    }
  }
}

function interviewerOf({ packet }: Panel, id: string): string | null {
  return packet.scorecards.find((card) => card.id === id)?.interviewer ?? null;
}
