/**
 * The line an application was meant to follow, from its plan and start date: for each round the day it should have been
 * held, when its cards are due, when the decision is due and when the whole process should be over. A target day that is
 * no business day moves to the next one; days the calendar does not know stay not known.
 *
 * Source: product design, "Pipeline and timeline".
 */
import type { InterviewPlanContent } from '../interview-plan.js';
import type { BusinessCalendar, CalendarNotKnown } from './business-calendar.js';
import { addBusinessDays } from './business-days.js';
import { addDays, localDate, type LocalDate } from './local-date.js';
import { planPromises, roundPromises } from './plan-defaults.js';

export interface PlannedRound {
  readonly round: string;
  readonly name: string;
  /** Start plus the round's target day, in calendar days. */
  readonly targetOn: LocalDate;
  /** The business day on which it can be held: the target, or the next one. Null when not known. */
  readonly plannedOn: LocalDate | null;
  /** On the job's calendar; null when not known or when the round owes no card. */
  readonly cardsDueOn: LocalDate | null;
}

export interface PlannedLine {
  readonly startedOn: LocalDate;
  readonly rounds: readonly PlannedRound[];
  /** Business days after the last round; null when not known or the plan has no round. */
  readonly decisionDueOn: LocalDate | null;
  readonly processEndsOn: LocalDate;
  /** Why something above is not known. */
  readonly notKnown: CalendarNotKnown | null;
}

/**
 * @param startedOn the local date, in the job's zone, on which the application started
 * @param calendar the job's
 * @throws Refusal `validation_failed` when `startedOn` is no date
 */
export function plannedLine(plan: InterviewPlanContent, startedOn: LocalDate, calendar: BusinessCalendar): PlannedLine {
  let notKnown: CalendarNotKnown | null = null;
  const reach = (from: LocalDate | null, days: number): LocalDate | null => {
    if (from === null) return null;
    const reached = addBusinessDays(calendar, from, days);
    if (!reached.known) notKnown ??= reached;
    return reached.known ? reached.date : null;
  };
  const start = localDate(startedOn, '/startedOn');
  const rounds = plan.rounds.map((round) => {
    const promises = roundPromises(round);
    const targetOn = addDays(start, round.targetDay);
    const plannedOn = reach(targetOn, 0);
    const cardsDueOn = promises.owesCard ? reach(plannedOn, promises.scorecardDueBusinessDays) : null;
    return { round: round.key, name: round.name, targetOn, plannedOn, cardsDueOn };
  });
  const lastTarget = rounds.reduce<LocalDate | null>((last, { targetOn }) => (last && last > targetOn ? last : targetOn), null);
  const promises = planPromises(plan);
  const decisionDueOn = reach(reach(lastTarget, 0), promises.decisionDueBusinessDays);
  return { startedOn: start, rounds, decisionDueOn, processEndsOn: addDays(start, promises.processDays), notKnown };
}
