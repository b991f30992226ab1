/**
 * Conversion of a round: of the applications whose round was decided one way or the other, the share that went on. Skipped rounds
 * decided nothing and those still waiting are not decided yet.
 *
 * Source: issue 5, item 3.
 */
export interface RoundFlow {
  readonly passed: number;
  readonly rejected: number;
  readonly withdrawn: number;
}

/** In: counts ≥ 0. Out: a share in [0, 1]; null while nothing was decided. */
export function conversionOf({ passed, rejected, withdrawn }: RoundFlow): number | null {
  const decided = passed + rejected + withdrawn;
  return decided === 0 ? null : passed / decided;
}
