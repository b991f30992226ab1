/**
 * The pooled mean of each criterion, exactly. `by_rater` is the plain mean of the cards that rated it; `by_round` is the
 * mean of the means inside each round, so that a round with many interviewers does not outvote the others.
 *
 * Source: product design, "Recommendation"; interface design, fine print "by_round".
 */
import type { Fraction } from './fraction.js';
import { leastCommonMultiple } from './fraction.js';
import type { LinearForm, Panel, PanelCard, Reading } from './panel.js';

/** What one criterion got in one round (or, pooled by rater, in all rounds together). */
export interface Group {
  readonly round: number;
  readonly n: number;
  readonly sum: number;
}

/**
 * Every criterion's pooled mean over one common unit: the mean of criterion c is `1 + scaled[c] / common` levels, and on
 * the scale from 0 to 1 it is `scaled[c] / unit`.
 */
export interface Means {
  readonly groups: readonly (readonly Group[])[];
  readonly scaled: readonly (bigint | null)[];
  readonly common: bigint;
  readonly unit: bigint;
}

/** Pool the given cards' levels. Out: null for a criterion nobody rated. */
export function poolMeans(panel: Panel, cards: readonly PanelCard[]): Means {
  const groups = panel.criteria.map((_criterion, at) => groupsOf(panel, cards, at));
  const common = leastCommonMultiple(denominators(groups));
  const scaled = groups.map((list) => (list.length === 0 ? null : scaledMean(list, common)));
  return { groups, scaled, common, unit: common * BigInt(panel.levels - 1) };
}

function groupsOf(panel: Panel, cards: readonly PanelCard[], criterion: number): readonly Group[] {
  const groups: { round: number; n: number; sum: number }[] = [];
  for (const card of cards) {
    const level = card.levels[criterion] ?? 0;
    if (level === 0) continue;
    const round = panel.pooling === 'by_round' ? card.round : 0;
    const group = groups.find((one) => one.round === round);
    if (group === undefined) groups.push({ round, n: 1, sum: level });
    else {
      group.n += 1;
      group.sum += level;
    }
  }
  return groups;
}

function denominators(groups: readonly (readonly Group[])[]): ReadonlySet<bigint> {
  const sizes = new Set<number>();
  for (const list of groups) for (const group of list) sizes.add(group.n * list.length);
  return new Set([...sizes].map(BigInt));
}

function scaledMean(groups: readonly Group[], common: bigint): bigint {
  let sum = 0n;
  for (const group of groups) sum += BigInt(group.sum - group.n) * levelStep(group, groups, common);
  return sum;
}

/** How far one level more on one card of the group moves the criterion's scaled mean. */
export function levelStep(group: Group, groups: readonly Group[], common: bigint): bigint {
  return common / BigInt(group.n * groups.length);
}

/** The mean of criterion `at` in levels, or null. */
export function meanLevel(means: Means, at: number): Fraction | null {
  const scaled = means.scaled[at] ?? null;
  return scaled === null ? null : { numerator: means.common + scaled, denominator: means.common };
}

/** A weighted mean in [0, 1] over the rated inputs; null where none is rated or those rated weigh nothing. */
export function formValue(form: LinearForm, means: Means): Fraction | null {
  let sum = 0n;
  let total = 0n;
  for (const { criterion, weight } of form.inputs) {
    const scaled = means.scaled[criterion] ?? null;
    if (scaled === null || weight === 0n) continue;
    sum += weight * scaled;
    total += weight;
  }
  return total === 0n ? null : { numerator: sum, denominator: total * means.unit };
}

/** The value of a reading in [0, 1], or null; a matrix is read as the mean of its axes, null where an axis is. */
export function readingValue(reading: Reading, means: Means): Fraction | null {
  switch (reading.kind) {
    case 'linear':
      return formValue(reading.form, means);
    case 'weakest':
      return weakestValue(reading.criteria, means);
    case 'matrix':
      return midpoint(formValue(reading.x, means), formValue(reading.y, means));
  }
}

function weakestValue(criteria: readonly number[], means: Means): Fraction | null {
  let least: bigint | null = null;
  for (const criterion of criteria) {
    const scaled = means.scaled[criterion] ?? null;
    if (scaled !== null && (least === null || scaled < least)) least = scaled;
  }
  return least === null ? null : { numerator: least, denominator: means.unit };
}

/** The mean of two values, null where either is. */
export function midpoint(x: Fraction | null, y: Fraction | null): Fraction | null {
  if (x === null || y === null) return null;
  return {
    numerator: x.numerator * y.denominator + y.numerator * x.denominator,
    denominator: 2n * x.denominator * y.denominator,
  };
}
