/**
 * A scorecard is due at 18:00 on the n-th business day after the interview, on the interviewer's calendar and clock. Where the
 * calendar does not know the year, there is no due time, rather than a guess.
 *
 * Source: product design, "Pipeline and timeline".
 */
import type { PlanRound } from '../interview-plan.js';
import { Refusal } from '../refusal.js';
import { businessCalendar, type CalendarSpec } from '../timeline/business-calendar.js';
import { dueAt } from '../timeline/due-at.js';
import { roundPromises } from '../timeline/plan-defaults.js';

/**
 * When a card is due.
 *
 * In: the interviewer's calendar with its zone, when the interview ends, the round. Out: the instant, or null when the calendar does not know. Errors: none; an
 * unknown country or zone is a calendar that does not know.
 */
export function cardDueAt(calendar: CalendarSpec & { readonly zone: string }, interviewEnds: Date, round: PlanRound): Date | null {
  try {
    const due = dueAt(businessCalendar(calendar), interviewEnds.toISOString(), roundPromises(round).scorecardDueBusinessDays, calendar.zone);
    return 'at' in due ? new Date(due.at) : null;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
