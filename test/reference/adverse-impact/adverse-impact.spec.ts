import { readFileSync } from 'node:fs';
import { adverseImpact, type GroupCount } from '../../../src/domain/adverse-impact/adverse-impact.js';
import { fisherExactP } from '../../../src/domain/adverse-impact/fisher-exact.js';

type Count = readonly [number, number, ...(number | string)[]];

interface Counts {
  readonly selected: number;
  readonly n: number;
}

interface Case {
  readonly id: string;
  readonly rates_percent: Readonly<Record<string, number>>;
  readonly reference_group: Counts;
  readonly focal_group: Counts;
  readonly expected: { readonly impact_ratio_percent: Readonly<Record<string, number>> & number };
  readonly computed_here: {
    readonly impact_ratio: number;
    readonly fisher_two_sided_p: number;
    readonly one_person_shift_flips: boolean;
    readonly ratio2: number;
  };
  readonly sex: Readonly<Record<string, Count>>;
  readonly race: Readonly<Record<string, Count>>;
  readonly groups: Readonly<Record<string, Count>>;
  readonly known_only: Readonly<Record<'female' | 'male', Count>>;
  readonly with_gender_known_race_unknown: Readonly<Record<'female' | 'male', Count>>;
}

interface Table {
  readonly table: readonly [readonly [number, number], readonly [number, number]];
  readonly p_two_sided: number;
}

const file: { cases: readonly Case[]; fisher_exact: { tables: Readonly<Record<string, Table>> } } = JSON.parse(
  readFileSync('test/reference/adverse-impact/cases.json', 'utf8'),
);

function named(id: string): Case {
  const found = file.cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No case ${id}`);
  return found;
}

/** Rows of [applicants, selected]. */
function counts(groups: Readonly<Record<string, Count>>): GroupCount[] {
  return Object.entries(groups).map(([group, [total, selected]]) => ({ group, selected, total }));
}

const ratioOf = (groups: readonly GroupCount[], name: string): number | null | undefined =>
  adverseImpact(groups).groups.find((group) => group.group === name)?.impactRatio;

describe('adverse impact against published cases', () => {
  it('four groups of the EEOC Q&A: 75, 80 and 85 percent, of which only the first is below four fifths', () => {
    const { rates_percent, expected } = named('ugesp_qa_four_groups');
    const groups = Object.entries(rates_percent).map(([group, rate]) => ({ group, selected: rate, total: 100 }));
    const table = adverseImpact(groups);
    for (const { group, impactRatio } of table.groups)
      if (group !== 'White') expect(impactRatio).toBe((expected.impact_ratio_percent[group] ?? NaN) / 100);
    expect(table.groups.filter((g) => g.belowFourFifths).map((g) => g.group)).toEqual(['American Indian']);
    expect(table.highestRateGroup).toBe('White');
  });

  it.each(['ugesp_qa_21_small_numbers', 'eeoc_ai_2023'])('%s', (id) => {
    const { reference_group: lead, focal_group: focal, expected, computed_here } = named(id);
    const [, ours] = adverseImpact([
      { group: 'reference', selected: lead.selected, total: lead.n },
      { group: 'focal', selected: focal.selected, total: focal.n },
    ]).groups;
    expect(ours?.impactRatio).toBe(expected.impact_ratio_percent / 100);
    expect(ours?.impactRatio).toBeCloseTo(computed_here.impact_ratio, 14);
    expect(ours?.belowFourFifths).toBe(true);
    expect(ours?.fisherP).toBeCloseTo(computed_here.fisher_two_sided_p, 12);
    expect(ours?.onePersonFlip).toBe(computed_here.one_person_shift_flips);
    expect(ours?.smallSample).toBe(id === 'ugesp_qa_21_small_numbers');
  });

  it('the tables of the New York rule, to the digits it prints', () => {
    const { sex, race } = named('ll144_rule_example_tables');
    for (const table of [sex, race])
      for (const [group, [, , , printed]] of Object.entries(table))
        expect(Math.abs((ratioOf(counts(table), group) ?? NaN) - Number(printed))).toBeLessThan(0.011);
  });

  it('leaving people of unknown group out changes the ratio', () => {
    const { known_only, with_gender_known_race_unknown: all, computed_here } = named('unknown_category_sensitivity');
    const ratio = ({ female, male }: typeof all) => ratioOf(counts({ female, male }), 'female');
    expect(ratio(known_only)).toBe(0.5);
    expect(ratio(all)).toBeCloseTo(computed_here.ratio2, 14);
  });

  it('the four-group exercise', () => {
    const groups = counts(named('four_group_exercise').groups);
    expect(ratioOf(groups, 'Caucasian')).toBe(0.75);
    expect(ratioOf(groups, 'Asian American')).toBe(0.8);
    expect(ratioOf(groups, 'African American')).toBeCloseTo(6 / 7, 14);
    expect(
      adverseImpact(groups)
        .groups.filter((g) => g.belowFourFifths)
        .map((g) => g.group),
    ).toEqual(['Caucasian']);
  });

  it.each(Object.entries(file.fisher_exact.tables))(
    "Fisher's exact test as R gives it: %s",
    (_, { table, p_two_sided }) => {
      const [[a, b], [c, d]] = table;
      const p = fisherExactP({ selected: a, total: a + b }, { selected: c, total: c + d });
      expect(Math.abs(p / p_two_sided - 1)).toBeLessThan(1e-11);
    },
  );
});
