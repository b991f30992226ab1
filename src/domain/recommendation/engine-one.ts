/**
 * Engine 1: the whole arithmetic, from a valid packet to the recommendation. An engine that has ever been used is never
 * changed in what it computes; another arithmetic is another engine.
 *
 * Source: product design, "Recommendation"; interface design, packet JSON, fine print and recommendation JSON.
 */
import { canonicalJson, sha256Hex } from '../audit/canonical-json.js';
import { contradictions } from './contradictions.js';
import { criterionFigures } from './criterion-figures.js';
import type { Evaluation } from './evaluation.js';
import { evaluate } from './evaluation.js';
import { explain } from './explain.js';
import type { Fraction } from './fraction.js';
import { nearestDouble, subtractFractions } from './fraction.js';
import { formValue, readingValue } from './means.js';
import { minimumFlips } from './minimum-flips.js';
import { quadrantOf } from './outcome.js';
import type { Packet } from './packet.js';
import type { Panel } from './panel.js';
import { panelOf } from './panel.js';
import type { GateFigures, Influence, LeftOut, Recommendation, SignalFigures, Stability } from './recommendation.js';
import { weightSensitivity } from './weight-sensitivity.js';

const ENGINE = 1;

/** Compute a recommendation. In: a valid packet. Out: the same bytes for the same packet, always. */
export function engineOne(packet: Packet): Recommendation {
  const panel = panelOf(packet);
  const evaluation = evaluate(panel, panel.cards);
  return {
    engine: ENGINE,
    inputHash: inputHash(packet),
    outcome: evaluation.outcome,
    deciding: { key: panel.decidingKey, value: printed(evaluation.deciding) },
    overall: printed(readingValue(panel.overall, evaluation.means)),
    criteria: criterionFigures(panel, evaluation),
    signals: signalFigures(panel, evaluation),
    gates: gateFigures(panel, evaluation),
    missing: evaluation.missing,
    stability: stability(panel, evaluation),
    contradictions: contradictions(panel),
    steps: explain(panel, evaluation),
  };
}

/** SHA-256 (hex) of the canonical JSON of exactly what was computed from. */
export function inputHash({ rubric, vetoes, scorecards }: Packet): string {
  return sha256Hex(canonicalJson({ rubric, vetoes, scorecards }));
}

function printed(value: Fraction | null): number | null {
  return value === null ? null : nearestDouble(value);
}

function signalFigures(panel: Panel, { means }: Evaluation): SignalFigures[] {
  return panel.signals.map(({ signal, reading }) => {
    const figures = { key: signal.key, kind: signal.kind, value: printed(readingValue(reading, means)) };
    if (reading.kind !== 'matrix') return figures;
    const quadrant = quadrantOf(reading.signal, formValue(reading.x, means), formValue(reading.y, means));
    return quadrant === null ? figures : { ...figures, quadrant };
  });
}

function gateFigures(panel: Panel, { triggered }: Evaluation): GateFigures[] {
  return panel.gates.map(({ key, effect }, at) => ({ key, triggered: triggered[at] === true, effect }));
}

function stability(panel: Panel, evaluation: Evaluation): Stability {
  const leaveOneOut: LeftOut[] = [];
  const influence: Influence[] = [];
  for (const card of panel.cards) {
    const without = evaluate(
      panel,
      panel.cards.filter((other) => other !== card),
    );
    leaveOneOut.push({ scorecard: card.id, outcome: without.outcome, deciding: printed(without.deciding) });
    influence.push({ scorecard: card.id, value: difference(evaluation.deciding, without.deciding) });
  }
  const weights = weightSensitivity(panel, evaluation);
  return { leaveOneOut, influence, minimumFlips: minimumFlips(panel, evaluation), weights };
}

function difference(left: Fraction | null, right: Fraction | null): number | null {
  return left === null || right === null ? null : nearestDouble(subtractFractions(left, right));
}
