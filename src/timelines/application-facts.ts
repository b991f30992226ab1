import type { PlanDeadlines, PlanRound } from '../domain/interview-plan.js';
import type { ApplicationFacts, InterviewFacts } from '../domain/timeline/application-clocks.js';
import type { ClockPause, TimelineEvent } from '../domain/timeline/clock.js';
import { calendarOf, type FollowedPlace } from '../domain/timeline/known-calendars.js';
import { type RoundHeld, sessionEnds } from '../domain/timeline/last-session.js';
import { instantIn } from '../domain/timeline/local-date.js';

export interface StoredEvent extends TimelineEvent {
  readonly subject: string;
  readonly card: string | null;
  readonly move: string | null;
}

export interface StoredCard extends FollowedPlace {
  readonly id: string;
  readonly user: string;
  readonly status: 'assigned' | 'draft' | 'submitted' | 'declined' | 'waived';
  readonly submittedAt: string | null;
}

export interface StoredInterview {
  readonly id: string;
  readonly round: string;
  readonly status: 'planned' | 'scheduled' | 'held' | 'cancelled' | 'no_show';
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly createdAt: string;
  readonly cards: readonly StoredCard[] | null;
}

export interface StoredRound extends RoundHeld {
  readonly content: PlanRound;
  readonly outcome: 'advance' | 'hold' | 'reject' | null;
  readonly decidedAt: string | null;
}

/** An application as `CLOCK_FACTS` reads it. Times are ISO 8601 with an offset. */
export interface StoredFacts {
  readonly id: string;
  readonly jobId: string;
  readonly personId: string;
  readonly status: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly deadlines: PlanDeadlines;
  readonly job: FollowedPlace & {
    readonly department: string;
    readonly hiringManager: string | null;
    readonly recruiter: string | null;
    readonly coordinator: string | null;
  };
  readonly candidateZone: string;
  readonly rounds: readonly StoredRound[] | null;
  readonly interviews: readonly StoredInterview[] | null;
  readonly events: readonly StoredEvent[] | null;
  readonly pauses: readonly ClockPause[] | null;
  readonly committee: { readonly id: string; readonly openedAt: string; readonly revealedAt: string | null } | null;
  readonly decidedAt: string | null;
  readonly reopenedAt: string | null;
}

const millis = (at: string) => instantIn(at, 'UTC').toMillis();

/** What happened at that time, by its event where the record has it. */
function happened(event: StoredEvent | undefined, kind: string, at: string): TimelineEvent {
  return { id: event?.id ?? '', kind: event?.kind ?? kind, at };
}

/** The facts of the clocks law from what is stored. A session that is set counts as kept until it is called off. */
export function applicationFacts(stored: StoredFacts): ApplicationFacts {
  const events = stored.events ?? [];
  const rounds = stored.rounds ?? [];
  const interviews = (stored.interviews ?? []).map((interview) => interviewFacts(interview, events));
  const last = (kind: string) => events.findLast((event) => event.kind === kind);
  const started = happened(last('application.started'), 'application.started', stored.startedAt);
  const { committee, decidedAt, endedAt } = stored;
  return {
    id: stored.id,
    plan: { rounds: rounds.map((round) => round.content), deadlines: stored.deadlines },
    job: { ...stored.job, calendar: calendarOf(stored.job) },
    candidateZone: stored.candidateZone,
    started,
    contacts: contactsOf(events, interviews),
    interviews,
    lastSession: lastSession(stored, interviews, events),
    committee: committee && {
      handedOver: happened(last('ballot.opened'), 'ballot.opened', committee.openedAt),
      concluded: committee.revealedAt === null ? null : happened(last('ballot.revealed'), 'ballot.revealed', committee.revealedAt),
    },
    decided: decidedAt === null ? null : happened(last('decision.recorded'), 'decision.recorded', decidedAt),
    ended: endedAt === null ? null : happened(last('application.moved'), 'application.moved', endedAt),
    pauses: stored.pauses ?? [],
  };
}

function interviewFacts(stored: StoredInterview, events: readonly StoredEvent[]): InterviewFacts {
  const own = events.filter((event) => event.subject === stored.id);
  const last = (...kinds: string[]) => own.findLast((event) => kinds.includes(event.kind));
  const { status, startsAt, endsAt } = stored;
  const over = status === 'cancelled' || status === 'no_show';
  const told = last('interview.scheduled', 'interview.moved');
  const off = last('interview.cancelled', 'interview.no_show');
  const held = status === 'held' ? last('interview.held') : told;
  const end = endsAt ?? (status === 'held' ? (held?.at ?? startsAt) : null);
  return {
    id: stored.id,
    round: stored.round,
    planned: happened(last('interview.planned'), 'interview.planned', stored.createdAt),
    startsAt,
    told: told ?? null,
    held: over || end === null ? null : happened(held, status === 'held' ? 'interview.held' : 'interview.scheduled', end),
    calledOff: over ? happened(off, 'interview.cancelled', off?.at ?? endsAt ?? stored.createdAt) : null,
    cards: (stored.cards ?? []).map((card) => {
      const interviewer = { user: card.user, zone: card.zone, calendar: calendarOf(card) };
      return { id: card.id, interviewer, closed: closedBy(card, events, end ?? stored.createdAt) };
    }),
  };
}

function closedBy(card: StoredCard, events: readonly StoredEvent[], otherwise: string): TimelineEvent | null {
  if (card.status === 'assigned' || card.status === 'draft') return null;
  const kind = `scorecard.${card.status}`;
  const all = events.filter((event) => event.kind === kind && event.card === card.id);
  const event = card.status === 'submitted' ? all[0] : all.at(-1);
  return happened(event, kind, event?.at ?? card.submittedAt ?? otherwise);
}

const CONTACTS = ['interview.scheduled', 'interview.moved', 'interview.cancelled'];
const OFFERING = ['offer', 'retract_offer'];

/** Setting, moving or calling off a time and making an offer mean talking to the candidate, and so does every session. */
function contactsOf(events: readonly StoredEvent[], interviews: readonly InterviewFacts[]): readonly TimelineEvent[] {
  const told = events.filter((event) => CONTACTS.includes(event.kind) || (event.move !== null && OFFERING.includes(event.move)));
  return [...told, ...interviews.flatMap((interview) => (interview.held === null ? [] : [interview.held]))];
}

/** A debrief that was reopened has its days for the decision from then on. */
function lastSession(stored: StoredFacts, interviews: readonly InterviewFacts[], events: readonly StoredEvent[]): TimelineEvent | null {
  const sessions = interviews.map((one) => ({ round: one.round, calledOff: one.calledOff !== null, ends: one.held }));
  const ends = sessionEnds(stored.rounds ?? [], sessions);
  if (ends === null) return null;
  const reopened = events.findLast((event) => event.kind === 'debrief.reopened');
  const all = stored.reopenedAt === null ? ends : [...ends, happened(reopened, 'debrief.reopened', stored.reopenedAt)];
  return all.reduce((last, each) => (millis(each.at) > millis(last.at) ? each : last));
}
