/**
 * One action on many applications. A request is checked whole before any application is looked at; then each application is
 * done, or refused, on its own, by the rules of the single action.
 *
 * Source: product design, "Application and debrief life"; issue 5, item 3.
 */
import type { ApplicationMove } from '../application/application-life.js';
import { checkReason } from '../application/reason-codes.js';
import { type Fault, invalid } from '../refusal.js';

export const BULK_ACTIONS = ['advance', 'hold', 'resume', 'reject', 'assign_seat', 'nudge'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];
export type BulkMove = Extract<BulkAction, ApplicationMove>;

export const BULK_SEATS = ['recruiter', 'coordinator'] as const;
export type BulkSeat = (typeof BULK_SEATS)[number];

/** As it came: which members belong to which action is checked by `readBulkRequest`. */
export interface BulkInput {
  readonly action: BulkAction;
  readonly applicationIds: readonly string[];
  readonly reasonCode?: string;
  readonly reason?: string;
  readonly round?: string;
  readonly seat?: BulkSeat;
  readonly userId?: string;
}

export type BulkRequest =
  | {
      readonly action: BulkMove;
      readonly applicationIds: readonly string[];
      readonly reasonCode: string;
      readonly reason: string;
      readonly round?: string;
    }
  | {
      readonly action: 'assign_seat';
      readonly applicationIds: readonly string[];
      readonly seat: BulkSeat;
      readonly userId: string;
      readonly reason: string;
    }
  | { readonly action: 'nudge'; readonly applicationIds: readonly string[] };

const MEMBERS: Readonly<Record<BulkAction, readonly (keyof BulkInput)[]>> = {
  advance: ['reasonCode', 'reason', 'round'],
  hold: ['reasonCode', 'reason'],
  resume: ['reasonCode', 'reason'],
  reject: ['reasonCode', 'reason'],
  assign_seat: ['seat', 'userId', 'reason'],
  nudge: [],
};

const missing = (member: string): Fault => ({ pointer: `/${member}`, code: 'missing_member', detail: 'is needed for this action' });

/**
 * Reads a request.
 *
 * In: the members as they came, ids in any case. Out: the request with lower-case ids, in the order they came. Errors: `validation_failed`
 * naming each member that the action lacks or does not know, and what `checkReason` refuses.
 */
export function readBulkRequest(input: BulkInput): BulkRequest {
  const known = MEMBERS[input.action];
  const others = (['reasonCode', 'reason', 'round', 'seat', 'userId'] as const).filter(
    (member) => input[member] !== undefined && !known.includes(member),
  );
  if (others.length > 0)
    throw invalid(others.map((member) => ({ pointer: `/${member}`, code: 'unknown_member', detail: 'does not belong to this action' })));
  const applicationIds = input.applicationIds.map((id) => id.toLowerCase());
  const reason = input.reason ?? '';
  if (input.action === 'nudge') return { action: 'nudge', applicationIds };
  if (input.action === 'assign_seat') {
    const { seat, userId } = input;
    if (seat === undefined || userId === undefined)
      throw invalid([...(seat === undefined ? [missing('seat')] : []), ...(userId === undefined ? [missing('userId')] : [])]);
    return { action: 'assign_seat', applicationIds, seat, userId: userId.toLowerCase(), reason };
  }
  if (input.reasonCode === undefined) throw invalid([missing('reasonCode')]);
  checkReason(input.action, input.reasonCode, reason);
  return { action: input.action, applicationIds, reasonCode: input.reasonCode, reason, ...(input.round === undefined ? {} : { round: input.round }) };
}

/** The move that takes another back; null where nothing does. */
export function inverseOf(action: BulkAction): 'hold' | 'resume' | null {
  return action === 'hold' ? 'resume' : action === 'resume' ? 'hold' : null;
}

/**
 * The request that takes a run back, for the applications it changed.
 *
 * In: the action and those applications. Out: the request, or null where the action has no inverse or nothing was changed.
 */
export function undoRequest(action: BulkAction, applicationIds: readonly string[]): BulkRequest | null {
  const inverse = inverseOf(action);
  if (inverse === null || applicationIds.length === 0) return null;
  const reason = 'The bulk action was taken back.';
  return { action: inverse, applicationIds, reasonCode: 'other', reason };
}

/** Two requests ask for the same. Order of applications counts: results are told in it. */
export function sameRequest(one: BulkRequest, other: BulkRequest): boolean {
  return canonical(one) === canonical(other);
}

function canonical(request: BulkRequest): string {
  return JSON.stringify(Object.entries(request).sort(([one], [other]) => (one < other ? -1 : 1)));
}
