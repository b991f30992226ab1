/**
 * The life of an offer, as data: draft → awaiting approval → approved → extended → countered (next round) → accepted, declined, rescinded or expired.
 * A change after it was submitted makes it a draft again and voids what was approved. Reopening the debrief halts whatever is not over: from there it is
 * revised once a decision stands again, or rescinded.
 *
 * Source: product design, "Application and debrief life" and issue on offers.
 */
import { Refusal } from '../refusal.js';

export const OFFER_STATUSES = [
  'draft',
  'awaiting_approval',
  'approved',
  'extended',
  'countered',
  'halted',
  'accepted',
  'declined',
  'rescinded',
  'expired',
] as const;
export type OfferStatus = (typeof OFFER_STATUSES)[number];

/** Not over yet: an application has at most one of these. */
export const LIVE_OFFER: readonly OfferStatus[] = ['draft', 'awaiting_approval', 'approved', 'extended', 'countered', 'halted'];

export const OFFER_MOVES = [
  'revise',
  'submit',
  'approve',
  'refuse',
  'extend',
  'counter',
  'compete',
  'accept',
  'decline',
  'rescind',
  'expire',
  'halt',
] as const;
export type OfferMove = (typeof OFFER_MOVES)[number];

interface Step {
  readonly from: readonly OfferStatus[];
  /** Null: where it was; an approval leads on only with the last one missing. */
  readonly to: OfferStatus | null;
  /** What the caller is told when the status does not fit. */
  readonly otherwise: string;
}

export const OFFER_STEPS: Readonly<Record<OfferMove, Step>> = {
  revise: {
    from: ['draft', 'awaiting_approval', 'approved', 'countered', 'halted'],
    to: 'draft',
    otherwise: 'An offer that is out does not change: record what the candidate asks for, or rescind it.',
  },
  submit: { from: ['draft'], to: 'awaiting_approval', otherwise: 'Only a draft is submitted for approval.' },
  approve: { from: ['awaiting_approval'], to: null, otherwise: 'Only a submitted offer is approved.' },
  refuse: { from: ['awaiting_approval'], to: 'draft', otherwise: 'Only a submitted offer is refused.' },
  extend: { from: ['approved', 'countered'], to: 'extended', otherwise: 'Only an approved offer goes out.' },
  counter: { from: ['extended'], to: 'countered', otherwise: 'Only an offer that is out is countered.' },
  compete: {
    from: ['draft', 'awaiting_approval', 'approved', 'extended', 'countered'],
    to: null,
    otherwise: 'A competing offer is recorded while this one is being made or is out.',
  },
  accept: { from: ['extended'], to: 'accepted', otherwise: 'Only an offer that is out is accepted.' },
  decline: { from: ['extended', 'countered'], to: 'declined', otherwise: 'Only an offer that is out is declined.' },
  rescind: { from: LIVE_OFFER, to: 'rescinded', otherwise: 'This offer is over already.' },
  expire: { from: ['extended', 'countered'], to: 'expired', otherwise: 'Only an offer that is out expires.' },
  halt: { from: ['draft', 'awaiting_approval', 'approved', 'extended', 'countered'], to: 'halted', otherwise: 'This offer is over already.' },
};

/** True when the status allows the move. */
export function canMoveOffer(status: OfferStatus, move: OfferMove): boolean {
  return OFFER_STEPS[move].from.includes(status);
}

/**
 * Where a move leads.
 *
 * In: the status, the move. Out: the next status. Errors: `wrong_state` with the way out where the status does not allow the move.
 */
export function moveOffer(status: OfferStatus, move: OfferMove): OfferStatus {
  const step = OFFER_STEPS[move];
  if (!step.from.includes(status)) throw new Refusal('wrong_state', step.otherwise, [], { status });
  return step.to ?? status;
}

/** The candidate has it, or has answered it with a wish of their own. */
export function isOut(status: OfferStatus): boolean {
  return status === 'extended' || status === 'countered';
}
