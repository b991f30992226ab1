import { invalid, type Fault } from '../refusal.js';
import { fisherExactP, type SelectionCount } from './fisher-exact.js';

/**
 * Adverse impact: whether some group is selected at a rate so far below the group with the highest rate that it needs a look. A
 * rate below four fifths of the highest is generally regarded as evidence; exactly four fifths is not below, so counts are
 * compared as whole numbers. Beside it stand Fisher's exact test, whether one different person would turn the order round,
 * and a warning where numbers are small: a figure to look into, never a verdict.
 *
 * Source: 29 CFR 1607.4(D) and 1607.15(A)(2)(a); EEOC Questions and Answers 11, 18–21, 44 FR 11996 (1979); Roth, Bobko & Switzer
 * (2006), J. Appl. Psychology 91:507–522 (one person); 6 RCNY 5-300 (impact ratio).
 */
export interface GroupCount extends SelectionCount {
  readonly group: string;
}

/** One group set against another. */
interface Comparison {
  readonly group: string;
  /** This group's rate over the other's; null where the other's is zero. */
  readonly impactRatio: number | null;
  /** Two-sided. */
  readonly fisherP: number;
}

export interface GroupImpact extends GroupCount {
  /** Selected over total, in [0, 1]; null without applicants. */
  readonly rate: number | null;
  /** Rate over the highest rate; 1 for the group that has it; null where a rate or the highest is missing or zero. */
  readonly impactRatio: number | null;
  /** Strictly below four fifths of the highest rate; null where there is no impact ratio. */
  readonly belowFourFifths: boolean | null;
  /** Fisher's exact test against the highest-rate group, two-sided; null for that group itself and without applicants. */
  readonly fisherP: number | null;
  /** One selection moved from the highest-rate group to this one would put this one's rate above the other's. */
  readonly onePersonFlip: boolean | null;
  /** Fewer than 30 applicants, or fewer than 5 selections to be expected, here or in the highest-rate group. */
  readonly smallSample: boolean;
  /** Under 2 % of all applicants: the guidelines ask for no determination of its own. */
  readonly underTwoPercent: boolean;
  /** Against the group with the most applicants, since a tiny group with the highest rate can hide what lies between large ones. */
  readonly againstLargest: Comparison | null;
}

export interface AdverseImpactTable {
  /** Null where nobody applied, or nobody was selected. */
  readonly highestRateGroup: string | null;
  readonly largestGroup: string | null;
  readonly selected: number;
  readonly total: number;
  readonly groups: readonly GroupImpact[];
}

/** Larger counts than any employer's; keeps the exact test quick. */
export const LARGEST_TOTAL = 10_000_000;
const FEWEST_APPLICANTS = 30;
const FEWEST_EXPECTED = 5;

function refuseBad(groups: readonly GroupCount[]): void {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  groups.forEach(({ group, selected, total }, i) => {
    const fault = (field: string, code: string, detail: string): number => faults.push({ pointer: `/${i}/${field}`, code, detail });
    const isCount = (n: number): boolean => Number.isInteger(n) && n >= 0 && n <= LARGEST_TOTAL;
    if (!isCount(selected)) fault('selected', 'not_a_count', `must be a whole number from 0 to ${LARGEST_TOTAL}`);
    if (!isCount(total)) fault('total', 'not_a_count', `must be a whole number from 0 to ${LARGEST_TOTAL}`);
    if (selected > total) fault('selected', 'more_than_total', `${selected} selected of only ${total}`);
    if (seen.has(group)) fault('group', 'duplicate', `group "${group}" is given twice`);
    seen.add(group);
  });
  if (faults.length > 0) throw invalid(faults);
}

/** The sign of a's rate minus b's, in whole numbers: products reach 1e14, which a double holds exactly. */
function compareRates(a: SelectionCount, b: SelectionCount): number {
  return Math.sign(a.selected * b.total - b.selected * a.total);
}

/** The group that comes first under an order, among those with applicants; the earlier one in a tie. */
function first(groups: readonly GroupCount[], order: (a: GroupCount, b: GroupCount) => number): GroupCount | null {
  const [lead] = groups.filter((group) => group.total > 0).sort(order);
  return lead ?? null;
}

/** Whether one selection moved from the leading group to this one turns the order of their rates round. */
function flips(group: SelectionCount, lead: SelectionCount): boolean {
  if (lead.selected === 0 || group.selected === group.total) return false;
  const gained = { selected: group.selected + 1, total: group.total };
  return compareRates(gained, { selected: lead.selected - 1, total: lead.total }) > 0;
}

function ratio(group: SelectionCount, lead: SelectionCount): number | null {
  return group.total === 0 || lead.selected === 0 ? null : (group.selected * lead.total) / (group.total * lead.selected);
}

function isSmall(group: SelectionCount, lead: SelectionCount): boolean {
  const overall = (group.selected + lead.selected) / (group.total + lead.total);
  return [group, lead].some(({ total }) => total < FEWEST_APPLICANTS || total * overall < FEWEST_EXPECTED);
}

function against(group: GroupCount, lead: GroupCount | null): Omit<GroupImpact, keyof GroupCount | 'rate' | 'underTwoPercent' | 'againstLargest'> {
  const impactRatio = lead && ratio(group, lead);
  if (lead === null || group.total === 0) return { impactRatio: null, belowFourFifths: null, fisherP: null, onePersonFlip: null, smallSample: true };
  const isLead = group.group === lead.group;
  return {
    impactRatio,
    belowFourFifths: impactRatio === null ? null : 5 * group.selected * lead.total < 4 * lead.selected * group.total,
    fisherP: isLead ? null : fisherExactP(group, lead),
    onePersonFlip: isLead || impactRatio === null ? null : flips(group, lead),
    smallSample: isSmall(group, lead),
  };
}

function compared(group: GroupCount, largest: GroupCount | null): Comparison | null {
  if (largest === null || group.total === 0 || group.group === largest.group) return null;
  return { group: largest.group, impactRatio: ratio(group, largest), fisherP: fisherExactP(group, largest) };
}

/**
 * The table of one step of selection.
 * In: counts per group, names distinct, 0 ≤ selected ≤ total ≤ 10,000,000. Out: each group set against the highest-rate group (of equal
 * rates the larger group, then the earlier one) and against the largest one. Where nobody at all was selected every ratio is null.
 * Refuses (`validation_failed`, pointer to row and field) anything else.
 */
export function adverseImpact(groups: readonly GroupCount[]): AdverseImpactTable {
  refuseBad(groups);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const selected = groups.reduce((sum, group) => sum + group.selected, 0);
  const highest = first(groups, (a, b) => compareRates(b, a) || b.total - a.total);
  const largest = first(groups, (a, b) => b.total - a.total);
  return {
    highestRateGroup: selected === 0 ? null : (highest?.group ?? null),
    largestGroup: largest?.group ?? null,
    selected,
    total,
    groups: groups.map((group) => ({
      group: group.group,
      selected: group.selected,
      total: group.total,
      rate: group.total === 0 ? null : group.selected / group.total,
      ...against(group, highest),
      underTwoPercent: 50 * group.total < total,
      againstLargest: compared(group, largest),
    })),
  };
}
