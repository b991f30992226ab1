import { invalid, type Fault } from '../refusal.js';

/**
 * One score per subject (candidate) and rater (interviewer), turned from names into numbers, so that the arithmetic that
 * follows touches only arrays. The order of rows never matters beyond the last digits of rounding.
 *
 * Source: product design, "Severity": one weighted score per candidate and interviewer.
 */

export interface ScoredRating {
  readonly subject: string;
  readonly rater: string;
  /** In the units of the scale, for example levels 1 to 5. */
  readonly score: number;
}

/** One grouping of the ratings: its names, and for each rating the number of its name. */
export interface Grouping {
  readonly ids: readonly string[];
  readonly of: Int32Array;
}

export interface RatingsTable {
  readonly subjects: Grouping;
  readonly raters: Grouping;
  readonly scores: Float64Array;
}

function group(names: readonly string[]): Grouping {
  const numbers = new Map<string, number>();
  const of = new Int32Array(names.length);
  names.forEach((name, i) => {
    const known = numbers.get(name);
    of[i] = known ?? numbers.size;
    if (known === undefined) numbers.set(name, numbers.size);
  });
  return { ids: [...numbers.keys()], of };
}

/**
 * Numbers subjects and raters in order of first appearance.
 * In: ratings with finite scores, at most one per subject and rater. Out: the same ratings as arrays.
 * Refuses (`validation_failed`, pointer to the row and field) a score that is not a finite number and a repeated pair.
 */
export function ratingsTable(ratings: readonly ScoredRating[]): RatingsTable {
  const subjects = group(ratings.map((r) => r.subject));
  const raters = group(ratings.map((r) => r.rater));
  const seen = new Set<number>();
  const faults: Fault[] = [];
  ratings.forEach((rating, i) => {
    if (!Number.isFinite(rating.score)) faults.push({ pointer: `/${i}/score`, code: 'not_a_number', detail: 'The score must be a finite number.' });
    const pair = (subjects.of[i] ?? 0) * raters.ids.length + (raters.of[i] ?? 0);
    if (seen.has(pair))
      faults.push({
        pointer: `/${i}/rater`,
        code: 'duplicate',
        detail: `Rater "${rating.rater}" scores subject "${rating.subject}" twice; give one score per pair.`,
      });
    seen.add(pair);
  });
  if (faults.length > 0) throw invalid(faults);
  return { subjects, raters, scores: Float64Array.from(ratings, (r) => r.score) };
}
