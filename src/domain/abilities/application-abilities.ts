/** What a person may do with an application. Moves say something about the stage; none of them depends on, or shows, a card. */
import type { ApplicationMove, ApplicationState } from '../application/application-life.js';
import { canMove } from '../application/application-life.js';
import { roundsCanChange } from '../application/round-changes.js';
import type { ApplicationSeat, JobSeat, Sight, SiteRole } from '../visibility/visibility.js';

export interface ApplicationViewer {
  readonly siteRole: SiteRole;
  readonly jobSeats: readonly JobSeat[];
  readonly applicationSeats: readonly ApplicationSeat[];
}

/** Recruiter, hiring manager or admin: decides about the stage. */
export function leadsApplication(viewer: ApplicationViewer): boolean {
  return viewer.siteRole === 'admin' || viewer.jobSeats.some((seat) => seat === 'recruiter' || seat === 'hiring_manager');
}

/** Whoever leads, and the coordinator: plans interviews and records facts. */
export function coordinatesApplication(viewer: ApplicationViewer): boolean {
  return leadsApplication(viewer) || viewer.jobSeats.includes('coordinator');
}

/**
 * Lays an application that is complained of beside its comparators: an auditor, as long as they see its content.
 *
 * In: the viewer's site role and what they see of it. Out: whether they may. Pure. Source: product design, "Visibility" (auditors read cards,
 * packets and history), and issue "The debrief room", item 9.
 */
export function comparesApplication({ siteRole, sight }: { readonly siteRole: SiteRole; readonly sight: Sight }): boolean {
  return siteRole === 'auditor' && sight === 'content';
}

export interface ApplicationAbilities {
  readonly advance: boolean;
  readonly hold: boolean;
  readonly resume: boolean;
  readonly reject: boolean;
  readonly withdraw: boolean;
  readonly reopen: boolean;
  readonly offer: boolean;
  readonly retractOffer: boolean;
  readonly hire: boolean;
  readonly changeRounds: boolean;
  readonly recordFacts: boolean;
  readonly changeRubric: boolean;
  readonly planInterview: boolean;
}

export interface ApplicationFactsForAbilities extends ApplicationState {
  readonly cardsSubmitted: number;
  /** A decision in favour stands. */
  readonly decidedToHire: boolean;
}

export function applicationAbilities(viewer: ApplicationViewer, application: ApplicationFactsForAbilities): ApplicationAbilities {
  const leads = leadsApplication(viewer);
  const can = (move: ApplicationMove) => leads && canMove(application, move);
  const running = roundsCanChange(application);
  return {
    advance: can('advance'),
    hold: can('hold'),
    resume: can('resume'),
    reject: can('reject'),
    withdraw: can('withdraw'),
    reopen: can('reopen'),
    offer: can('offer') && application.decidedToHire,
    retractOffer: can('retract_offer'),
    hire: can('hire'),
    changeRounds: leads && running,
    recordFacts: (coordinatesApplication(viewer) || viewer.applicationSeats.includes('interviewer')) && running,
    changeRubric: leads && running && application.cardsSubmitted === 0,
    planInterview: coordinatesApplication(viewer) && running,
  };
}
