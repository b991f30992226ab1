import type { FactorPattern } from './minimum-degree.js';

/**
 * Those entries of A⁻¹ that lie on the pattern of A's Cholesky factor L, without the rest. Written U for L with its diagonal
 * divided out and d for that diagonal squared, column j of the inverse Z follows from the columns right of it:
 *   Z[i,j] = −Σ_{k>j} Z[i,k] U[k,j],   Z[j,j] = 1/d[j] − Σ_{k>j} U[k,j] Z[k,j].
 *
 * Source: Takahashi, Fagan & Chin (1973), PICA 63–69; Erisman & Tinney (1975), CACM 18:177–179.
 */

/** A column being computed: where its entries below the diagonal lie, and U there (by place in the column). */
interface Column {
  readonly first: number;
  readonly end: number;
  readonly u: Float64Array;
}

/** In: the pattern and the factor's values on it. Out: the inverse's values on it. */
export function selectedInverse(pattern: FactorPattern, factor: Float64Array): Float64Array {
  const { size, start, row } = pattern;
  const inverse = new Float64Array(factor.length);
  const local = new Int32Array(size).fill(-1);
  const u = new Float64Array(size);
  for (let j = size - 1; j >= 0; j--) {
    const first = start[j]! + 1;
    const end = start[j + 1]!;
    const pivot = factor[first - 1]!;
    for (let p = first; p < end; p++) {
      u[p - first] = factor[p]! / pivot;
      local[row[p]!] = p - first;
    }
    const column = { first, end, u };
    for (let p = first; p < end;) p = sharesRows(pattern, p, end) ? four(pattern, inverse, column, p) : one(pattern, inverse, column, p, local);
    let diagonal = 1 / (pivot * pivot);
    for (let p = first; p < end; p++) {
      diagonal -= u[p - first]! * inverse[p]!;
      local[row[p]!] = -1;
    }
    inverse[first - 1] = diagonal;
  }
  return inverse;
}

/** Whether the next four columns this one leans on have just the rows that are left of this one. */
function sharesRows({ start, row }: FactorPattern, p: number, end: number): boolean {
  if (p + 4 > end) return false;
  const k = row[p]!;
  return start[k + 1]! - start[k]! === end - p && row[p + 3]! === k + 3 && start[k + 4]! - start[k + 3]! === end - p - 3;
}

/** Adds what entry `p` owes through column `row[p]` of the inverse; returns the next entry to do. */
function one({ start, row }: FactorPattern, inverse: Float64Array, column: Column, p: number, local: Int32Array): number {
  const { first, u } = column;
  const k = row[p]!;
  const from = start[k]!;
  const own = u[p - first]!;
  let sum = own * inverse[from]!;
  for (let q = from + 1; q < start[k + 1]!; q++) {
    const at = local[row[q]!]!;
    if (at < 0) continue;
    const z = inverse[q]!;
    inverse[first + at] = inverse[first + at]! - own * z;
    sum += u[at]! * z;
  }
  inverse[p] = inverse[p]! - sum;
  return p + 1;
}

/** The same for four entries whose columns share their rows with this one: walked side by side. */
function four({ start, row }: FactorPattern, inverse: Float64Array, column: Column, p: number): number {
  const { first, end, u } = column;
  const t = p - first;
  const k = row[p]!;
  // Places in the inverse such that adding an offset from `p` names the same row in each column.
  const [a, b, c, d] = [start[k]!, start[k + 1]! - 1, start[k + 2]! - 2, start[k + 3]! - 3];
  const [ua, ub, uc, ud] = [u[t]!, u[t + 1]!, u[t + 2]!, u[t + 3]!];
  let sa = ua * inverse[a]! + ub * inverse[a + 1]! + uc * inverse[a + 2]! + ud * inverse[a + 3]!;
  let sb = ua * inverse[a + 1]! + ub * inverse[b + 1]! + uc * inverse[b + 2]! + ud * inverse[b + 3]!;
  let sc = ua * inverse[a + 2]! + ub * inverse[b + 2]! + uc * inverse[c + 2]! + ud * inverse[c + 3]!;
  let sd = ua * inverse[a + 3]! + ub * inverse[b + 3]! + uc * inverse[c + 3]! + ud * inverse[d + 3]!;
  for (let o = 4; o < end - p; o++) {
    const za = inverse[a + o]!;
    const zb = inverse[b + o]!;
    const zc = inverse[c + o]!;
    const zd = inverse[d + o]!;
    const x = u[t + o]!;
    inverse[p + o] = inverse[p + o]! - (ua * za + ub * zb + (uc * zc + ud * zd));
    sa += x * za;
    sb += x * zb;
    sc += x * zc;
    sd += x * zd;
  }
  inverse[p] = inverse[p]! - sa;
  inverse[p + 1] = inverse[p + 1]! - sb;
  inverse[p + 2] = inverse[p + 2]! - sc;
  inverse[p + 3] = inverse[p + 3]! - sd;
  return p + 4;
}
