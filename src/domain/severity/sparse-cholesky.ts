import type { FactorPattern } from './minimum-degree.js';

/**
 * A = L Lᵀ for a sparse symmetric positive definite A, solving with it, its log determinant, and those entries of A⁻¹ that
 * lie on the pattern of L — all that the gradient and the standard errors of a mixed model need.
 *
 * Source: Davis (2006), Direct Methods for Sparse Linear Systems, ch. 4 (left-looking factor); Takahashi, Fagan & Chin
 * (1973) and Erisman & Tinney (1975), CACM 18:177–179 (selected inverse).
 */

/** Subtracts from `work` what the columns left of `j` owe to column `j`, and passes each on to its next row. */
function gather(pattern: FactorPattern, factor: Float64Array, j: number, work: Float64Array, links: Links): void {
  const { start, row } = pattern;
  let k = links.first[j]!;
  while (k >= 0) {
    const after = links.next[k]!;
    const from = links.at[k]!;
    const end = start[k + 1]!;
    const scale = factor[from]!;
    for (let p = from; p < end; p++) {
      const r = row[p]!;
      work[r] = work[r]! - scale * factor[p]!;
    }
    advance(pattern, k, from + 1, links);
    k = after;
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
    for (let p = start[j]!; p < end; p++) work[row[p]!] = values[p]!;
    gather(pattern, factor, j, work, links);
    const pivot = work[j]!;
    if (!(pivot > 0)) throw new RangeError('The system is not positive definite.');
    const root = Math.sqrt(pivot);
    factor[start[j]!] = root;
    for (let p = start[j]! + 1; p < end; p++) factor[p] = work[row[p]!]! / root;
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

/** Entries of A⁻¹ on the pattern of L, last column first: each column needs only those right of it. */
export function selectedInverse(pattern: FactorPattern, factor: Float64Array): Float64Array {
  const { size, start, row } = pattern;
  const inverse = new Float64Array(factor.length);
  const local = new Int32Array(size).fill(-1);
  for (let j = size - 1; j >= 0; j--) {
    const first = start[j]! + 1;
    const end = start[j + 1]!;
    const pivot = factor[first - 1]!;
    for (let p = first; p < end; p++) local[row[p]!] = p;
    for (let p = first; p < end; p++) accumulate(pattern, inverse, factor, { p, end, pivot }, local);
    let diagonal = 1 / (pivot * pivot);
    for (let p = first; p < end; p++) {
      diagonal -= (factor[p]! / pivot) * inverse[p]!;
      local[row[p]!] = -1;
    }
    inverse[first - 1] = diagonal;
  }
  return inverse;
}

/** Entry `p` of a column of L that ends before `end` and has diagonal `pivot`. */
interface Entry {
  readonly p: number;
  readonly end: number;
  readonly pivot: number;
}

/**
 * Adds to the column being computed what its entry `p` owes through column `row[p]` of the inverse. Where that column has the
 * same rows as what is left of this one (always so in the dense tail), the two are walked side by side.
 */
function accumulate(
  { start, row }: FactorPattern,
  inverse: Float64Array,
  factor: Float64Array,
  { p, end, pivot }: Entry,
  local: Int32Array,
): void {
  const k = row[p]!;
  const from = start[k]!;
  const own = factor[p]! / pivot;
  let sum = 0;
  if (start[k + 1]! - from === end - p) {
    for (let at = p + 1, q = from + 1; at < end; at++, q++) {
      inverse[at] = inverse[at]! - own * inverse[q]!;
      sum += factor[at]! * inverse[q]!;
    }
  } else {
    for (let q = from + 1; q < start[k + 1]!; q++) {
      const at = local[row[q]!]!;
      if (at < 0) continue;
      inverse[at] = inverse[at]! - own * inverse[q]!;
      sum += factor[at]! * inverse[q]!;
    }
  }
  inverse[p] = inverse[p]! - sum / pivot - own * inverse[from]!;
}
