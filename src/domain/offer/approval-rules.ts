/**
 * Who must approve an offer before it goes out. A job says how many of which seat, once for offers within its band and once, never less, for those
 * outside it. An offer that cannot be checked against a band is treated as one outside: nobody could say that it is within.
 *
 * One person gives one approval, for one seat, and never for what they submitted themselves.
 *
 * Source: product design, "People, seats and what they may do" (offer approver) and issue on offers: "approvals, what it takes to get one outside the band".
 */
import { flag, list, object, oneOf, wholeNumber } from '../json-shape.js';
import { type Fault, invalid } from '../refusal.js';
import type { BandCheck } from './band-check.js';

export const APPROVING_SEATS = ['offer_approver', 'hiring_manager'] as const;
export type ApprovingSeat = (typeof APPROVING_SEATS)[number];

export interface ApprovalNeed {
  readonly seat: ApprovingSeat;
  readonly count: number;
}

export interface ApprovalRules {
  readonly within: readonly ApprovalNeed[];
  readonly outside: readonly ApprovalNeed[];
  /** An offer outside the band says why in words. */
  readonly reasonOutside: boolean;
}

/** Until a job has rules of its own. */
export const DEFAULT_RULES: ApprovalRules = {
  within: [{ seat: 'offer_approver', count: 1 }],
  outside: [
    { seat: 'offer_approver', count: 2 },
    { seat: 'hiring_manager', count: 1 },
  ],
  reasonOutside: true,
};

const needs = list(object<ApprovalNeed>({ seat: oneOf(APPROVING_SEATS), count: wholeNumber(1, 9) }), { minimum: 1, maximum: 2 });
const rulesShape = object<ApprovalRules>({ within: needs, outside: needs, reasonOutside: flag });

export function countOf(list: readonly ApprovalNeed[], seat: ApprovingSeat): number {
  return list.find((need) => need.seat === seat)?.count ?? 0;
}

/** In: a parsed JSON value and its place. Out: the rules. Errors: `validation_failed`: no approval at all, a seat twice, less outside than within. */
export function parseRules(value: unknown, place: string): ApprovalRules {
  const faults: Fault[] = [];
  if (!rulesShape(value, place, faults)) throw invalid(faults);
  for (const side of ['within', 'outside'] as const)
    if (new Set(value[side].map((need) => need.seat)).size !== value[side].length)
      faults.push({ pointer: `${place}/${side}`, code: 'duplicate', detail: 'names a seat twice' });
  for (const seat of APPROVING_SEATS)
    if (countOf(value.outside, seat) < countOf(value.within, seat))
      faults.push({ pointer: `${place}/outside`, code: 'order', detail: `asks for less of the ${seat.replace('_', ' ')} than within the band` });
  if (faults.length > 0) throw invalid(faults);
  return value;
}

/** What one offer needs, by where it stands. */
export interface Requirement {
  readonly side: 'within' | 'outside';
  readonly needs: readonly ApprovalNeed[];
  readonly reasonRequired: boolean;
}

export function requirementOf(rules: ApprovalRules, check: Pick<BandCheck, 'standing'>): Requirement {
  const within = check.standing === 'within';
  return { side: within ? 'within' : 'outside', needs: within ? rules.within : rules.outside, reasonRequired: !within && rules.reasonOutside };
}

/** An approval that stands. */
export interface GivenApproval {
  readonly userId: string;
  readonly seat: ApprovingSeat;
}

/** What is still missing, in the order of the needs; empty once the offer may go out. Pure and total. */
export function missingApprovals(requirement: Pick<Requirement, 'needs'>, given: readonly GivenApproval[]): readonly ApprovalNeed[] {
  return requirement.needs
    .map(({ seat, count }) => ({ seat, count: count - given.filter((one) => one.seat === seat).length }))
    .filter(({ count }) => count > 0);
}

/**
 * The seat for which somebody's approval would count now: the first that is missing and theirs.
 *
 * In: what is required and given, who submitted the offer, the person and their seats on the job. Out: the seat; null where theirs does not count.
 */
export function approvesAs(
  requirement: Pick<Requirement, 'needs'>,
  given: readonly GivenApproval[],
  submittedBy: string | null,
  person: { readonly userId: string; readonly seats: readonly string[] },
): ApprovingSeat | null {
  if (person.userId === submittedBy || given.some((one) => one.userId === person.userId)) return null;
  return missingApprovals(requirement, given).find(({ seat }) => person.seats.includes(seat))?.seat ?? null;
}
