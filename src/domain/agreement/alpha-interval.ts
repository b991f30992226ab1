import { alphaOfMoments, pairableUnits, unitMoments, type UnitMoments, type UnitRatings } from './krippendorff-alpha.js';

/**
 * How far α (interval metric) could have come out otherwise: a 95 % percentile bootstrap that draws whole units with replacement.
 * The draws come from a generator with a fixed seed and units are put into an order of their own first, so the same ratings
 * always give the same interval, whatever their order and whatever the raters are called.
 *
 * Source: Zapf, Castell, Morawietz & Karch (2016), BMC Medical Research Methodology 16:93; Efron & Tibshirani (1993), ch. 13.
 */
export interface BootstrapPlan {
  readonly seed: number;
  readonly draws: number;
}

/** Part of the definition: changing either changes published intervals in the third digit. */
export const BOOTSTRAP_PLAN: BootstrapPlan = { seed: 20110125, draws: 2000 };

/** Mulberry32: 32-bit state, numbers in [0, 1). Enough for a bootstrap, never for secrets. */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The value below which a share of the sorted values lies, interpolated (R's type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return low + (high - low) * (at - Math.floor(at));
}

function* drawn(moments: readonly UnitMoments[], next: () => number): Generator<UnitMoments> {
  for (let i = 0; i < moments.length; i++) {
    const unit = moments[Math.floor(next() * moments.length)];
    if (unit !== undefined) yield unit;
  }
}

/**
 * The 95 % interval of α (interval metric).
 * In: the ratings of each unit. Out: [low, high], or null with fewer than two units rated twice, or where fewer than half of the
 * draws vary enough to have an α.
 */
export function alphaInterval95(units: readonly UnitRatings[], plan: BootstrapPlan = BOOTSTRAP_PLAN): readonly [number, number] | null {
  const pairable = pairableUnits(units);
  if (pairable.length < 2) return null;
  const moments = unitMoments(pairable);
  const next = generator(plan.seed);
  const alphas: number[] = [];
  for (let draw = 0; draw < plan.draws; draw++) {
    const alpha = alphaOfMoments(drawn(moments, next));
    if (alpha !== null) alphas.push(alpha);
  }
  if (alphas.length < plan.draws / 2) return null;
  const sorted = Float64Array.from(alphas).sort();
  return [quantile(sorted, 0.025), quantile(sorted, 0.975)];
}
