import type { Assignment, SeatOnApplication, SeatOnJob, ViewerRecord } from '../../src/domain/visibility/viewer-facts.js';
import type { ApplicationSeat, JobSeat, SiteRole, VisibilityPolicy } from '../../src/domain/visibility/visibility.js';

export const JOB_SEATS = ['recruiter', 'hiring_manager', 'coordinator', 'offer_approver'] as const satisfies readonly JobSeat[];
export const PANEL_SEATS = ['interviewer', 'shadow', 'reverse_shadow'] as const;
export const ROOM_SEATS = ['facilitator', 'committee_member', 'bar_raiser'] as const satisfies readonly ApplicationSeat[];
export const TERMS = ['now', 'stand_in', 'past', 'future', 'ended', 'other_job'] as const;
export const CARDS = ['assigned', 'draft', 'submitted', 'declined', 'waived', 'none'] as const;
export const INTERVIEWS = ['planned', 'scheduled', 'held', 'cancelled', 'no_show'] as const;
export const PLACES = ['here', 'other_job', 'duplicate', 'closed', 'other_person'] as const;
export const CONFLICTS = [
  'declared',
  'withdrawn',
  'referrer',
  'merged',
  'self',
  'self_duplicate',
  'rival',
  'former_rival',
  'other_person',
  'other_job',
] as const;
export const GLASSES = ['active', 'expired', 'ended', 'other_application'] as const;
export const STATUSES = ['active', 'on_hold', 'offered', 'hired', 'rejected', 'withdrawn'] as const;
export const STAGES = ['collecting', 'ready', 'first_ballot', 'discussing', 'second_ballot', 'committee_ballot', 'decided', 'closed'] as const;
export const POLICIES = ['after_own', 'at_debrief', 'deciders_only'] as const satisfies readonly VisibilityPolicy[];

export type Stage = (typeof STAGES)[number];
export type SeatKind = JobSeat | (typeof PANEL_SEATS)[number] | (typeof ROOM_SEATS)[number];

export interface SituationSeat {
  readonly kind: SeatKind;
  readonly term: (typeof TERMS)[number];
}

export interface SituationCard {
  readonly card: (typeof CARDS)[number];
  readonly interview: (typeof INTERVIEWS)[number];
  readonly place: (typeof PLACES)[number];
  /** Stage of the debrief where the card is, for places other than here. */
  readonly stage: Stage;
}

/** One viewer and one application, in the words of the matrix (README.md beside this file). */
export interface Situation {
  readonly site: SiteRole;
  readonly seats: readonly SituationSeat[];
  readonly cards: readonly SituationCard[];
  readonly conflict: (typeof CONFLICTS)[number] | null;
  readonly glass: (typeof GLASSES)[number] | null;
  readonly status: (typeof STATUSES)[number];
  readonly stage: Stage;
  readonly policy: VisibilityPolicy;
}

/** Names of the objects in a situation; the database has a UUID for each. */
export const HERE = { application: 'application', job: 'job', person: 'person' } as const;

export function isPanelSeat(kind: SeatKind): kind is (typeof PANEL_SEATS)[number] {
  return PANEL_SEATS.some((one) => one === kind);
}

export function isJobSeat(kind: SeatKind): kind is JobSeat {
  return JOB_SEATS.some((one) => one === kind);
}

const DAY = 86_400_000;

export function termOf(term: SituationSeat['term'], at: Date): { startsAt: Date | null; endsAt: Date | null; ended: boolean } {
  const days = (count: number) => new Date(at.getTime() + count * DAY);
  if (term === 'stand_in') return { startsAt: days(-1), endsAt: days(1), ended: false };
  if (term === 'past') return { startsAt: days(-9), endsAt: at, ended: false };
  if (term === 'future') return { startsAt: days(1), endsAt: days(9), ended: false };
  return { startsAt: null, endsAt: null, ended: term === 'ended' };
}

/** Where a card outside this application is: whose application, and whether it is open. */
export function placeOf(
  card: SituationCard,
  here: Pick<Situation, 'status' | 'stage'>,
): { application: string; job: string; person: string; open: boolean; stage: Stage } {
  if (card.place === 'here') return { ...HERE, open: isOpen(here.status), stage: here.stage };
  const person = card.place === 'other_person' ? 'other person' : HERE.person;
  return {
    application: `application ${card.place} ${card.stage}`,
    job: `job ${card.place} ${card.stage}`,
    person,
    open: card.place !== 'closed',
    stage: card.stage,
  };
}

export function isOpen(status: Situation['status']): boolean {
  return status === 'active' || status === 'on_hold' || status === 'offered';
}

/** A stand-in's place on somebody else's interview, without a card of their own. */
function standInAssignments(situation: Situation): Assignment[] {
  const stands = situation.seats.some((seat) => isPanelSeat(seat.kind) && seat.term === 'stand_in');
  if (!stands) return [];
  return [
    {
      applicationId: HERE.application,
      personId: HERE.person,
      applicationOpen: isOpen(situation.status),
      debriefOpen: situation.stage !== 'collecting',
      interview: 'scheduled',
      card: 'none',
    },
  ];
}

/** The situation as the pure rule reads it. */
export function recordOf(situation: Situation, at: Date): ViewerRecord {
  const jobSeats: SeatOnJob[] = [];
  const applicationSeats: SeatOnApplication[] = [];
  for (const { kind, term } of situation.seats) {
    const dates = termOf(term, at);
    if (isJobSeat(kind)) jobSeats.push({ kind, jobId: term === 'other_job' ? 'unrelated job' : HERE.job, ...dates });
    else
      applicationSeats.push({
        kind: isPanelSeat(kind) ? 'interviewer' : kind,
        applicationId: term === 'other_job' ? 'unrelated application' : HERE.application,
        ...dates,
      });
  }
  const assignments = situation.cards.map((card): Assignment => {
    const place = placeOf(card, situation);
    if (card.place !== 'here')
      applicationSeats.push({ kind: 'interviewer', applicationId: place.application, ...termOf(card.card === 'none' ? 'stand_in' : 'now', at) });
    return {
      applicationId: place.application,
      personId: place.person,
      applicationOpen: place.open,
      debriefOpen: place.stage !== 'collecting',
      interview: card.interview,
      card: card.card,
    };
  });
  const { conflict, glass } = situation;
  const conflictsOn =
    conflict === 'declared' || conflict === 'referrer' || conflict === 'merged' ? [HERE.person] : conflict === 'other_person' ? ['other person'] : [];
  const self = conflict === 'self' || conflict === 'self_duplicate';
  const rival = conflict === 'rival' || conflict === 'former_rival';
  return {
    siteRole: situation.site,
    jobSeats,
    applicationSeats,
    assignments: [...assignments, ...standInAssignments(situation)],
    conflictedPersons: conflictsOn,
    ownPersons: self ? [HERE.person] : rival || conflict === 'other_job' ? ['viewer as candidate'] : [],
    ownJobs: self || rival ? [HERE.job] : conflict === 'other_job' ? ['unrelated job'] : [],
    breakGlass: glass === null ? [] : [glassOf(glass, at)],
  };
}

function glassOf(glass: NonNullable<Situation['glass']>, at: Date): ViewerRecord['breakGlass'][number] {
  const hour = 3_600_000;
  return {
    applicationId: glass === 'other_application' ? 'unrelated application' : HERE.application,
    startsAt: new Date(at.getTime() - hour),
    endsAt: new Date(at.getTime() + (glass === 'expired' ? 0 : hour)),
    ended: glass === 'ended',
  };
}
