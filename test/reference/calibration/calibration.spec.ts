import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { effectsAtVariances } from '../../../src/domain/severity/fixed-prior.js';
import { fitCrossedEffects } from '../../../src/domain/severity/fit-crossed-effects.js';
import type { Effect } from '../../../src/domain/severity/crossed-effects.js';
import type { ScoredRating } from '../../../src/domain/severity/ratings-table.js';

const folder = 'test/reference/calibration';

interface Expected {
  readonly observations: number;
  readonly subjects: number;
  readonly raters: number;
  readonly intercept: number;
  readonly interceptStandardError: number;
  readonly variance: { readonly subject: number; readonly rater: number; readonly residual: number };
  readonly remlCriterion: number;
  readonly raterEffects?: Readonly<Record<string, readonly [number, number]>>;
  readonly subjectEffects?: Readonly<Record<string, readonly [number, number]>>;
}

interface ModelEffects {
  readonly level: readonly string[];
  readonly blup: readonly number[];
  readonly condVar: readonly number[];
}

interface Model {
  readonly criterion: number;
  readonly fixef: Readonly<Record<string, number>>;
  readonly fixef_se: Readonly<Record<string, number>>;
  readonly varcomp: { readonly c: number; readonly r: number; readonly Residual: number };
  readonly ranef: { readonly c: ModelEffects; readonly r: ModelEffects };
}

interface Data {
  readonly candidate: readonly string[];
  readonly rater: readonly string[];
  readonly y: readonly number[];
  readonly y5: readonly number[];
}

interface ModelCases {
  readonly sim_60c_20r: {
    readonly data: Data;
    readonly REML_continuous: Model;
    readonly REML_rounded_1_5: Model;
    readonly prediction_error_variance_mu_plus_u: {
      readonly level: readonly string[];
      readonly pred_error_var_of_mu_plus_u: readonly number[];
    };
  };
  readonly tiny_6c_8r_singular: { readonly data: Data; readonly REML: Model };
}

function expected(name: string): Expected {
  return JSON.parse(readFileSync(`${folder}/${name}.expected.json`, 'utf8'));
}

function ratings(name: string): ScoredRating[] {
  const rows: { subject: string; rater: string; score: string }[] = parse(readFileSync(`${folder}/${name}.csv`), {
    columns: true,
  });
  return rows.map((row) => ({ subject: row.subject, rater: row.rater, score: Number(row.score) }));
}

const cases: ModelCases = JSON.parse(readFileSync(`${folder}/rater-model-cases.json`, 'utf8'));

function rows(data: Data, y: readonly number[]): ScoredRating[] {
  return data.candidate.map((subject, i) => ({ subject, rater: data.rater[i] ?? '', score: y[i] ?? NaN }));
}

/** Largest distance of any effect from its reference [BLUP, standard deviation]; every reference level must be there. */
function distance(
  effects: ReadonlyMap<string, Effect>,
  reference: Iterable<readonly [string, readonly [number, number]]>,
) {
  let [blup, sd, n] = [0, 0, 0];
  for (const [id, [referenceBlup, referenceSd]] of reference) {
    const effect = effects.get(id);
    blup = Math.max(blup, Math.abs((effect?.blup ?? NaN) - referenceBlup));
    sd = Math.max(sd, Math.abs((effect?.sd ?? NaN) - referenceSd));
    n += 1;
  }
  expect(n).toBe(effects.size);
  return { blup, sd };
}

function pairs(model: ModelEffects): [string, [number, number]][] {
  return model.level.map((level, i) => [level, [model.blup[i] ?? NaN, Math.sqrt(model.condVar[i] ?? NaN)]]);
}

function expectModel(data: ScoredRating[], model: Model): void {
  const fit = fitCrossedEffects(data);
  expect(Math.abs(fit.remlCriterion - model.criterion)).toBeLessThan(1e-6);
  expect(fit.intercept).toBeCloseTo(model.fixef['(Intercept)'] ?? NaN, 6);
  expect(fit.interceptStandardError).toBeCloseTo(model.fixef_se['(Intercept)'] ?? NaN, 6);
  expect(Math.abs(fit.variance.subject - model.varcomp.c)).toBeLessThan(1e-5);
  expect(Math.abs(fit.variance.rater - model.varcomp.r)).toBeLessThan(1e-5);
  expect(Math.abs(fit.variance.residual - model.varcomp.Residual)).toBeLessThan(1e-5);
  for (const side of [distance(fit.subjects, pairs(model.ranef.c)), distance(fit.raters, pairs(model.ranef.r))]) {
    expect(side.blup).toBeLessThan(1e-5);
    expect(side.sd).toBeLessThan(1e-5);
  }
}

describe('the severity fit against lme4', () => {
  it.each(['penicillin', 'panels-a', 'insteval'])('agrees on %s', (name) => {
    const reference = expected(name);
    const fit = fitCrossedEffects(ratings(name));
    // The reference prints the criterion with ten significant digits.
    const printed = Math.max(1e-6, Math.abs(reference.remlCriterion) * 5e-10);
    expect(Math.abs(fit.remlCriterion - reference.remlCriterion)).toBeLessThan(printed);
    expect(fit.observations).toBe(reference.observations);
    expect(fit.subjects.size).toBe(reference.subjects);
    expect(fit.raters.size).toBe(reference.raters);
    expect(fit.intercept).toBeCloseTo(reference.intercept, 6);
    expect(fit.interceptStandardError).toBeCloseTo(reference.interceptStandardError, 6);
    for (const part of ['subject', 'rater', 'residual'] as const)
      expect(Math.abs(fit.variance[part] - reference.variance[part])).toBeLessThan(1e-5);
    for (const [effects, published] of [
      [fit.raters, reference.raterEffects],
      [fit.subjects, reference.subjectEffects],
    ] as const) {
      if (published === undefined) continue;
      const away = distance(effects, Object.entries(published));
      expect(away.blup).toBeLessThan(1e-5);
      expect(away.sd).toBeLessThan(1e-5);
    }
  });

  it('agrees on simulated interviews, continuous and rounded to levels', () => {
    const { data, REML_continuous, REML_rounded_1_5 } = cases.sim_60c_20r;
    expectModel(rows(data, data.y), REML_continuous);
    expectModel(rows(data, data.y5), REML_rounded_1_5);
  });

  it('estimates a variance on the boundary as exactly zero and says so', () => {
    const { data, REML } = cases.tiny_6c_8r_singular;
    expectModel(rows(data, data.y), REML);
    const fit = fitCrossedEffects(rows(data, data.y));
    expect(fit.variance.subject).toBe(0);
    expect(fit.zeroVariances).toEqual(['subject']);
    expect([...fit.subjects.values()].every((effect) => effect.blup === 0 && effect.sd === 0)).toBe(true);
  });

  it("knows the error of a candidate's adjusted value, the mean's own error included", () => {
    const { data, REML_continuous, prediction_error_variance_mu_plus_u: reference } = cases.sim_60c_20r;
    const { c, r, Residual } = REML_continuous.varcomp;
    const effects = effectsAtVariances(rows(data, data.y), { subject: c, rater: r, residual: Residual });
    reference.level.forEach((level, i) => {
      const sd = effects.subjects.get(level)?.sdOfMeanPlusEffect ?? NaN;
      expect(sd * sd).toBeCloseTo(reference.pred_error_var_of_mu_plus_u[i] ?? NaN, 7);
    });
  });
});
