import { Refusal } from '../refusal.js';
import { crossedDesign } from './crossed-design.js';
import { predictEffects, type CrossedEffects } from './crossed-effects.js';
import { likelihoodAt } from './crossed-likelihood.js';
import { ratingsTable, type ScoredRating } from './ratings-table.js';

/**
 * With few ratings the variances cannot be estimated, so typical ones stand in for them: on a 1–5 scale .36 between
 * candidates, .09 between interviewers and .50 error; on a scale of L levels each times ((L−1)/4)². The mean is still
 * estimated from the ratings.
 *
 * Source: product design, "Severity"; BLUPs at known variances, Henderson (1975), Biometrics 31:423–447.
 */
const ON_FIVE_LEVELS = { subject: 0.36, rater: 0.09, residual: 0.5 } as const;

/** The prior variances on a scale of `levels` levels (2 to 10), in levels squared. */
export function priorVariances(levels: number): CrossedEffects['variance'] {
  if (!Number.isInteger(levels) || levels < 2 || levels > 10) throw new Refusal('validation_failed', 'A scale has 2 to 10 levels.');
  const stretch = ((levels - 1) / 4) ** 2;
  return {
    subject: ON_FIVE_LEVELS.subject * stretch,
    rater: ON_FIVE_LEVELS.rater * stretch,
    residual: ON_FIVE_LEVELS.residual * stretch,
  };
}

/**
 * BLUPs at given variances.
 * In: at least one rating, one per pair; variances in score units squared, the residual one > 0, the others ≥ 0.
 * Out: as the REML fit gives them, with these variances taken as known.
 */
export function effectsAtVariances(ratings: readonly ScoredRating[], variance: CrossedEffects['variance']): CrossedEffects {
  if (ratings.length === 0) throw new Refusal('validation_failed', 'There are no ratings to adjust.');
  const { subject, rater, residual } = variance;
  if (!(residual > 0 && subject >= 0 && rater >= 0))
    throw new Refusal('validation_failed', 'Variances must not be negative, and the residual one must be above zero.');
  const design = crossedDesign(ratingsTable(ratings));
  const [a, b] = design.ratersEliminated ? [rater, subject] : [subject, rater];
  return predictEffects(design, likelihoodAt(design, a / residual, b / residual), residual);
}
