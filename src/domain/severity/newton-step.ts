import type { LikelihoodPoint } from './crossed-likelihood.js';

/**
 * One Newton step towards the minimum of the REML criterion. The average information stands in for the second derivatives: as
 * cheap as two solves, never negative, and close enough that each step leaves a small fraction of the error.
 *
 * Source: Gilmour, Thompson & Cullis (1995), Biometrics 51:1440–1450.
 */
export type Ratios = readonly [eliminated: number, kept: number];

/** A symmetric 2 × 2 matrix: [aa, ab, bb]. */
type Curvature = readonly [number, number, number];

/** A curvature this near to singular gives no direction. */
const SINGULAR = 1e-10;

function bends([aa, ab, bb]: Curvature): boolean {
  return aa > 0 && bb > 0 && aa * bb - ab * ab > SINGULAR * aa * bb;
}

/**
 * In: the point reached. Out: what to add to each ratio; a ratio held at zero by its slope does not
 * move. Where the curvature gives no direction, each ratio steps on its own.
 */
export function newtonStep(point: LikelihoodPoint): Ratios {
  const [ga, gb] = point.gradient;
  const [aa, ab, bb] = point.information;
  const heldA = point.ratios[0] === 0 && ga >= 0;
  const heldB = point.ratios[1] === 0 && gb >= 0;
  const alone = (g: number, bend: number): number => (bend > 0 ? -g / bend : -g);
  if (heldA || heldB || !bends(point.information)) return [heldA ? 0 : alone(ga, aa), heldB ? 0 : alone(gb, bb)];
  const det = aa * bb - ab * ab;
  return [(ab * gb - bb * ga) / det, (ab * ga - aa * gb) / det];
}
