/**
 * Quantiles of how long stays last, those still open counted as not yet ended. A stay open after t days is longer than t; its share goes to
 * the longer ones in equal parts (Efron's redistribution to the right, which gives the product-limit estimate of Kaplan and Meier);
 * what is left beyond the longest ended stay is longer than can be said. Laid end to end in order, n stays cover [0, n], each for as long
 * as its share; the p-quantile is the mean length over [(n − 1) p, (n − 1) p + 1]. With nothing open every share is 1, and this is
 * type 7 (R's default) to the letter. Seeing an open stay longer moves shares to longer stays only, so that it never lowers a quantile.
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

/** Shares are sums of fractions: ends of a window nearer to each other than this are one. */
const ROUNDING = 1e-9;

/** A length with its share, counted in stays: at least 1, and exactly 1 without open ones. A null length is longer than can be said. */
interface Share {
  readonly length: number | null;
  readonly share: number;
}

/** Shares of ended stays, in order, after the open ones gave theirs away. Of one length, an end comes before an open stay, which lasts longer. */
function shares(stays: readonly Stay[]): readonly Share[] {
  const inOrder = [...stays].sort((one, other) => one.length - other.length || Number(one.open) - Number(other.open));
  const found: Share[] = [];
  let left = inOrder.length;
  let openSince = 0;
  inOrder.forEach((stay, index) => {
    openSince = stay.open ? openSince + 1 : 0;
    if (stay.open) return;
    const share = left / (inOrder.length - index);
    found.push({ length: stay.length, share });
    left -= share;
  });
  // Open stays longer than every ended one: each keeps its own part of what is left.
  const beyond = Array.from({ length: openSince }, (): Share => ({ length: null, share: left / openSince }));
  return [...found, ...beyond];
}

/**
 * The p-quantile of the lengths.
 *
 * In: stays, and p in [0, 1]. Out: a length in the stays' unit; null when there is none, or when so many are open that it is longer than any
 * that ended. Errors: none; p outside [0, 1] is taken as the nearer end.
 */
export function stayQuantile(stays: readonly Stay[], p: number): number | null {
  const found = shares(stays);
  const from = Math.min(Math.max(p, 0), 1) * (stays.length - 1);
  let end = 0;
  for (const [index, { length, share }] of found.entries()) {
    const next = found[index + 1];
    end += share;
    // Every share is at least 1: the window lies in one of them or in two neighbours.
    const beyond = from + 1 - end;
    if (!next || beyond <= ROUNDING) return length;
    if (beyond < 1) return between(length, next.length, beyond);
  }
  return null;
}

function between(lower: number | null, upper: number | null, way: number): number | null {
  return lower === null || upper === null ? null : lower + way * (upper - lower);
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
