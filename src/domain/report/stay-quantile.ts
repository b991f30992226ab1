/**
 * Quantiles of how long stays last, those still open counted as not yet ended. A stay open after t days is longer than t; its share goes to
 * the longer ones in equal parts (Efron's redistribution to the right, which gives the product-limit estimate of Kaplan and Meier);
 * what is left beyond the longest ended stay is longer than can be said. Between two ended stays the quantile is interpolated as type 7
 * does (R's default): with shares m₁ … mₖ in order, stay i stands at (m₁ + … + mᵢ₋₁) / (1 − mₖ). With nothing open this is type 7 to the
 * letter: i − 1 over n − 1.
 *
 * Sources: Hyndman & Fan 1996, Am. Stat. 50:361, definition 7; Kaplan & Meier 1958, JASA 53:457; Efron 1967, Proc. 5th Berkeley Symp. 4:831.
 */

/** One stay, in any unit of time. */
export interface Stay {
  /** How long it lasted, or has lasted so far; ≥ 0. */
  readonly length: number;
  readonly open: boolean;
}

/** Fewer ended stays than this are few: a figure of so few says little. */
export const FEW_STAYS = 5;

/** Lengths in order with the share of all stays that ends there; the last may be null: longer than can be said. */
interface Share {
  readonly length: number | null;
  readonly share: number;
}

/**
 * Shares of ended stays after the open ones are redistributed. Ties: an end comes before an open stay of the same length, which lasts longer.
 */
function shares(stays: readonly Stay[]): readonly Share[] {
  const inOrder = [...stays].sort((one, other) => one.length - other.length || Number(one.open) - Number(other.open));
  const found: Share[] = [];
  let left = 1;
  let beyond = 0;
  let each = 0;
  inOrder.forEach((stay, index) => {
    const atRisk = inOrder.length - index;
    if (stay.open) {
      beyond += 1;
      return;
    }
    beyond = 0;
    each = left / atRisk;
    found.push({ length: stay.length, share: each });
    left -= each;
  });
  // Open stays longer than every ended one: each keeps its own part of what is left.
  for (let index = 0; index < beyond; index += 1) found.push({ length: null, share: left / beyond });
  return found;
}

/**
 * The p-quantile of the lengths.
 *
 * In: stays, and p in [0, 1]. Out: a length in the stays' unit; null when there is none, or when so many are open that it is longer than any
 * that ended. Errors: none; p outside [0, 1] is taken as the nearer end.
 */
export function stayQuantile(stays: readonly Stay[], p: number): number | null {
  const found = shares(stays);
  const last = found.at(-1);
  if (!last) return null;
  const whole = 1 - last.share;
  const wanted = Math.min(Math.max(p, 0), 1);
  if (found.length === 1 || whole <= 0) return last.length;
  let before = 0;
  let lower: { length: number | null; place: number } = { length: found[0]?.length ?? null, place: 0 };
  for (const { length, share } of found) {
    const place = before / whole;
    if (place >= wanted - 1e-12) return between(lower, { length, place }, wanted);
    lower = { length, place };
    before += share;
  }
  return last.length;
}

function between(lower: { length: number | null; place: number }, upper: { length: number | null; place: number }, p: number): number | null {
  if (upper.place - p <= 1e-12) return upper.length;
  if (lower.length === null || upper.length === null) return null;
  const way = (p - lower.place) / (upper.place - lower.place);
  return lower.length + way * (upper.length - lower.length);
}

export interface StayFigures {
  /** Stays counted, open ones included. */
  readonly n: number;
  readonly open: number;
  readonly median: number | null;
  readonly p90: number | null;
  /** Fewer than `FEW_STAYS` have ended. */
  readonly few: boolean;
}

/** In: the stays of one round. Out: how many, and their median and 90 % quantile in the stays' unit. */
export function stayFigures(stays: readonly Stay[]): StayFigures {
  const open = stays.filter((stay) => stay.open).length;
  return { n: stays.length, open, median: stayQuantile(stays, 0.5), p90: stayQuantile(stays, 0.9), few: stays.length - open < FEW_STAYS };
}
