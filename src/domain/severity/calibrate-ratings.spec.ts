import { adjustedScore, calibrateRatings, ownEffect } from './calibrate-ratings.js';
import { connectivity } from './connectivity.js';
import { priorVariances } from './fixed-prior.js';
import { normalBelow } from './normal-distribution.js';
import type { ScoredRating } from './ratings-table.js';

const rating = (subject: string, rater: string, score: number): ScoredRating => ({ subject, rater, score });

/** `subjects` candidates, each rated by three of six interviewers; interviewer i0 is harsh by one level. */
function panels(subjects: number): ScoredRating[] {
  return Array.from({ length: subjects * 3 }, (_, i) => {
    const subject = Math.floor(i / 3);
    const rater = (subject + 2 * (i % 3)) % 6;
    const noise = ((i * 7919) % 11) / 10 - 0.5;
    return rating(`c${subject}`, `i${rater}`, 3 + ((subject * 31) % 9) / 4 - 1 - (rater === 0 ? 1 : 0) + noise);
  });
}

describe('calibrating ratings for a report', () => {
  it('uses the fixed prior under 200 ratings and the fit from there on', () => {
    const few = calibrateRatings(panels(66), 5);
    expect(few.method).toBe('fixed_prior');
    expect(few.priorBecause).toBe('few_ratings');
    expect(few.variance).toEqual({ subject: 0.36, rater: 0.09, residual: 0.5 });
    const many = calibrateRatings(panels(67), 5);
    expect(many.method).toBe('reml');
    expect(many.zeroVariances).toEqual([]);
  });

  it('scales the prior with the number of levels', () => {
    expect(priorVariances(5)).toEqual({ subject: 0.36, rater: 0.09, residual: 0.5 });
    expect(priorVariances(9)).toEqual({ subject: 1.44, rater: 0.36, residual: 2 });
    expect(priorVariances(3).rater).toBeCloseTo(0.0225, 15);
    expect(() => priorVariances(1)).toThrow('2 to 10');
  });

  it('shrinks one rating of one candidate as the formula says', () => {
    const one = calibrateRatings([rating('c', 'i', 4)], 5);
    const adjusted = adjustedScore(one, 'c', 3);
    expect(one.intercept).toBe(4);
    expect(adjusted?.adjusted).toBe(4);
    // Var(score) = .95 is all the mean knows; the candidate's own .36, shrunk: .36 - .36²/.95 + (1 - .36/.95)² × .95.
    expect(one.subjects.get('c')?.sdOfMeanPlusEffect).toBeCloseTo(Math.sqrt(0.36 - 0.36 ** 2 / 0.95 + (1 - 0.36 / 0.95) ** 2 * 0.95), 12);
  });

  it('credits a candidate who met the harsh interviewer, beside the raw value', () => {
    const calibration = calibrateRatings([...panels(40), rating('met harsh', 'i0', 3), rating('met others', 'i1', 3)], 5);
    const harsh = adjustedScore(calibration, 'met harsh', 2.5);
    const others = adjustedScore(calibration, 'met others', 2.5);
    expect(harsh?.raw).toBe(3);
    expect(others?.raw).toBe(3);
    expect(harsh?.adjusted).toBeGreaterThan((others?.adjusted ?? NaN) + 0.1);
    expect(harsh?.probabilityAboveBar).toBeGreaterThan(others?.probabilityAboveBar ?? NaN);
    expect(harsh?.interval95[0]).toBeLessThan(harsh?.adjusted ?? NaN);
    expect(adjustedScore(calibration, 'nobody', 2.5)).toBeNull();
  });

  it('gives no adjusted value where the candidates cannot be told apart', () => {
    const flat = Array.from({ length: 240 }, (_, i) => {
      const [subject, rater] = [Math.floor(i / 4), i % 4];
      return rating(`c${subject}`, `i${rater}`, (subject + rater) % 2 === 0 ? 2 : 4);
    });
    const calibration = calibrateRatings(flat, 5);
    expect(calibration.zeroVariances).toEqual(['subject', 'rater']);
    expect(adjustedScore(calibration, 'c0', 3)).toBeNull();
    expect(ownEffect(calibration, 'i0')).toEqual({ shown: false, ratings: 60, why: 'interviewers_not_told_apart' });
  });

  it('falls back to the prior where many ratings cannot identify the variances', () => {
    const same = Array.from({ length: 250 }, (_, i) => rating(`c${Math.floor(i / 5)}`, `i${i % 5}`, 3));
    const calibration = calibrateRatings(same, 4);
    expect([calibration.method, calibration.priorBecause]).toEqual(['fixed_prior', 'not_identified']);
    expect(adjustedScore(calibration, 'c0', 3)?.adjusted).toBeCloseTo(3, 12);
  });

  it("shows an interviewer's own effect from ten ratings up", () => {
    const nine = Array.from({ length: 9 }, (_, i) => rating(`c${i}`, 'i', 3 + (i % 2)));
    const tenth = rating('c9', 'i', 3);
    expect(ownEffect(calibrateRatings(nine, 5), 'i')).toEqual({ shown: false, ratings: 9, why: 'too_few_ratings' });
    expect(ownEffect(calibrateRatings([...nine, tenth], 5), 'i').shown).toBe(true);
    expect(ownEffect(calibrateRatings(nine, 5), 'stranger')).toMatchObject({ shown: false, ratings: 0 });
    const harsh = ownEffect(calibrateRatings(panels(60), 5), 'i0');
    expect(harsh).toMatchObject({ shown: true });
    if (harsh.shown) expect(harsh.interval95[1]).toBeLessThan(0);
  });

  it('refuses an empty set of ratings', () => {
    expect(() => calibrateRatings([], 5)).toThrow('no ratings');
  });
});

describe('connectivity', () => {
  it('finds parts that share no interviewer', () => {
    const two = [rating('a', 'x', 1), rating('c', 'z', 1), rating('b', 'x', 2), rating('b', 'y', 2)];
    expect(connectivity(two)).toEqual({
      connected: false,
      parts: [
        { subjects: ['a', 'b'], raters: ['x', 'y'], ratings: 3 },
        { subjects: ['c'], raters: ['z'], ratings: 1 },
      ],
    });
    expect(connectivity([...two, rating('c', 'y', 3)]).connected).toBe(true);
    expect(connectivity([])).toEqual({ connected: true, parts: [] });
  });

  it('keeps a candidate and an interviewer of the same name apart', () => {
    expect(connectivity([rating('a', 'b', 1), rating('b', 'a', 1)]).parts).toHaveLength(2);
  });
});

describe('the normal distribution', () => {
  // Abramowitz & Stegun table 26.1.
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [3, 0.99865010196837],
    [-1.96, 0.02499789514822],
    [-6, 9.865876450377e-10],
  ])('lies below %p with chance %p', (z, chance) => {
    expect(Math.abs(normalBelow(z) - chance)).toBeLessThan(2e-15);
  });
});
