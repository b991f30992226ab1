/**
 * Quantiles of the F distribution, which intervals of intraclass correlations are made of. The distribution function is a
 * regularised incomplete beta function, evaluated by its continued fraction, and inverted by halving.
 *
 * Source: Abramowitz & Stegun (1964), 26.5.8 (continued fraction), 26.6.2 (F as incomplete beta); Lanczos (1964), SIAM J. Numer.
 * Anal. B 1:86–96 (log gamma).
 */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

/** log Γ(x) for x > 0, within 1e-13. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const series = LANCZOS.reduce((sum, c, i) => (i === 0 ? c : sum + c / (x - 1 + i)), 0);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(series);
}

/** The continued fraction of 26.5.8 by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
  const away = (v: number): number => (Math.abs(v) < 1e-300 ? 1e-300 : v);
  let c = 1;
  let d = 1 / away(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / away(1 + even * d);
    c = away(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / away(1 + odd * d);
    c = away(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return fraction;
}

/** The regularised incomplete beta function I_x(a, b), for x in [0, 1]. */
function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * betaFraction(x, a, b)) / a : 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/**
 * The value an F variable stays below with the given chance.
 * In: chance in (0, 1), degrees of freedom > 0 (fractions allowed). Out: a number > 0, within about 1e-12 relative.
 */
export function fQuantile(chance: number, df1: number, df2: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 200 && low < high; i++) {
    const x = (low + high) / 2;
    if (x === low || x === high) break;
    if (incompleteBeta(x, df1 / 2, df2 / 2) < chance) low = x;
    else high = x;
  }
  return (df2 * high) / (df1 * (1 - high));
}
