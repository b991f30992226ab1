import { minimumDegreePattern, type FactorPattern } from './minimum-degree.js';
import type { Grouping, RatingsTable } from './ratings-table.js';

/**
 * What the fit needs to know about who rated whom, worked out once: of the two groupings the one with more levels is
 * eliminated (its block of the equations is diagonal), the other is kept and factorised. With many candidates and few
 * interviewers that leaves a system over interviewers alone.
 *
 * Source: Bates, Mächler, Bolker & Walker (2015), J. Stat. Software 67(1), section 5; Schur complement of a diagonal block.
 */
export interface CrossedDesign {
  /** True when raters are the eliminated side, because there are more of them. */
  readonly ratersEliminated: boolean;
  readonly scores: Float64Array;
  readonly eliminated: Grouping;
  readonly kept: Grouping;
  /** Ratings per eliminated level. */
  readonly load: Float64Array;
  readonly pattern: FactorPattern;
  /** Kept level of each rating, in elimination order. */
  readonly column: Int32Array;
  /** Ratings per column. */
  readonly columnLoad: Float64Array;
  /** For each eliminated level, where its pairs of columns start in `pair`; one entry more than there are levels. */
  readonly pairStart: Float64Array;
  /** Place in the factor of each pair (diagonal pairs included) of columns that share an eliminated level. */
  readonly pair: Int32Array;
}

function levelLists(of: Int32Array, levels: number, values: Int32Array): Int32Array[] {
  const count = new Int32Array(levels);
  for (const level of of) count[level] = count[level]! + 1;
  const lists = Array.from(count, (n) => new Int32Array(n));
  const filled = new Int32Array(levels);
  of.forEach((level, i) => {
    const at = filled[level]!;
    lists[level]![at] = values[i]!;
    filled[level] = at + 1;
  });
  return lists;
}

function pairPlaces(pattern: FactorPattern, lists: readonly Int32Array[], members: readonly Int32Array[]) {
  const pairStart = new Float64Array(lists.length + 1);
  lists.forEach((list, a) => (pairStart[a + 1] = pairStart[a]! + (list.length * (list.length + 1)) / 2));
  const pair = new Int32Array(pairStart[lists.length]!);
  const cursor = new Int32Array(lists.length);
  const filled = Float64Array.from(pairStart);
  const place = new Int32Array(pattern.size);
  for (let c = 0; c < pattern.size; c++) {
    for (let p = pattern.start[c]!; p < pattern.start[c + 1]!; p++) place[pattern.row[p]!] = p;
    for (const a of members[c]!) {
      const list = lists[a]!;
      let at = filled[a]!;
      for (let t = cursor[a]!; t < list.length; t++) pair[at++] = place[list[t]!]!;
      filled[a] = at;
      cursor[a] = cursor[a]! + 1;
    }
  }
  return { pairStart, pair };
}

/** Prepares the fit. In: indexed ratings, one per pair. Out: orderings, patterns and counts; no scores are looked at. */
export function crossedDesign(table: RatingsTable): CrossedDesign {
  const ratersEliminated = table.raters.ids.length > table.subjects.ids.length;
  const eliminated = ratersEliminated ? table.raters : table.subjects;
  const kept = ratersEliminated ? table.subjects : table.raters;
  const levels = eliminated.ids.length;
  const pattern = minimumDegreePattern(kept.ids.length, levelLists(eliminated.of, levels, kept.of));
  const column = kept.of.map((level) => pattern.place[level]!);
  const lists = levelLists(eliminated.of, levels, column);
  for (const list of lists) list.sort();
  const members = levelLists(column, pattern.size, eliminated.of);
  return {
    ratersEliminated,
    scores: table.scores,
    eliminated,
    kept,
    load: Float64Array.from(lists, (list) => list.length),
    pattern,
    column,
    columnLoad: Float64Array.from(members, (list) => list.length),
    ...pairPlaces(pattern, lists, members),
  };
}
