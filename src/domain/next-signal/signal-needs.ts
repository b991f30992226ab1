/**
 * What a recommendation still needs. Missing evidence comes first, in rubric order: criteria with too few raters, and, where the
 * deciding value is null, the unrated criteria it is made of. Then what is unstable: a card without which the outcome is another
 * points to the criterion on which it weighs most; an outcome that at most two one-level steps flip points to the criteria of
 * those steps. Leaving a card out that makes evidence insufficient is no instability: the rubric's minimum is met with it.
 *
 * Source: product design, "Recommendation" (stability, missing); issue "The debrief room", item 8.
 */
import { evaluate } from '../recommendation/evaluation.js';
import { compareFractions, type Fraction, subtractFractions } from '../recommendation/fraction.js';
import type { Packet, PacketRubric } from '../recommendation/packet.js';
import { type Panel, type PanelCard, panelOf } from '../recommendation/panel.js';
import type { Missing, Recommendation } from '../recommendation/recommendation.js';
import type { FollowUp, NeedReason, SignalNeed, SignalNeeds } from './signal-need.js';

/** From here on an outcome is called steady. */
const STEADY_STEPS = 3;

type Named = readonly [criterion: string, reason: NeedReason];

/**
 * In: a packet and what the rules say about it. Out: each criterion at most once, the missing ones first, in rubric order within
 * missing and within unstable; and what people on the panel still owe. Total; nothing where the outcome is sufficient and steady.
 */
export function signalNeeds(packet: Packet, recommendation: Recommendation): SignalNeeds {
  const missing = [...rating(recommendation.missing), ...deciding(packet, recommendation)];
  const unstable =
    recommendation.outcome === 'insufficient_evidence' ? [] : [...oneCardDecides(packet, recommendation), ...fewStepsFlip(recommendation)];
  const order = packet.rubric.criteria.map(({ key }) => key);
  const firstOf = (named: readonly Named[]) => order.filter((key) => named.some(([criterion]) => criterion === key));
  const keys = [...new Set([...firstOf(missing), ...firstOf(unstable)])];
  return { needs: keys.map((key) => needOf(key, [...missing, ...unstable])), followUps: followUps(packet, recommendation.missing) };
}

function needOf(key: string, named: readonly Named[]): SignalNeed {
  const reasons = named.flatMap(([criterion, reason]) => (criterion === key ? [reason] : []));
  const raters = Math.max(1, ...reasons.map((reason) => (reason.kind === 'raters' ? reason.need - reason.have : 1)));
  return { criterion: key, raters, reasons };
}

function rating(missing: readonly Missing[]): Named[] {
  return missing.flatMap((one): Named[] => (one.kind === 'raters' ? [[one.criterion, { kind: 'raters', have: one.have, need: one.need }]] : []));
}

function deciding({ rubric }: Packet, { missing, criteria, deciding: { key } }: Recommendation): Named[] {
  if (!missing.some((one) => one.kind === 'deciding')) return [];
  const inputs = decidingCriteria(rubric, key);
  return criteria.flatMap((figures): Named[] => (figures.n === 0 && inputs.includes(figures.key) ? [[figures.key, { kind: 'deciding' }]] : []));
}

/** The criteria the deciding value is made of, without those that weigh nothing. */
function decidingCriteria({ criteria, signals = [] }: PacketRubric, key: string): string[] {
  const weighing = (inputs: readonly { readonly criterion: string; readonly weight?: number }[]) =>
    inputs.filter((input) => input.weight !== 0).map((input) => input.criterion);
  const signal = signals.find((one) => one.key === key);
  if (!signal) return weighing(criteria.map((criterion) => ({ criterion: criterion.key, weight: criterion.weight ?? 1 })));
  if (signal.kind === 'matrix') return weighing([...signal.x.inputs, ...signal.y.inputs]);
  return signal.kind === 'weakest_link' ? signal.inputs.map((input) => input.criterion) : weighing(signal.inputs);
}

function oneCardDecides(packet: Packet, { outcome, stability }: Recommendation): Named[] {
  const panel = panelOf(packet);
  return stability.leaveOneOut.flatMap((without): Named[] => {
    if (without.outcome === outcome || without.outcome === 'insufficient_evidence') return [];
    const card = panel.cards.find((one) => one.id === without.scorecard);
    const at = card === undefined ? undefined : heaviest(panel, card);
    const criterion = at === undefined ? undefined : panel.criteria[at]?.key;
    return criterion === undefined ? [] : [[criterion, { kind: 'one_card_decides', scorecard: without.scorecard, outcome: without.outcome }]];
  });
}

/** Where the card weighs most: the rating without which the outcome is another, then the one that moves the deciding value furthest. */
function heaviest(panel: Panel, card: PanelCard): number | undefined {
  const whole = evaluate(panel, panel.cards);
  const rated = card.levels.flatMap((level, at) => (level > 0 ? [at] : []));
  const tried = rated.map((at) => {
    const bare = { ...card, levels: card.levels.map((level, index) => (index === at ? 0 : level)) };
    const { outcome, deciding: value } = evaluate(
      panel,
      panel.cards.map((one) => (one === card ? bare : one)),
    );
    return { at, flips: outcome !== whole.outcome, moved: distance(whole.deciding, value) };
  });
  tried.sort((left, right) => Number(right.flips) - Number(left.flips) || compareFractions(right.moved, left.moved) || left.at - right.at);
  return tried[0]?.at;
}

function distance(left: Fraction | null, right: Fraction | null): Fraction {
  if (left === null || right === null) return { numerator: 0n, denominator: 1n };
  const { numerator, denominator } = subtractFractions(left, right);
  return { numerator: numerator < 0n ? -numerator : numerator, denominator };
}

function fewStepsFlip({ stability: { minimumFlips: flips } }: Recommendation): Named[] {
  if (flips === null || flips.count >= STEADY_STEPS) return [];
  const criteria = [...new Set(flips.changes.map((change) => change.criterion))];
  return criteria.map((criterion) => [criterion, { kind: 'few_steps_flip', count: flips.count, outcome: flips.outcome }]);
}

function followUps({ scorecards }: Packet, missing: readonly Missing[]): FollowUp[] {
  const interviewer = (id: string) => scorecards.find((card) => card.id === id)?.interviewer ?? null;
  return missing.flatMap((one): FollowUp[] => {
    if (one.kind === 'scorecard') return [{ kind: 'card', scorecard: one.scorecard, interviewer: interviewer(one.scorecard) }];
    return one.kind === 'evidence'
      ? [{ kind: 'evidence', scorecard: one.scorecard, interviewer: interviewer(one.scorecard), criterion: one.criterion }]
      : [];
  });
}
