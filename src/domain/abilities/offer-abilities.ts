/**
 * Who reads an offer and what they may do with it. An offer is for the recruiter, the hiring manager and the offer approvers of its job, for auditors,
 * and for an admin under break-glass; conflict hides it, and so does a card still owed on the person, because an offer tells the decision.
 *
 * Source: product design, "People, seats and what they may do" and "Visibility"; issue on offers: "visible only to those with a seat for it".
 */
import { type ApprovalNeed, type ApprovingSeat, approvesAs, type GivenApproval } from '../offer/approval-rules.js';
import { canMoveOffer, OFFER_STEPS, type OfferStatus } from '../offer/offer-life.js';
import { Refusal } from '../refusal.js';
import type { JobSeat, SiteRole } from '../visibility/visibility.js';

export interface OfferReader {
  readonly siteRole: SiteRole;
  readonly conflicted: boolean;
  readonly owes: boolean;
  readonly breakGlass: boolean;
  readonly jobSeats: readonly JobSeat[];
}

const READING: readonly JobSeat[] = ['recruiter', 'hiring_manager', 'offer_approver'];

/** In: what is on record about the viewer. Out: whether offers of the application exist for them. The SQL form is `sees_offers`. Pure and total. */
export function seesOffers(viewer: OfferReader): boolean {
  if (viewer.conflicted || viewer.owes) return false;
  if (viewer.siteRole === 'auditor' || (viewer.siteRole === 'admin' && viewer.breakGlass)) return true;
  return viewer.jobSeats.some((seat) => READING.includes(seat));
}

export interface OfferViewer {
  readonly userId: string;
  readonly siteRole: SiteRole;
  readonly jobSeats: readonly JobSeat[];
}

export interface OfferFacts {
  readonly status: OfferStatus;
  readonly needs: readonly ApprovalNeed[];
  readonly approvals: readonly GivenApproval[];
  readonly submittedBy: string | null;
}

export interface OfferAbilities {
  readonly revise: boolean;
  readonly submit: boolean;
  readonly approve: boolean;
  readonly refuse: boolean;
  readonly extend: boolean;
  readonly counter: boolean;
  readonly compete: boolean;
  readonly accept: boolean;
  readonly decline: boolean;
  readonly rescind: boolean;
}

export type PersonsMove = keyof OfferAbilities;

/** Makes offers and leads the talk with the candidate. An auditor only reads, and so does an admin under break-glass. */
export function makesOffers({ siteRole, jobSeats }: OfferViewer): boolean {
  return siteRole !== 'auditor' && jobSeats.some((seat) => seat === 'recruiter' || seat === 'hiring_manager');
}

/** For which seat the viewer's approval would count now; null: for none. */
export function approvalSeat(viewer: OfferViewer, offer: OfferFacts): ApprovingSeat | null {
  return viewer.siteRole === 'auditor'
    ? null
    : approvesAs(offer, offer.approvals, offer.submittedBy, { userId: viewer.userId, seats: viewer.jobSeats });
}

/**
 * The refusal of a move by this viewer now, or null.
 *
 * In: the move and the facts. Out: `forbidden` before `wrong_state`, each with the way out in words. The buttons are its absence.
 */
export function checkOfferMove(move: PersonsMove, viewer: OfferViewer, offer: OfferFacts): Refusal | null {
  const judges = move === 'approve' || move === 'refuse';
  const may = judges ? mayJudge(viewer) : makesOffers(viewer);
  const who = judges ? "an offer approver or the job's hiring manager" : "the job's recruiter or hiring manager";
  if (!may) return new Refusal('forbidden', `Only ${who} may do this.`);
  if (!canMoveOffer(offer.status, move)) return new Refusal('wrong_state', OFFER_STEPS[move].otherwise, [], { status: offer.status });
  if (!judges) return null;
  if (viewer.userId === offer.submittedBy) return new Refusal('forbidden', 'Nobody judges an offer they submitted themselves.');
  if (move === 'approve' && offer.approvals.some((one) => one.userId === viewer.userId))
    return new Refusal('wrong_state', 'You approved this offer already.');
  if (move === 'approve' && approvalSeat(viewer, offer) === null)
    return new Refusal('wrong_state', 'Nobody of your seat is missing: others must approve now.');
  return null;
}

function mayJudge({ siteRole, jobSeats }: OfferViewer): boolean {
  return siteRole !== 'auditor' && jobSeats.some((seat) => seat === 'offer_approver' || seat === 'hiring_manager');
}

export function offerAbilities(viewer: OfferViewer, offer: OfferFacts): OfferAbilities {
  const can = (move: PersonsMove) => checkOfferMove(move, viewer, offer) === null;
  return {
    revise: can('revise'),
    submit: can('submit'),
    approve: can('approve'),
    refuse: can('refuse'),
    extend: can('extend'),
    counter: can('counter'),
    compete: can('compete'),
    accept: can('accept'),
    decline: can('decline'),
    rescind: can('rescind'),
  };
}
