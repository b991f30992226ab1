/**
 * The facts the visibility rule asks for, from what is on record about a viewer.
 *
 * You owe on a candidate while an interview assigned to you, on any open application of theirs, has no submitted card.
 * - Duties follow the person: re-applications and merged duplicates count, and interviews still to come.
 * - A cancelled interview, a no-show or the end of the application ends the duty.
 * - A declined or waived card, and a stand-in's place on an interview without a card of their own, unlocks nothing before
 *   the debrief of that application opens: until then it binds as if it were owed.
 *
 * Source: product design, "Visibility" and "Conflict of interest".
 */
import type { ApplicationSeat, JobSeat, SiteRole, ViewerFacts } from './visibility.js';

/** An interview assigned to the viewer, whoever the candidate. */
export interface Assignment {
  readonly applicationId: string;
  /** The person the application is of, merges resolved. */
  readonly personId: string;
  /** Active, on hold or offered. */
  readonly applicationOpen: boolean;
  readonly debriefOpen: boolean;
  readonly interview: 'planned' | 'scheduled' | 'held' | 'cancelled' | 'no_show';
  /** The viewer's own card; `none` for a stand-in whose interview owes a card and who has none of their own. */
  readonly card: 'assigned' | 'draft' | 'submitted' | 'declined' | 'waived' | 'none';
}

/** From `startsAt` on, up to but not including `endsAt`, and not ended before. */
export interface Term {
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly ended: boolean;
}

export interface SeatOnJob extends Term {
  readonly kind: JobSeat;
  readonly jobId: string;
}

export interface SeatOnApplication extends Term {
  readonly kind: ApplicationSeat;
  readonly applicationId: string;
}

export interface ViewerRecord {
  readonly siteRole: SiteRole;
  readonly jobSeats: readonly SeatOnJob[];
  readonly applicationSeats: readonly SeatOnApplication[];
  readonly assignments: readonly Assignment[];
  /** Persons they are conflicted on, merges resolved; withdrawn ones left out. */
  readonly conflictedPersons: readonly string[];
  /** Themselves as candidates: the persons they are, and every job those persons applied for. */
  readonly ownPersons: readonly string[];
  readonly ownJobs: readonly string[];
  readonly breakGlass: readonly (Term & { readonly applicationId: string })[];
}

export interface ApplicationIdentity {
  readonly id: string;
  readonly jobId: string;
  readonly personId: string;
}

/** What an assignment asks of its holder. `owed`: a card. `locked`: nothing, but the others stay closed until the debrief. */
export type Duty = 'owed' | 'locked' | 'none';

export function dutyOf(assignment: Assignment): Duty {
  if (!assignment.applicationOpen) return 'none';
  if (isOff(assignment)) return 'none';
  if (assignment.card === 'submitted') return 'none';
  if (assignment.card === 'assigned' || assignment.card === 'draft') return 'owed';
  return assignment.debriefOpen ? 'none' : 'locked';
}

/**
 * What a viewer is to one application at one time. In: everything on record about the viewer, the application's ids, the time.
 * Out: the facts that `sightOf` decides by. Pure and total.
 */
export function viewerFacts(viewer: ViewerRecord, application: ApplicationIdentity, at: Date): ViewerFacts {
  const own = viewer.assignments.filter((one) => one.applicationId === application.id && one.card !== 'none');
  const gaveUp = own.some((one) => !isOff(one) && (one.card === 'declined' || one.card === 'waived'));
  return {
    siteRole: viewer.siteRole,
    conflicted:
      viewer.conflictedPersons.includes(application.personId) ||
      viewer.ownPersons.includes(application.personId) ||
      viewer.ownJobs.includes(application.jobId),
    owes: viewer.assignments.some((one) => one.personId === application.personId && dutyOf(one) !== 'none'),
    jobSeats: viewer.jobSeats.filter((seat) => seat.jobId === application.jobId && inForce(seat, at)).map((seat) => seat.kind),
    applicationSeats: viewer.applicationSeats.filter((seat) => seat.applicationId === application.id && inForce(seat, at)).map((seat) => seat.kind),
    breakGlass: viewer.breakGlass.some((glass) => glass.applicationId === application.id && inForce(glass, at)),
    hasCard: own.length > 0,
    barred: gaveUp && !own.some((one) => one.card === 'submitted'),
  };
}

function isOff({ interview }: Assignment): boolean {
  return interview === 'cancelled' || interview === 'no_show';
}

function inForce(term: Term, at: Date): boolean {
  return !term.ended && (term.startsAt === null || term.startsAt <= at) && (term.endsAt === null || term.endsAt > at);
}
