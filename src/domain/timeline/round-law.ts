/**
 * How long a round takes, from the organisation's own passages through it. A passage still open has not yet ended: it
 * counts among those at risk for as long as it has lasted, and no longer. A passage that ended the application competes
 * with advancing; the law is that of the applications that advance (Aalen–Johansen, normalised). One more, endless
 * passage is counted along, so that longer than ever seen stays possible. The slowest tenth is too thin to count day by
 * day: it falls off as a Pareto tail, under which the longer a passage has lasted, the longer it may still last.
 *
 * Sources: Kaplan & Meier 1958, JASA 53:457; Aalen & Johansen 1978, Scand. J. Statist. 5:141; Hill 1968, JASA 63:677, for
 * the extra passage, and Hill 1975, Ann. Statist. 3:1163, for the tail.
 */
import { HORIZON, normalised, type DayLaw } from './day-law.js';

/** One passage through a round, in business days. */
export interface Spell {
  /** ≥ 0. */
  readonly days: number;
  /** `open`: had lasted so long without an end. */
  readonly end: 'advanced' | 'ended' | 'open';
}

interface DayCount {
  advanced: number;
  ended: number;
  open: number;
}

function countByDay(spells: readonly Spell[]): readonly DayCount[] {
  const counts = Array.from({ length: HORIZON + 1 }, (): DayCount => ({ advanced: 0, ended: 0, open: 0 }));
  for (const { days, end } of spells) {
    const count = counts[Math.min(days, HORIZON)];
    if (count) count[end] += 1;
  }
  return counts;
}

/** Where the tail begins: the day after which no more than a tenth of the spells (at least five) had lasted. */
function tailStart(spells: readonly Spell[]): number {
  const lengths = spells.map((spell) => spell.days).sort((a, b) => b - a);
  return lengths[Math.max(5, Math.ceil(spells.length / 10))] ?? lengths.at(-1) ?? 0;
}

/** No tail is taken to be heavier than this: one in ten lasts ten times as long. */
const SLOWEST_FALL = 1;

/**
 * How fast the tail falls off: the exponent of a Pareto tail, by Hill's estimator with open spells as censored, drawn by
 * one observation's weight towards 2.
 */
function tailExponent(spells: readonly Spell[], start: number): number {
  const beyond = spells.filter((spell) => spell.days > start);
  const exits = beyond.filter((spell) => spell.end !== 'open').length;
  const logs = beyond.reduce((sum, { days }) => sum + Math.log((days + 1) / (start + 1)), 0);
  return Math.max(SLOWEST_FALL, (exits + 1) / (logs + 0.5));
}

export interface ProductLimit {
  /** Chance of still being in the round after each day 0 … last. */
  readonly staying: readonly number[];
  /** Chance of advancing on each day 0 … last. */
  readonly advancing: readonly number[];
}

/**
 * The product-limit estimate by day, with advancing and ending as competing ways to leave.
 * @param lastDay last day looked at, ≥ 0  @param endless passages counted along that never end
 */
export function productLimit(spells: readonly Spell[], lastDay: number, endless: number): ProductLimit {
  const staying: number[] = [];
  const advancing: number[] = [];
  let atRisk = spells.length + endless;
  let left = 1;
  for (const count of countByDay(spells).slice(0, lastDay + 1)) {
    // Seen open after `day` days says only that it lasts at least that long: it is not at risk on that day.
    atRisk -= count.open;
    const leaving = count.advanced + count.ended;
    advancing.push(leaving > 0 ? (left * count.advanced) / atRisk : 0);
    left *= leaving > 0 ? 1 - leaving / atRisk : 1;
    staying.push(left);
    atRisk -= leaving;
  }
  return { staying, advancing };
}

/**
 * The law of a round's length for applications that advance.
 * @param spells at least one `advanced`
 */
export function roundLaw(spells: readonly Spell[]): DayLaw {
  const start = tailStart(spells);
  const { staying, advancing } = productLimit(spells, start, 1);
  const weights = new Float64Array(HORIZON + 1);
  weights.set(advancing);
  const advanced = spells.filter((spell) => spell.end === 'advanced').length;
  const share = advanced / spells.filter((spell) => spell.end !== 'open').length;
  addTail(weights, start, (staying.at(-1) ?? 1) * share, tailExponent(spells, start));
  return normalised(weights);
}

/** Spreads `mass` over the days after `start` as a Pareto tail; what lies beyond the horizon stays at it. */
function addTail(weights: Float64Array, start: number, mass: number, exponent: number): void {
  const beyond = (day: number) => mass * ((start + 1) / (day + 1)) ** exponent;
  for (let day = start + 1; day < HORIZON; day += 1) weights[day] = beyond(day - 1) - beyond(day);
  weights[HORIZON] = (weights[HORIZON] ?? 0) + beyond(HORIZON - 1);
}

/** Ratio between the 90 % point and the median of a plan's law. */
const PLAN_SPREAD = 2;

/**
 * The law a plan stands in with while there is no history: the planned length as median, one in ten twice as long and one
 * in ten half as long. An assumption, and reported as one.
 * @param medianDays business days, > 0
 */
export function plannedLaw(medianDays: number): DayLaw {
  const sigma = Math.log(PLAN_SPREAD) / 1.2815515655446004;
  const mu = Math.log(Math.max(0.5, medianDays));
  const below = (days: number) => logistic((Math.log(days) - mu) / sigma);
  const weights = Array.from({ length: HORIZON + 1 }, (_, day) => (day === 0 ? below(0.5) : below(day + 0.5) - below(day - 0.5)));
  return normalised(weights);
}

/** The logistic law with the normal's 10 % and 90 % points stands in for it: same interval, a heavier tail. */
function logistic(z: number): number {
  return 1 / (1 + Math.exp((-z * Math.log(9)) / 1.2815515655446004));
}
