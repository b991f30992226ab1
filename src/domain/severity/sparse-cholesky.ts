import type { FactorPattern } from './minimum-degree.js';

/**
 * A = L Lᵀ for a sparse symmetric positive definite A, solving with it, and its log determinant.
 *
 * Source: Davis (2006), Direct Methods for Sparse Linear Systems, ch. 4 (left-looking factor).
 */

/**
 * Subtracts from column `j` what the columns left of it owe to it, and passes each on to its next row. Columns with the same rows
 * from here on as column `j` (most of them, in the dense tail) are subtracted in place, four at a time; the others go
 * through `work`, where rows have their own places.
 */
function gather(pattern: FactorPattern, factor: Float64Array, j: number, work: Float64Array, links: Links): void {
  const { start, row } = pattern;
  const length = start[j + 1]! - start[j]!;
  const alike: number[] = [];
  let k = links.first[j]!;
  while (k >= 0) {
    const after = links.next[k]!;
    const from = links.at[k]!;
    const end = start[k + 1]!;
    if (end - from === length) alike.push(from);
    else {
      const scale = factor[from]!;
      for (let p = from; p < end; p++) work[row[p]!] = work[row[p]!]! - scale * factor[p]!;
    }
    advance(pattern, k, from + 1, links);
    k = after;
  }
  subtractAlike(factor, start[j]!, length, alike);
}

/** Subtracts from the `length` numbers at `to` the columns at `from`, each times its own first number. */
function subtractAlike(factor: Float64Array, to: number, length: number, from: readonly number[]): void {
  let i = 0;
  for (; i + 3 < from.length; i += 4) {
    const [p, q, r, s] = [from[i]!, from[i + 1]!, from[i + 2]!, from[i + 3]!];
    const [fp, fq, fr, fs] = [factor[p]!, factor[q]!, factor[r]!, factor[s]!];
    for (let t = 0; t < length; t++)
      factor[to + t] = factor[to + t]! - (fp * factor[p + t]! + fq * factor[q + t]! + (fr * factor[r + t]! + fs * factor[s + t]!));
  }
  for (; i < from.length; i++) {
    const p = from[i]!;
    const fp = factor[p]!;
    for (let t = 0; t < length; t++) factor[to + t] = factor[to + t]! - fp * factor[p + t]!;
  }
}

/** For each row the list of columns whose next entry to use lies in it. */
interface Links {
  readonly first: Int32Array;
  readonly next: Int32Array;
  readonly at: Int32Array;
}

function advance(pattern: FactorPattern, k: number, to: number, links: Links): void {
  links.at[k] = to;
  if (to >= pattern.start[k + 1]!) return;
  const r = pattern.row[to]!;
  links.next[k] = links.first[r]!;
  links.first[r] = k;
}

/**
 * The factor L. In: pattern and the values of A on it (zero at fill). Out: values of L on the pattern.
 * Throws `RangeError` when A is not positive definite.
 */
export function factorise(pattern: FactorPattern, values: Float64Array): Float64Array {
  const { size, start, row } = pattern;
  const factor = new Float64Array(values.length);
  const work = new Float64Array(size);
  const links = { first: new Int32Array(size).fill(-1), next: new Int32Array(size), at: new Int32Array(size) };
  for (let j = 0; j < size; j++) {
    const end = start[j + 1]!;
    for (let p = start[j]!; p < end; p++) factor[p] = values[p]!;
    gather(pattern, factor, j, work, links);
    for (let p = start[j]!; p < end; p++) {
      factor[p] = factor[p]! + work[row[p]!]!;
      work[row[p]!] = 0;
    }
    const pivot = factor[start[j]!]!;
    if (!(pivot > 0)) throw new RangeError('The system is not positive definite.');
    const root = Math.sqrt(pivot);
    for (let p = start[j]!; p < end; p++) factor[p] = factor[p]! / root;
    advance(pattern, j, start[j]! + 1, links);
  }
  return factor;
}

/** log det A from its factor. */
export function logDeterminant(pattern: FactorPattern, factor: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < pattern.size; j++) sum += Math.log(factor[pattern.start[j]!]!);
  return 2 * sum;
}

/** Solves A x = b, both in elimination order. */
export function solveFactored(pattern: FactorPattern, factor: Float64Array, b: Float64Array): Float64Array {
  const { size, start, row } = pattern;
  const x = Float64Array.from(b);
  for (let j = 0; j < size; j++) {
    const xj = (x[j] = x[j]! / factor[start[j]!]!);
    for (let p = start[j]! + 1; p < start[j + 1]!; p++) x[row[p]!] = x[row[p]!]! - factor[p]! * xj;
  }
  for (let j = size - 1; j >= 0; j--) {
    let sum = x[j]!;
    for (let p = start[j]! + 1; p < start[j + 1]!; p++) sum -= factor[p]! * x[row[p]!]!;
    x[j] = sum / factor[start[j]!]!;
  }
  return x;
}
