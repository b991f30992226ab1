import fc from 'fast-check';
import { fitCrossedEffects, whyNotIdentified } from './fit-crossed-effects.js';
import { crossedDesign } from './crossed-design.js';
import { likelihoodAt } from './crossed-likelihood.js';
import { ratingsTable, type ScoredRating } from './ratings-table.js';

/** Panels of 3 of `raters` interviewers for each of `subjects` candidates; scores from the generator. */
const panels = fc
  .record({
    subjects: fc.integer({ min: 6, max: 14 }),
    raters: fc.integer({ min: 4, max: 6 }),
    scores: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 42, maxLength: 42 }),
  })
  .map(({ subjects, raters, scores }): ScoredRating[] =>
    Array.from({ length: subjects * 3 }, (_, i) => ({
      subject: `c${Math.floor(i / 3)}`,
      rater: `i${(Math.floor(i / 3) + (i % 3)) % raters}`,
      score: scores[i] ?? 1,
    })),
  )
  .filter((ratings) => whyNotIdentified(ratings) === null);

function close(a: number | undefined, b: number | undefined, scale = 1): void {
  expect(Math.abs((a ?? NaN) - (b ?? NaN))).toBeLessThan(2e-5 * scale);
}

describe('fitting the crossed effects', () => {
  it('does not depend on the order of rows or the names of raters', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: 1, max: 40 }), (ratings, turn) => {
        const fit = fitCrossedEffects(ratings);
        const turned = [...ratings.slice(turn), ...ratings.slice(0, turn)].reverse();
        const other = fitCrossedEffects(turned.map((r) => ({ ...r, rater: `renamed ${r.rater}` })));
        close(other.remlCriterion, fit.remlCriterion);
        for (const [id, effect] of fit.raters) close(other.raters.get(`renamed ${id}`)?.sd, effect.sd);
        for (const [id, effect] of fit.raters) close(other.raters.get(`renamed ${id}`)?.blup, effect.blup);
        for (const [id, effect] of fit.subjects) close(other.subjects.get(id)?.blup, effect.blup);
      }),
      { numRuns: 60, seed: 3 },
    );
  });

  it('treats subjects and raters alike', () => {
    fc.assert(
      fc.property(panels, (ratings) => {
        const fit = fitCrossedEffects(ratings);
        const swapped = fitCrossedEffects(ratings.map((r) => ({ ...r, subject: r.rater, rater: r.subject })));
        close(swapped.remlCriterion, fit.remlCriterion);
        close(swapped.variance.rater, fit.variance.subject);
        for (const [id, effect] of fit.subjects) close(swapped.raters.get(id)?.sdOfMeanPlusEffect, effect.sdOfMeanPlusEffect);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  it('moves with the scale: shifting scores shifts the mean alone, stretching them stretches the effects', () => {
    fc.assert(
      fc.property(panels, (ratings) => {
        const fit = fitCrossedEffects(ratings);
        const moved = fitCrossedEffects(ratings.map((r) => ({ ...r, score: 2 * r.score + 1000 })));
        close(moved.intercept, 2 * fit.intercept + 1000, 10);
        close(moved.variance.residual, 4 * fit.variance.residual, 10);
        for (const [id, effect] of fit.raters) close(moved.raters.get(id)?.blup, 2 * effect.blup, 10);
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it('finds the lowest criterion there is: no point of a wide grid lies below it', () => {
    const ratios = [0, 0.01, 0.03, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 10, 40];
    fc.assert(
      fc.property(panels, (ratings) => {
        const { remlCriterion } = fitCrossedEffects(ratings);
        const design = crossedDesign(ratingsTable(ratings));
        for (const a of ratios) for (const b of ratios) expect(likelihoodAt(design, a, b).criterion).toBeGreaterThan(remlCriterion - 1e-9);
      }),
      { numRuns: 40, seed: 6 },
    );
  });

  const grid = (score: (s: number, r: number) => number): ScoredRating[] =>
    Array.from({ length: 24 }, (_, i) => ({
      subject: `c${i % 6}`,
      rater: `i${Math.floor(i / 6)}`,
      score: score(i % 6, Math.floor(i / 6)),
    }));

  it('estimates both variances as zero where scores only alternate', () => {
    const fit = fitCrossedEffects(grid((s, r) => ((s + r) % 2 === 0 ? 2 : 4)));
    expect(fit.zeroVariances).toEqual(['subject', 'rater']);
    expect(fit.variance.subject).toBe(0);
    expect(fit.variance.rater).toBe(0);
    expect(fit.intercept).toBeCloseTo(3, 12);
    expect(fit.variance.residual).toBeCloseTo(24 / 23, 12);
  });

  it.each([
    ['every score is the same', grid(() => 3)],
    ['at least two raters', grid((s) => s).slice(0, 6)],
    ['at least two subjects', grid((_, r) => r).filter((r) => r.subject === 'c0')],
    [
      'each subject appears only once',
      grid((s, r) => s + r)
        .slice(0, 6)
        .map((r, i) => ({ ...r, rater: `i${i % 2}` })),
    ],
    ['leave no residual variation', grid((s, r) => s + 10 * r)],
    ['twice', [...grid((s, r) => s * r), { subject: 'c0', rater: 'i0', score: 1 }]],
    ['finite number', [...grid((s, r) => s * r), { subject: 'x', rater: 'i0', score: Infinity }]],
  ])('refuses ratings that cannot identify it: %s', (words, ratings) => {
    expect(() => fitCrossedEffects(ratings)).toThrow(words);
  });
});
