/**
 * Who may give, end, delegate and hand over seats. A recruiter, a hiring manager of the job or an admin gives seats; the
 * holder, the recruiter or an admin passes one on, with a reason. An admin without a seat does not seat themselves on a
 * job that somebody runs: that would read cards without the announcement that break-glass makes.
 *
 * Source: product design, "People, seats and what they may do" and "Conflict of interest".
 */
import { DateTime } from 'luxon';
import { invalid } from '../refusal.js';
import { daysBetween, ianaZone, localDate } from '../timeline/local-date.js';
import type { ApplicationSeat, JobSeat, SiteRole } from '../visibility/visibility.js';

export const JOB_SEATS = ['recruiter', 'hiring_manager', 'coordinator', 'offer_approver'] as const satisfies readonly JobSeat[];
export const DEBRIEF_SEATS = ['facilitator', 'committee_member', 'bar_raiser'] as const satisfies readonly ApplicationSeat[];
export type DebriefSeat = (typeof DEBRIEF_SEATS)[number];
export type SeatKind = JobSeat | ApplicationSeat;

/** Longest delegation, in days; past it a seat should be handed over. */
export const LONGEST_DELEGATION_DAYS = 366;

export interface SeatActor {
  readonly userId: string;
  readonly siteRole: SiteRole;
  /** Seats of the actor on the job, in force. */
  readonly jobSeats: readonly JobSeat[];
}

const RUNNING: readonly JobSeat[] = ['recruiter', 'hiring_manager'];

/** May the actor give this person a seat? `jobIsRun`: somebody is recruiter or hiring manager of the job now. */
export function mayGrantSeat(actor: SeatActor, toUserId: string, jobIsRun: boolean): boolean {
  if (actor.jobSeats.some((seat) => RUNNING.includes(seat))) return true;
  return actor.siteRole === 'admin' && (toUserId !== actor.userId || !jobIsRun);
}

/** May the actor end this seat? Those who give seats, and the holder their own. */
export function mayEndSeat(actor: SeatActor, holderId: string): boolean {
  return holderId === actor.userId || actor.siteRole === 'admin' || actor.jobSeats.some((seat) => RUNNING.includes(seat));
}

/** May the actor delegate or hand over this seat to that person? */
export function mayPassOnSeat(actor: SeatActor, holderId: string, toUserId: string | null): boolean {
  if (holderId === actor.userId || actor.jobSeats.includes('recruiter')) return true;
  return actor.siteRole === 'admin' && toUserId !== actor.userId;
}

/**
 * The instants between which a delegation is in force: from the start of its first day to the end of its last, on the
 * holder's clock.
 *
 * In: first and last local date, the holder's IANA zone, the time now. Errors: `validation_failed` naming `/startsOn` or
 * `/endsOn` for dates that are none, out of order, longer than a year, or over already.
 */
export function delegationPeriod(startsOn: string, endsOn: string, zone: string, now: Date): { readonly startsAt: Date; readonly endsAt: Date } {
  const first = localDate(startsOn, '/startsOn');
  const last = localDate(endsOn, '/endsOn');
  const days = daysBetween(first, last);
  if (days < 0) throw invalid([{ pointer: '/endsOn', code: 'order', detail: 'is before "startsOn"' }]);
  if (days >= LONGEST_DELEGATION_DAYS) {
    throw invalid([
      { pointer: '/endsOn', code: 'too_long', detail: `a delegation lasts at most ${LONGEST_DELEGATION_DAYS} days; hand the seat over instead` },
    ]);
  }
  const from = DateTime.fromISO(first, { zone: ianaZone(zone) });
  const until = DateTime.fromISO(last, { zone: ianaZone(zone) }).plus({ days: 1 });
  if (until.toMillis() <= now.getTime()) throw invalid([{ pointer: '/endsOn', code: 'past', detail: 'is over already' }]);
  return { startsAt: new Date(from.toMillis()), endsAt: new Date(until.toMillis()) };
}
