import type { CrossedDesign } from './crossed-design.js';
import type { LikelihoodPoint } from './crossed-likelihood.js';

/**
 * Best linear unbiased predictions of each subject's and rater's deviation from the mean, at given variances.
 * BLUP = ratio × ZᵀPy. Its conditional variance takes the mean and the variances as known; the prediction variance of
 * mean + effect adds what is not known of the mean.
 *
 * Source: Henderson (1975), Biometrics 31:423–447; Robinson (1991), Statistical Science 6:15–32.
 */
export interface Effect {
  /** Predicted deviation from the mean, in score units; positive for a rater means lenient. */
  readonly blup: number;
  /** Conditional standard deviation, the mean and the variances taken as known. */
  readonly sd: number;
  /** Standard deviation of the error of (mean + effect), the mean's own error included. */
  readonly sdOfMeanPlusEffect: number;
  /** Ratings behind it. */
  readonly ratings: number;
}

export interface CrossedEffects {
  readonly observations: number;
  readonly intercept: number;
  readonly interceptStandardError: number;
  readonly variance: { readonly subject: number; readonly rater: number; readonly residual: number };
  readonly subjects: ReadonlyMap<string, Effect>;
  readonly raters: ReadonlyMap<string, Effect>;
}

/** `inverse` is the level's diagonal of the inverse of the mixed model equations, over the residual variance. */
function effect(pull: number, leverage: number, ratio: number, inverse: number, ratings: number, scale: Scale): Effect {
  const conditional = scale.residual * Math.max(0, inverse);
  const unshared = 1 - ratio * leverage;
  return {
    blup: ratio === 0 ? 0 : ratio * pull,
    sd: Math.sqrt(conditional),
    sdOfMeanPlusEffect: Math.sqrt(conditional + (scale.residual * unshared * unshared) / scale.interceptWeight),
    ratings,
  };
}

interface Scale {
  readonly residual: number;
  readonly interceptWeight: number;
}

/**
 * Reads the predictions off an evaluated likelihood.
 * In: design, point, and the residual variance (> 0, score units squared). Out: effects by id, in order of first appearance.
 */
export function predictEffects(design: CrossedDesign, point: LikelihoodPoint, residual: number): CrossedEffects {
  const [a, b] = point.ratios;
  const scale = { residual, interceptWeight: point.interceptWeight };
  const eliminated = new Map<string, Effect>();
  design.eliminated.ids.forEach((id, i) => {
    const load = design.load[i]!;
    const own = 1 + a * load;
    const inverse = a / own + (a * a * b * point.eliminatedInverse[i]!) / (own * own);
    eliminated.set(id, effect(point.pull.eliminated[i]!, point.leverage.eliminated[i]!, a, inverse, load, scale));
  });
  const kept = new Map<string, Effect>();
  design.kept.ids.forEach((id, i) => {
    const c = design.pattern.place[i]!;
    const inverse = b * point.keptInverse[c]!;
    kept.set(id, effect(point.pull.kept[c]!, point.leverage.kept[c]!, b, inverse, design.columnLoad[c]!, scale));
  });
  const [subjects, raters] = design.ratersEliminated ? [kept, eliminated] : [eliminated, kept];
  const [subject, rater] = design.ratersEliminated ? [b * residual, a * residual] : [a * residual, b * residual];
  return {
    observations: design.scores.length,
    intercept: point.intercept,
    interceptStandardError: Math.sqrt(residual / point.interceptWeight),
    variance: { subject, rater, residual },
    subjects,
    raters,
  };
}
