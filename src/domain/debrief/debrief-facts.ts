/**
 * Everything the debrief's rules read, and who the viewer is to it. Gathered once under the debrief's lock (or for a
 * screen), so that a button and the refusal behind it never disagree.
 *
 * Source: product design, "Application and debrief life".
 */
import type { ApplicationSeat, JobSeat, Sight, SiteRole } from '../visibility/visibility.js';
import type { DebriefPolicy } from './debrief-policy.js';
import type { DebriefState } from './debrief-states.js';
import type { BallotKind, Elector } from './electorate.js';

export interface DebriefViewer {
  readonly userId: string;
  readonly siteRole: SiteRole;
  readonly sight: Sight;
  readonly jobSeats: readonly JobSeat[];
  readonly applicationSeats: readonly ApplicationSeat[];
}

export interface DebriefFacts {
  readonly state: DebriefState;
  readonly applicationStatus: 'active' | 'on_hold' | 'offered' | 'hired' | 'rejected' | 'withdrawn';
  readonly policy: DebriefPolicy;
  /** Of the round running now. */
  readonly openBallot: BallotKind | null;
  readonly revealed: readonly BallotKind[];
  readonly panel: readonly Elector[];
  readonly committee: readonly Elector[];
  /** Somebody who may know of the application sits as facilitator. */
  readonly facilitatorSeated: boolean;
  /** A hiring manager or a stand-in is active, unconflicted, not away today and owes no card. */
  readonly hiringManagerAvailable: boolean;
  readonly decisionOverdue: boolean;
  /** Seats whose veto stands. */
  readonly vetoes: readonly string[];
  /** Who made the standing decision. */
  readonly decidedBy: string | null;
  readonly viewer: DebriefViewer;
}

/** An auditor reads and an admin under break-glass reads: only a seat that sees the content acts. */
export function takesPart({ viewer }: DebriefFacts): boolean {
  if (viewer.sight !== 'content' || viewer.siteRole === 'auditor') return false;
  return viewer.applicationSeats.length > 0 || viewer.jobSeats.some((seat) => seat === 'recruiter' || seat === 'hiring_manager');
}

/** Runs the debrief: its facilitator, or where nobody sits as one, the job's recruiter or hiring manager. */
export function facilitates(facts: DebriefFacts): boolean {
  if (!takesPart(facts)) return false;
  return facts.viewer.applicationSeats.includes('facilitator') || (!facts.facilitatorSeated && isHiringTeam(facts));
}

export function isHiringTeam({ viewer }: DebriefFacts): boolean {
  return viewer.jobSeats.some((seat) => seat === 'recruiter' || seat === 'hiring_manager');
}

/** The duty has passed to the recruiter: the decision is overdue and no hiring manager can make it. */
export function isEscalated(facts: DebriefFacts): boolean {
  const { policy, viewer, decisionOverdue, hiringManagerAvailable } = facts;
  return (
    policy.decider === 'hiring_manager' &&
    decisionOverdue &&
    !hiringManagerAvailable &&
    !viewer.jobSeats.includes('hiring_manager') &&
    viewer.jobSeats.includes('recruiter')
  );
}

/** May record the decision: for a committee of several, whoever writes down what its ballot said. */
export function decides(facts: DebriefFacts): boolean {
  if (!takesPart(facts)) return false;
  const { policy, viewer, committee } = facts;
  if (policy.decider === 'hiring_manager') return viewer.jobSeats.includes('hiring_manager') || isEscalated(facts);
  const member = committee.some((elector) => elector.userId === viewer.userId);
  return committee.length === 1 ? member : member || facilitates(facts);
}
