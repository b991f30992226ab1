/**
 * Agreement without correction for chance, to be shown next to the corrected figures: they can be low while people agree
 * almost always, when nearly everything gets the same rating.
 *
 * Source: Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed., ch. 2 (percent agreement with missing ratings).
 */

/**
 * The chance that two raters, picked from those who rated a unit picked from those rated twice, agree.
 * In: the ratings of each unit; values count as equal within `tolerance` (≥ 0, in their units). Out: a share in [0, 1], or null when
 * no unit is rated twice.
 */
export function rawAgreement(units: readonly (readonly number[])[], tolerance = 0): number | null {
  const shares = units.filter((unit) => unit.length > 1).map((unit) => pairsAgreeing(unit, tolerance));
  return shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/** The share of units rated twice or more whose ratings all lie within `tolerance` of each other; null without any. */
export function fullAgreement(units: readonly (readonly number[])[], tolerance = 0): number | null {
  const rated = units.filter((unit) => unit.length > 1);
  if (rated.length === 0) return null;
  return rated.filter((unit) => Math.max(...unit) - Math.min(...unit) <= tolerance).length / rated.length;
}

function pairsAgreeing(unit: readonly number[], tolerance: number): number {
  let agreeing = 0;
  unit.forEach((a, i) => unit.forEach((b, j) => (agreeing += i < j && Math.abs(a - b) <= tolerance ? 1 : 0)));
  return agreeing / ((unit.length * (unit.length - 1)) / 2);
}
