import { readFileSync } from 'node:fs';
import { iccIntervals95 } from '../../../src/domain/agreement/icc-interval.js';
import { intraclassCorrelations, meanSquares } from '../../../src/domain/agreement/intraclass-correlation.js';
import { kendallW } from '../../../src/domain/agreement/kendall-w.js';
import { krippendorffAlpha, type AlphaMetric } from '../../../src/domain/agreement/krippendorff-alpha.js';
import {
  averageDeviation,
  awg,
  linearRwgOfItems,
  rwg,
  rwgOfItems,
} from '../../../src/domain/agreement/panel-agreement.js';
import { fullAgreement, rawAgreement } from '../../../src/domain/agreement/raw-agreement.js';

interface Group {
  readonly group: string;
  readonly items: readonly (readonly number[])[];
  readonly rwg_AP12_ranvar2: number;
  readonly ad_mean_AP12: number;
  readonly ad_median_AP12: number;
  readonly rwg_j_ranvar2: number;
  readonly rwg_j_lindell_ranvar2: number;
  readonly ad_mean_11items: number;
  readonly ad_median_11items: number;
  readonly awg_11items: number;
}

interface Published {
  readonly value: number;
  readonly lb: number;
  readonly ub: number;
}

interface Case {
  readonly id: string;
  readonly data: readonly (readonly number[])[];
  readonly units: readonly (readonly (number | string | null)[])[];
  readonly ratings: readonly (readonly number[])[];
  readonly item_names: readonly string[];
  readonly groups: readonly Group[];
  readonly expected: Readonly<Record<string, number>> & {
    readonly CI95: Readonly<Record<string, readonly number[]>>;
    readonly irr_7dp: Readonly<Record<string, number>>;
    readonly irrCAC: { readonly percent_agreement: number };
    readonly mean_squares: Readonly<Record<string, number>>;
    readonly tie_corrected: { readonly W: number; readonly chisq: number; readonly df: number };
  } & Readonly<Record<`icc_anxiety_${string}`, Published>>;
  readonly recomputed: Readonly<Record<string, number>> & {
    readonly 'psych_2.2.9': { readonly CI95: Readonly<Record<string, readonly [number, number]>> };
  };
  readonly tol: number;
}

const file: { cases: readonly Case[] } = JSON.parse(readFileSync('test/reference/agreement/cases.json', 'utf8'));

function named(id: string): Case {
  const found = file.cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No case ${id}`);
  return found;
}

const NAMES = {
  icc11: 'ICC(1,1)',
  icc21: 'ICC(2,1)',
  icc31: 'ICC(3,1)',
  icc1k: 'ICC(1,k)',
  icc2k: 'ICC(2,k)',
  icc3k: 'ICC(3,k)',
};
const FORMS = ['icc11', 'icc21', 'icc31', 'icc1k', 'icc2k', 'icc3k'] as const;

/** Letters stand for themselves in the nominal case: any number each will do. */
function unitValues(one: Case): number[][] {
  return one.units.map((unit) =>
    unit.flatMap((value) => (value === null ? [] : [typeof value === 'string' ? value.charCodeAt(0) : value])),
  );
}

describe('agreement against published cases', () => {
  it.each(['icc.shrout_fleiss_1979', 'icc.irr_anxiety'])('%s: six intraclass correlations', (id) => {
    const { data, recomputed } = named(id);
    const icc = intraclassCorrelations(data);
    for (const form of FORMS) expect(icc?.[form]).toBeCloseTo(recomputed[NAMES[form]] ?? NaN, 12);
  });

  it("Shrout & Fleiss's own digits and mean squares", () => {
    const { data, expected } = named('icc.shrout_fleiss_1979');
    const icc = intraclassCorrelations(data);
    for (const form of FORMS) expect(icc?.[form]?.toFixed(2)).toBe((expected[NAMES[form]] ?? NaN).toFixed(2));
    const squares = meanSquares(data);
    expect(squares?.betweenUnits.toFixed(2)).toBe('11.24');
    expect(squares?.withinUnits.toFixed(2)).toBe('6.26');
    expect(squares?.betweenRaters.toFixed(2)).toBe('32.49');
    expect(squares?.residual.toFixed(2)).toBe('1.02');
  });

  it('intervals of the correlations as psych and irr give them', () => {
    const first = named('icc.shrout_fleiss_1979');
    const psych = first.recomputed['psych_2.2.9'].CI95;
    const intervals = iccIntervals95(first.data);
    const theirs = { icc11: 'ICC1', icc21: 'ICC2', icc31: 'ICC3', icc1k: 'ICC1k', icc2k: 'ICC2k', icc3k: 'ICC3k' };
    for (const form of FORMS)
      for (const end of [0, 1] as const)
        expect(intervals?.[form]?.[end]).toBeCloseTo(psych[theirs[form]]?.[end] ?? NaN, 6);
    const anxiety = named('icc.irr_anxiety');
    const irr = iccIntervals95(anxiety.data);
    // irr reckons the interval of the agreement of means otherwise than Shrout & Fleiss; the other five are theirs.
    const published = [
      [irr?.icc11, anxiety.expected.icc_anxiety_oneway_agreement_single],
      [irr?.icc1k, anxiety.expected.icc_anxiety_oneway_agreement_average],
      [irr?.icc21, anxiety.expected.icc_anxiety_twoway_agreement_single],
      [irr?.icc31, anxiety.expected.icc_anxiety_twoway_consistency_single],
      [irr?.icc3k, anxiety.expected.icc_anxiety_twoway_consistency_average],
    ] as const;
    for (const [ours, theirs] of published) {
      expect(ours?.[0]).toBeCloseTo(theirs?.lb ?? NaN, 9);
      expect(ours?.[1]).toBeCloseTo(theirs?.ub ?? NaN, 9);
    }
  });

  it("Kendall's W with ties", () => {
    const { tie_corrected: expected } = named('kendall_w.irr_anxiety').expected;
    const concordance = kendallW(named('icc.irr_anxiety').data);
    expect(concordance?.w).toBeCloseTo(expected.W, 12);
    expect(concordance?.chiSquared).toBeCloseTo(expected.chisq, 10);
    expect(concordance?.degreesOfFreedom).toBe(expected.df);
  });

  it.each([
    ['kalpha.krippendorff_C_4x12', ['nominal', 'ordinal', 'interval', 'ratio']],
    ['kalpha.krippendorff_B_nominal', ['nominal']],
    ['kalpha.krippendorff_1980', ['nominal', 'interval']],
    ['kalpha.missing_variance_paradox', ['nominal']],
  ] as const)('%s: α', (id, metrics: readonly AlphaMetric[]) => {
    const one = named(id);
    for (const metric of metrics) {
      const alpha = krippendorffAlpha(unitValues(one), metric);
      expect(alpha).toBeCloseTo(one.recomputed[metric] ?? NaN, 12);
      expect(Math.abs((alpha ?? NaN) - (one.expected[metric] ?? NaN))).toBeLessThanOrEqual(one.tol);
    }
  });

  it('raw agreement stands beside α', () => {
    const missing = named('kalpha.krippendorff_C_4x12');
    expect(rawAgreement(unitValues(missing))).toBeCloseTo(missing.expected.irrCAC.percent_agreement, 7);
    expect(rawAgreement(unitValues(named('kalpha.missing_variance_paradox')))).toBeCloseTo(11 / 13, 14);
    const video = named('rwg.finn_video');
    expect(fullAgreement(video.ratings)).toBe((video.expected['percent_agreement_exact'] ?? NaN) / 100);
    expect(fullAgreement(video.ratings, 1)).toBe((video.expected['percent_agreement_within_1'] ?? NaN) / 100);
  });

  it('r_wg over the video ratings', () => {
    const video = named('rwg.finn_video');
    const each = video.ratings.map((unit) => rwg(unit, 6) ?? NaN);
    const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
    expect(mean).toBeCloseTo(video.expected['finn_oneway'] ?? NaN, 12);
  });

  const small = named('rwg_ad.bhr2000_small_groups');
  it.each(small.groups.map((group) => [group.group, group] as const))('small group %s', (_, group) => {
    const items = small.item_names.map((_name, i) => group.items.map((person) => person[i] ?? NaN));
    const one = items[small.item_names.indexOf('AP12')] ?? [];
    const meanOf = (figure: (item: readonly number[]) => number | null): number =>
      items.reduce((sum, item) => sum + (figure(item) ?? NaN), 0) / items.length;
    expect(rwg(one, 5)).toBeCloseTo(group.rwg_AP12_ranvar2, 12);
    expect(averageDeviation(one, 'mean')).toBeCloseTo(group.ad_mean_AP12, 12);
    expect(averageDeviation(one, 'median')).toBeCloseTo(group.ad_median_AP12, 12);
    expect(rwgOfItems(items, 5)).toBeCloseTo(group.rwg_j_ranvar2, 12);
    expect(linearRwgOfItems(items, 5)).toBeCloseTo(group.rwg_j_lindell_ranvar2, 12);
    expect(meanOf((item) => averageDeviation(item, 'mean'))).toBeCloseTo(group.ad_mean_11items, 12);
    expect(meanOf((item) => averageDeviation(item, 'median'))).toBeCloseTo(group.ad_median_11items, 12);
    expect(meanOf((item) => awg(item, 5))).toBeCloseTo(group.awg_11items, 12);
  });
});
