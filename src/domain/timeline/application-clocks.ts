/**
 * The clocks of one application, from its facts. Only what has begun has a clock; what is still to come stands on the
 * planned line.
 * - scorecard due: from the end of the interview, on the interviewer's calendar and zone, until the card is closed;
 * - notice: from the planning of an interview until the candidate is told, in the candidate's zone;
 * - decision due: from the end of the last session, on the job's calendar, until the decision or the handing over to a
 *   committee, whose backlog is a clock of its own, apart from the panel's time;
 * - whole process: calendar days from the start; longest silent gap: calendar days from the last contact.
 * The end of the application stops everything still open.
 *
 * Source: product design, "Pipeline and timeline".
 */
import type { InterviewPlanContent } from '../interview-plan.js';
import type { BusinessCalendar } from './business-calendar.js';
import type { Clock, ClockHolder, ClockPause, TimelineEvent } from './clock.js';
import { daysBetween, instantIn, localDateOf } from './local-date.js';
import { everyDayCalendar } from './pauses.js';
import { planPromises, roundPromises } from './plan-defaults.js';
import { dayClock, noticeClock, type ClockBasics } from './run-clock.js';

/** Where and when a person or a job works. */
export interface WorkPlace {
  readonly calendar: BusinessCalendar;
  readonly zone: string;
}

export interface CardFacts {
  readonly id: string;
  readonly interviewer: WorkPlace & { readonly user: string };
  /** Submitted, declined or waived. */
  readonly closed: TimelineEvent | null;
}

export interface InterviewFacts {
  readonly id: string;
  /** Key of the round in the plan. */
  readonly round: string;
  readonly planned: TimelineEvent;
  /** ISO instant, null until a time is set. */
  readonly startsAt: string | null;
  /** The candidate was told the time. */
  readonly told: TimelineEvent | null;
  /** The interview was held, at its end; null for one to come. */
  readonly held: TimelineEvent | null;
  /** Cancelled, or nobody came. */
  readonly calledOff: TimelineEvent | null;
  readonly cards: readonly CardFacts[];
}

export interface ApplicationFacts {
  readonly id: string;
  readonly plan: InterviewPlanContent;
  readonly job: WorkPlace & {
    readonly hiringManager: string | null;
    readonly recruiter: string | null;
    readonly coordinator: string | null;
  };
  readonly candidateZone: string;
  readonly started: TimelineEvent;
  /** Every contact with the candidate. */
  readonly contacts: readonly TimelineEvent[];
  readonly interviews: readonly InterviewFacts[];
  /** The end of the last planned session, once every session is over. */
  readonly lastSession: TimelineEvent | null;
  readonly committee: { readonly handedOver: TimelineEvent; readonly concluded: TimelineEvent | null } | null;
  readonly decided: TimelineEvent | null;
  /** Hired, rejected or withdrawn. */
  readonly ended: TimelineEvent | null;
  readonly pauses: readonly ClockPause[];
}

const millis = (event: TimelineEvent) => instantIn(event.at, 'UTC').toMillis();

function earliest(...events: readonly (TimelineEvent | null)[]): TimelineEvent | null {
  const happened = events.filter((event) => event !== null);
  return happened.reduce<TimelineEvent | null>((first, each) => (first && millis(first) <= millis(each) ? first : each), null);
}

function latest(first: TimelineEvent, others: readonly TimelineEvent[]): TimelineEvent {
  return others.reduce((last, each) => (millis(each) > millis(last) ? each : last), first);
}

/**
 * Every clock of an application at `now`.
 * @param now ISO instant with offset
 * @throws Refusal `validation_failed` for instants without an offset or unknown zones in the facts
 */
export function applicationClocks(facts: ApplicationFacts, now: string): readonly Clock[] {
  const interviews = facts.interviews.flatMap((interview) => interviewClocks(facts, interview, now));
  return [...interviews, ...decisionClocks(facts, now), ...processClocks(facts, now)];
}

function interviewClocks(facts: ApplicationFacts, interview: InterviewFacts, now: string): readonly Clock[] {
  const promises = roundPromises(facts.plan.rounds.find((round) => round.key === interview.round));
  const clocks: Clock[] = [];
  if (interview.startsAt !== null) {
    const basics: ClockBasics = {
      key: 'notice',
      subject: interview.id,
      zone: facts.candidateZone,
      holder: coordinatorOf(facts),
      startedBy: interview.planned,
      stoppedBy: earliest(interview.told, interview.held, interview.calledOff, facts.ended),
    };
    clocks.push(noticeClock(basics, interview.startsAt, promises.noticeHours, now));
  }
  const held = interview.held;
  if (held === null || interview.calledOff !== null || !promises.owesCard) return clocks;
  const cards = interview.cards.map((card) => {
    const { zone, calendar, user } = card.interviewer;
    const holder: ClockHolder = { role: 'interviewer', user };
    const stoppedBy = earliest(card.closed, facts.ended);
    const basics: ClockBasics = { key: 'scorecard_due', subject: card.id, zone, holder, startedBy: held, stoppedBy };
    return dayClock(basics, calendar, promises.scorecardDueBusinessDays, facts.pauses, now);
  });
  return [...clocks, ...cards];
}

function coordinatorOf({ job }: ApplicationFacts): ClockHolder {
  return job.coordinator === null ? { role: 'recruiter', user: job.recruiter } : { role: 'coordinator', user: job.coordinator };
}

function decisionClocks(facts: ApplicationFacts, now: string): readonly Clock[] {
  const { job, committee, pauses } = facts;
  const promises = planPromises(facts.plan);
  const clocks: Clock[] = [];
  if (facts.lastSession !== null) {
    const basics: ClockBasics = {
      key: 'decision_due',
      subject: facts.id,
      zone: job.zone,
      holder: { role: 'hiring_manager', user: job.hiringManager },
      startedBy: facts.lastSession,
      stoppedBy: earliest(committee?.handedOver ?? null, facts.decided, facts.ended),
    };
    clocks.push(dayClock(basics, job.calendar, promises.decisionDueBusinessDays, pauses, now));
  }
  if (committee !== null && promises.committeeBacklogDays !== null) {
    const basics: ClockBasics = {
      key: 'committee_backlog',
      subject: facts.id,
      zone: job.zone,
      holder: { role: 'committee', user: null },
      startedBy: committee.handedOver,
      stoppedBy: earliest(committee.concluded, facts.decided, facts.ended),
    };
    clocks.push(dayClock(basics, everyDayCalendar(job.zone), promises.committeeBacklogDays, pauses, now));
  }
  return clocks;
}

function processClocks(facts: ApplicationFacts, now: string): readonly Clock[] {
  const { job, pauses } = facts;
  const promises = planPromises(facts.plan);
  const everyDay = everyDayCalendar(job.zone);
  const basics: Omit<ClockBasics, 'key' | 'startedBy'> = {
    subject: facts.id,
    zone: job.zone,
    holder: { role: 'recruiter', user: job.recruiter },
    stoppedBy: earliest(facts.decided, facts.ended),
  };
  const lastContact = latest(facts.started, facts.contacts);
  return [
    dayClock({ ...basics, key: 'process', startedBy: facts.started }, everyDay, promises.processDays, pauses, now),
    dayClock({ ...basics, key: 'silent_gap', startedBy: lastContact, stoppedBy: facts.ended }, everyDay, promises.silentGapDays, pauses, now),
  ];
}

/**
 * The longest silence so far in whole calendar days of the job's zone, from the start over every contact to the end of
 * the application, or to now.
 */
export function longestSilentGap(facts: ApplicationFacts, now: string): number {
  const zone = facts.job.zone;
  const days = [facts.started, ...facts.contacts].map((event) => localDateOf(event.at, zone)).sort();
  const marks = [...days, localDateOf(facts.ended?.at ?? now, zone)];
  return marks.reduce((longest, day, index) => Math.max(longest, daysBetween(marks[index - 1] ?? day, day)), 0);
}
