import fc from 'fast-check';
import { agreementReport, type UnitRating } from './agreement-report.js';
import { alphaInterval95 } from './alpha-interval.js';
import { averageDeviation, awg, ratingRange, rwg, rwgOfItems } from './panel-agreement.js';

/** A table of levels, some cells missing, as ratings. */
const someRatings = fc
  .array(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 9,
  })
  .map((table): UnitRating[] =>
    table.flatMap((row, u) => row.flatMap((value, r) => (value === null ? [] : [{ unit: `u${u}`, rater: `r${r}`, value }]))),
  );

function table(rows: readonly (readonly number[])[]): UnitRating[] {
  return rows.flatMap((row, u) => row.map((value, r) => ({ unit: `u${u}`, rater: `r${r}`, value })));
}

/** Every number of the report in a fixed order, to compare with tolerance. */
function figures(report: ReturnType<typeof agreementReport>): (number | null)[] {
  const { nominal, ordinal, interval, ratio, interval95 } = report.krippendorffAlpha;
  const { icc11, icc21, icc31, icc1k, icc2k, icc3k } = report.icc ?? { icc11: null };
  const icc = [icc11, icc21, icc31, icc1k, icc2k, icc3k].map((x) => x ?? null);
  return [nominal, ordinal, interval, ratio, ...(interval95 ?? [null, null]), ...icc, report.kendallW, report.rawAgreement];
}

function expectSame(a: (number | null)[], b: (number | null)[]): void {
  a.forEach((value, i) => {
    const other = b[i] ?? null;
    if (value === null || other === null) expect(other).toBe(value);
    else expect(Math.abs(value - other)).toBeLessThan(1e-9);
  });
}

describe('the agreement report', () => {
  it('does not depend on the order of ratings or the names of raters and units', () => {
    fc.assert(
      fc.property(someRatings, fc.nat(30), (ratings, turn) => {
        const moved = [...ratings.slice(turn), ...ratings.slice(0, turn)].reverse();
        const renamed = moved.map(({ unit, rater, value }) => ({ unit: `${unit}!`, rater: `z${rater}`, value }));
        expectSame(figures(agreementReport(ratings)), figures(agreementReport(renamed)));
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it('never prints a number that is not one, and no agreement above 1', () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        for (const figure of figures(agreementReport(ratings)))
          if (figure !== null) {
            expect(Number.isFinite(figure)).toBe(true);
            expect(figure).toBeLessThanOrEqual(1 + 1e-12);
          }
      }),
      { numRuns: 40, seed: 12 },
    );
  });

  it('keeps interval α under shifting and stretching, ordinal α under any rising change', () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        const alpha = agreementReport(ratings).krippendorffAlpha;
        const stretched = agreementReport(ratings.map((r) => ({ ...r, value: 10 + 0.25 * r.value }))).krippendorffAlpha;
        const bent = agreementReport(ratings.map((r) => ({ ...r, value: Math.exp(r.value) }))).krippendorffAlpha;
        expectSame([alpha.interval, alpha.ordinal, alpha.nominal], [stretched.interval, bent.ordinal, bent.nominal]);
      }),
      { numRuns: 40, seed: 13 },
    );
  });

  it('calls full agreement with variation 1', () => {
    const report = agreementReport(
      table([
        [1, 1, 1],
        [3, 3, 3],
        [4, 4, 4],
      ]),
    );
    expect(report.krippendorffAlpha).toMatchObject({ nominal: 1, ordinal: 1, interval: 1, ratio: 1 });
    expect(report.icc).toEqual({ icc11: 1, icc21: 1, icc31: 1, icc1k: 1, icc2k: 1, icc3k: 1 });
    expect([report.kendallW, report.rawAgreement]).toEqual([1, 1]);
  });

  it.each([3, 0.1, 0])('calls agreement without variation not computable (all %p)', (value) => {
    const report = agreementReport(table(Array.from({ length: 7 }, () => [value, value, value])));
    const nothing = { nominal: null, ordinal: null, interval: null, ratio: null, interval95: null };
    expect(report).toMatchObject({ krippendorffAlpha: nothing, icc: null, kendallW: null, rawAgreement: 1 });
  });

  it('leaves what needs a complete table null when a cell is missing', () => {
    const report = agreementReport(
      table([
        [1, 2, 1],
        [3, 3, 4],
        [4, 4, 5],
      ]).slice(1),
    );
    expect([report.icc, report.kendallW]).toEqual([null, null]);
    expect(report.krippendorffAlpha.interval).not.toBeNull();
    expect([report.units, report.raters, report.ratings]).toEqual([3, 3, 8]);
  });

  it('leaves everything null when no unit is rated twice, and ratio α null below zero', () => {
    const alone = agreementReport([
      { unit: 'a', rater: 'x', value: 1 },
      { unit: 'b', rater: 'y', value: 2 },
    ]);
    expect(figures(alone).every((figure) => figure === null)).toBe(true);
    expect(
      agreementReport(
        table([
          [1, -2],
          [3, 3],
        ]),
      ).krippendorffAlpha.ratio,
    ).toBeNull();
    expect(agreementReport([]).units).toBe(0);
  });

  it('says per correlation what cannot be computed', () => {
    // Units do not differ at all; raters do: nothing lies between units to be shared.
    const { icc } = agreementReport(
      table([
        [0.1, 0.2, 0.3],
        [0.1, 0.2, 0.3],
        [0.1, 0.2, 0.3],
      ]),
    );
    expect(icc).toMatchObject({ icc31: null, icc1k: null, icc3k: null });
    expect(icc?.icc21).toBe(0);
  });

  it('refuses a repeated pair and a value that is no number, naming the row', () => {
    const twice = [...table([[1, 2]]), { unit: 'u0', rater: 'r1', value: 5 }];
    expect(() => agreementReport(twice)).toThrow('/2/rater');
    expect(() => agreementReport([{ unit: 'a', rater: 'b', value: NaN }])).toThrow('/0/value');
  });
});

describe('the bootstrap interval', () => {
  const units = Array.from({ length: 40 }, (_, u) => [1 + (u % 5), 1 + ((u + (u % 3 === 0 ? 1 : 0)) % 5), 1 + (u % 5)]);

  it('holds α, narrows with more units, and is the same every time', () => {
    const report = agreementReport(table(units));
    const [low, high] = report.krippendorffAlpha.interval95 ?? [NaN, NaN];
    expect(low).toBeLessThan(report.krippendorffAlpha.interval ?? NaN);
    expect(high).toBeGreaterThan(report.krippendorffAlpha.interval ?? NaN);
    expect(alphaInterval95(units)).toEqual([low, high]);
    const [manyLow, manyHigh] = alphaInterval95([...units, ...units, ...units, ...units]) ?? [NaN, NaN];
    expect(manyHigh - manyLow).toBeLessThan(0.7 * (high - low));
  });

  it('moves with its seed only in the third digit', () => {
    const [a, b] = [alphaInterval95(units), alphaInterval95(units, { seed: 7, draws: 2000 })];
    expect(a).not.toEqual(b);
    expect(Math.abs((a?.[0] ?? NaN) - (b?.[0] ?? NaN))).toBeLessThan(0.03);
  });

  it('is null with one unit', () => {
    expect(alphaInterval95([[1, 2, 3]])).toBeNull();
  });
});

describe('agreement of one panel', () => {
  it('is null without ratings and without a pair', () => {
    expect([ratingRange([]), averageDeviation([], 'mean'), rwg([3], 4), awg([3], 4), rwgOfItems([[1]], 4)]).toEqual([null, null, null, null, null]);
    expect([ratingRange([3]), averageDeviation([3], 'median')]).toEqual([0, 0]);
  });

  it('takes the middle of an even panel as its median', () => {
    expect(averageDeviation([1, 2, 4, 4], 'median')).toBe(1.25);
  });

  it('knows that a panel at the end of the scale could not have varied', () => {
    expect(awg([4, 4, 4], 4)).toBeNull();
    expect(rwg([4, 4, 4], 4)).toBe(1);
    expect(rwg([1, 4, 1, 4], 4)).toBe(0);
  });
});
