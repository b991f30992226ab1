/**
 * A packet made ready for exact arithmetic: names become positions, weights and thresholds become whole numbers in their
 * decimals' ratio, and of the scorecards only the submitted ones are kept, because only they are counted.
 *
 * Source: interface design, fine print "Numbers", "Defaults" and "Who counts".
 */
import type { Gate, MatrixSignal, Pooling, Signal, WeightedInput } from '../rubric/rubric.js';
import { scaledDecimals } from './decimal.js';
import type { Packet, PacketScorecard, Verdict } from './packet.js';
import { DEFAULT_THRESHOLDS } from './packet.js';

/** A weighted mean of criteria. The weights are whole numbers; only their ratio means anything. */
export interface LinearForm {
  readonly inputs: readonly { readonly criterion: number; readonly weight: bigint; readonly decimal: number }[];
  /** Whole numbers per unit of weight as written in the rubric. */
  readonly scale: bigint;
}

/** How one number between 0 and 1 comes out of the criteria's means. */
export type Reading =
  | { readonly kind: 'linear'; readonly form: LinearForm }
  | { readonly kind: 'weakest'; readonly criteria: readonly number[] }
  | { readonly kind: 'matrix'; readonly x: LinearForm; readonly y: LinearForm; readonly signal: MatrixSignal };

export interface PanelCriterion {
  readonly key: string;
  /** As written; for the steps. */
  readonly weight: number;
  /** Raters it must have; 0 unless required. */
  readonly need: number;
  readonly evidenceRequired: boolean;
}

export interface PanelCard {
  readonly id: string;
  /** Position of its round among the rounds met in the packet. */
  readonly round: number;
  readonly verdict: Verdict | null;
  /** One per criterion in rubric order; 0 where not rated. */
  readonly levels: readonly number[];
  /** Positions of rated criteria whose required evidence is not there, in rubric order. */
  readonly withoutEvidence: readonly number[];
  /** Items of evidence per form. */
  readonly forms: ReadonlyMap<string, number>;
}

export interface Panel {
  readonly packet: Packet;
  /** L, the number of levels. */
  readonly levels: number;
  readonly pooling: Pooling;
  readonly criteria: readonly PanelCriterion[];
  readonly positions: ReadonlyMap<string, number>;
  readonly rounds: readonly string[];
  readonly cards: readonly PanelCard[];
  readonly missingCards: readonly string[];
  readonly overall: Reading;
  readonly signals: readonly { readonly signal: Signal; readonly reading: Reading }[];
  readonly decidingKey: string;
  readonly deciding: Reading;
  readonly gates: readonly Gate[];
  /** Thresholds of no_hire, hire and strong_hire as whole numbers over `thresholdScale`. */
  readonly thresholds: readonly [bigint, bigint, bigint];
  readonly thresholdScale: bigint;
}

/** Make a valid packet ready. In: a packet as `parsePacket` accepts it. Out: the panel; nothing is refused here. */
export function panelOf(packet: Packet): Panel {
  const { rubric } = packet;
  const criteria = rubric.criteria.map((criterion) => ({
    key: criterion.key,
    weight: criterion.weight ?? 1,
    need: criterion.required === true ? (criterion.minimumRaters ?? 1) : 0,
    evidenceRequired: criterion.evidence === 'required',
  }));
  const positions = new Map(criteria.map((criterion, at) => [criterion.key, at]));
  const overall: Reading = {
    kind: 'linear',
    form: linearForm(
      criteria.map((criterion) => ({ criterion: criterion.key, weight: criterion.weight })),
      positions,
    ),
  };
  const signals = (rubric.signals ?? []).map((signal) => ({ signal, reading: readingOf(signal, positions) }));
  const decidingKey = rubric.policy?.deciding ?? 'overall';
  const rounds = [...new Set(packet.scorecards.map((card) => card.round ?? ''))];
  const submitted = packet.scorecards.filter((card) => card.status === 'submitted');
  return {
    packet,
    levels: rubric.scale.levels,
    pooling: rubric.policy?.pooling ?? 'by_rater',
    criteria,
    positions,
    rounds,
    cards: submitted.map((card) => panelCard(card, criteria, positions, rounds)),
    missingCards: packet.scorecards.filter((card) => card.status === 'missing').map((card) => card.id),
    overall,
    signals,
    decidingKey,
    deciding: signals.find(({ signal }) => signal.key === decidingKey)?.reading ?? overall,
    gates: rubric.gates ?? [],
    ...thresholdsOf(packet),
  };
}

function thresholdsOf(packet: Packet): Pick<Panel, 'thresholds' | 'thresholdScale'> {
  const { no_hire, hire, strong_hire } = packet.rubric.policy?.thresholds ?? DEFAULT_THRESHOLDS;
  const { scaled, scale } = scaledDecimals([no_hire, hire, strong_hire]);
  const [low = 0n, middle = 0n, high = 0n] = scaled;
  return { thresholds: [low, middle, high], thresholdScale: scale };
}

function readingOf(signal: Signal, positions: ReadonlyMap<string, number>): Reading {
  switch (signal.kind) {
    case 'weighted_mean':
      return { kind: 'linear', form: linearForm(signal.inputs, positions) };
    case 'weakest_link':
      return { kind: 'weakest', criteria: signal.inputs.map((input) => positionOf(input.criterion, positions)) };
    case 'matrix':
      return {
        kind: 'matrix',
        x: linearForm(signal.x.inputs, positions),
        y: linearForm(signal.y.inputs, positions),
        signal,
      };
  }
}

function linearForm(inputs: readonly WeightedInput[], positions: ReadonlyMap<string, number>): LinearForm {
  const decimals = inputs.map((input) => input.weight ?? 1);
  const { scaled, scale } = scaledDecimals(decimals);
  return {
    inputs: inputs.map((input, at) => ({
      criterion: positionOf(input.criterion, positions),
      weight: scaled[at] ?? 0n,
      decimal: decimals[at] ?? 0,
    })),
    scale,
  };
}

function positionOf(key: string, positions: ReadonlyMap<string, number>): number {
  const position = positions.get(key);
  if (position === undefined) throw new Error(`unknown criterion ${key}`);
  return position;
}

function panelCard(
  card: PacketScorecard,
  criteria: readonly PanelCriterion[],
  positions: ReadonlyMap<string, number>,
  rounds: readonly string[],
): PanelCard {
  const levels = criteria.map(() => 0);
  const withoutEvidence: number[] = [];
  const forms = new Map<string, number>();
  for (const rating of card.ratings ?? []) {
    const position = positionOf(rating.criterion, positions);
    const evidence = rating.evidence ?? [];
    levels[position] = rating.level ?? 0;
    if (rating.level !== null && evidence.length === 0 && criteria[position]?.evidenceRequired) {
      withoutEvidence.push(position);
    }
    for (const { form } of evidence) if (typeof form === 'string') forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  withoutEvidence.sort((left, right) => left - right);
  return {
    id: card.id,
    round: rounds.indexOf(card.round ?? ''),
    verdict: card.verdict ?? null,
    levels,
    withoutEvidence,
    forms,
  };
}
