/**
 * Who sees what of a candidate's scorecards: one ordered rule, first match wins. It is the specification; readers page
 * through its one SQL form (`application_sight` in the migrations) and a test runs every cell of the matrix through both.
 *
 * Source: product design, "Visibility" and "Conflict of interest". The order is the rule: conflict outranks every role,
 * then owing a judgement outranks every seat, then break-glass and audit, then the seats under the pinned policy.
 *
 * The facts themselves are read from what is on record by `viewerFacts`.
 */

export type SiteRole = 'admin' | 'member' | 'auditor';
export type JobSeat = 'recruiter' | 'hiring_manager' | 'coordinator' | 'offer_approver';
export type ApplicationSeat = 'interviewer' | 'facilitator' | 'committee_member' | 'bar_raiser';
export type VisibilityPolicy = 'after_own' | 'at_debrief' | 'deciders_only';

/** What the viewer is to one application, as facts. */
export interface ViewerFacts {
  readonly siteRole: SiteRole;
  readonly conflicted: boolean;
  /** They still have a judgement of this person to give, on any open application of theirs. */
  readonly owes: boolean;
  /** Seats in force now, delegated ones included. */
  readonly jobSeats: readonly JobSeat[];
  readonly applicationSeats: readonly ApplicationSeat[];
  /** An admin's reading permission, announced and in force now. */
  readonly breakGlass: boolean;
  /** A card on this application is theirs, whether or not the seat it came from is still in force. */
  readonly hasCard: boolean;
  /** They declined, or were waived, on this application and submitted none: that unlocks nothing before the debrief. */
  readonly barred: boolean;
}

export interface ApplicationFacts {
  readonly policy: VisibilityPolicy;
  /** The debrief is past `collecting`. */
  readonly debriefOpen: boolean;
}

/** `absent`: the application does not exist for the viewer. `status`: stage and which cards are due. `content`: the cards. */
export type Sight = 'absent' | 'status' | 'content';

const READING_JOB_SEATS: readonly JobSeat[] = ['recruiter', 'hiring_manager'];
const DECIDING_SEATS: readonly ApplicationSeat[] = ['facilitator', 'committee_member', 'bar_raiser'];

/** What the viewer sees of others' scorecards on an application. Pure and total. */
export function sightOf(viewer: ViewerFacts, application: ApplicationFacts): Sight {
  const seated = viewer.jobSeats.length > 0 || viewer.applicationSeats.length > 0;
  const knows = seated || viewer.hasCard;
  if (viewer.conflicted) return 'absent';
  if (viewer.owes) return knows || viewer.siteRole !== 'member' ? 'status' : 'absent';
  if (viewer.siteRole === 'admin' && viewer.breakGlass) return 'content';
  if (viewer.siteRole === 'auditor') return 'content';
  if (!seated) return knows || viewer.siteRole === 'admin' ? 'status' : 'absent';
  return sightFromSeats(viewer, application);
}

function sightFromSeats(viewer: ViewerFacts, application: ApplicationFacts): Sight {
  const readsJob = viewer.jobSeats.some((seat) => READING_JOB_SEATS.includes(seat));
  const decides = viewer.applicationSeats.some((seat) => DECIDING_SEATS.includes(seat));
  if (!readsJob && viewer.applicationSeats.length === 0) return 'status';
  if (application.policy === 'deciders_only' && !decides && !viewer.jobSeats.includes('hiring_manager')) return 'status';
  if (application.debriefOpen) return 'content';
  return application.policy === 'after_own' && !viewer.barred ? 'content' : 'status';
}

/** Separate permissions for one card, because content, author, verdict and time leak different things. */
export interface CardPermissions {
  /** The card is there, with its round and whether it is due, submitted, declined or waived. */
  readonly status: boolean;
  readonly author: boolean;
  readonly content: boolean;
  readonly verdict: boolean;
  readonly timestamps: boolean;
  /** The card may count into a figure this viewer is shown. */
  readonly aggregate: boolean;
}

const NOTHING: CardPermissions = { status: false, author: false, content: false, verdict: false, timestamps: false, aggregate: false };
const STATUS_ONLY: CardPermissions = { ...NOTHING, status: true, author: true };
const EVERYTHING: CardPermissions = { status: true, author: true, content: true, verdict: true, timestamps: true, aggregate: true };

/** What the viewer may know of one card, given their sight of its application. A draft is its author's alone. */
export function cardPermissions(sight: Sight, card: { readonly isAuthor: boolean; readonly submitted: boolean }): CardPermissions {
  if (sight === 'absent') return NOTHING;
  if (card.isAuthor) return EVERYTHING;
  if (sight === 'status' || !card.submitted) return STATUS_ONLY;
  return EVERYTHING;
}

/** A figure over cards (recommendation, counts by outcome, packet) is shown only to those who may see every card in it. */
export function seesAggregates(sight: Sight): boolean {
  return sight === 'content';
}
