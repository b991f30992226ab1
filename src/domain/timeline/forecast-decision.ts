/**
 * When will there be a decision? The rest of the stage an application stands in, given how long it has been there, plus
 * every stage still to come, each with the law of the organisation's own history; stages without enough history follow
 * the plan, and the answer says which. The interval is meant to hold the decision in 80 of 100 cases. A forecast is never
 * a deadline: where the job's calendar does not reach, it is made in calendar days and says so.
 *
 * Source: `stage-laws.ts`, `round-law.ts`, `day-law.ts`; product design, "Pipeline and timeline".
 */
import type { InterviewPlanContent } from '../interview-plan.js';
import { invalid } from '../refusal.js';
import type { BusinessCalendar, CalendarNotKnown } from './business-calendar.js';
import { addBusinessDays, businessDaysBetween } from './business-days.js';
import { medianOf, midQuantile, remainingAfter, sumOf, type DayLaw } from './day-law.js';
import { localDate, type LocalDate } from './local-date.js';
import { everyDayCalendar } from './pauses.js';
import { ENOUGH_PASSAGES, learnStages, type ForecastUnit, type Passage, type StageLaw, type StageLaws } from './stage-laws.js';

/** Share of decisions the interval is meant to hold. */
export const CONFIDENCE = 0.8;

export interface StageForecast extends Omit<StageLaw, 'law'> {
  /** Median time in the stage, for the present one the median still to go, in the forecast's unit. */
  readonly medianDays: number;
}

/** Why a forecast is weaker than it could be. */
export type ForecastReason =
  | {
      readonly code: 'thin_history';
      readonly params: { readonly round: string; readonly advanced: number; readonly needed: number };
    }
  | {
      /** It has lasted longer than any passage in the history. */
      readonly code: 'longer_than_seen';
      readonly params: { readonly round: string; readonly days: number; readonly longest: number };
    }
  | { readonly code: 'calendar_not_known'; readonly params: { readonly calendar: string; readonly date: LocalDate } };

export interface DecisionForecast {
  /** The median. */
  readonly decisionOn: LocalDate;
  readonly earliestOn: LocalDate;
  readonly latestOn: LocalDate;
  readonly confidence: number;
  readonly unit: ForecastUnit;
  readonly basis: 'history' | 'plan' | 'mixed';
  /** The present stage first. */
  readonly stages: readonly StageForecast[];
  /** Empty when the forecast rests on history throughout. */
  readonly reasons: readonly ForecastReason[];
}

/** Where an application stands. */
export interface Position {
  /** Key of its round, or `decision`. */
  readonly round: string;
  readonly enteredOn: LocalDate;
}

/** An organisation's history on one day: learned once, asked for many applications. */
export interface ForecastHistory {
  readonly plan: InterviewPlanContent;
  readonly asOf: LocalDate;
  readonly calendar: BusinessCalendar;
  readonly inBusinessDays: StageLaws | CalendarNotKnown;
  readonly inCalendarDays: () => StageLaws | CalendarNotKnown;
}

/**
 * @param passages stays of the organisation's applications under comparable plans; later than `asOf` is not looked at
 * @param calendar the job's  @param asOf local date of the forecast, taken as its morning
 */
export function forecastHistory(
  plan: InterviewPlanContent,
  passages: readonly Passage[],
  calendar: BusinessCalendar,
  asOf: LocalDate,
): ForecastHistory {
  const day = localDate(asOf, '/asOf');
  const everyDay = everyDayCalendar(calendar.zone ?? 'UTC');
  return {
    plan,
    asOf: day,
    calendar,
    inBusinessDays: learnStages(plan, passages, calendar, day, 'business_days'),
    inCalendarDays: () => learnStages(plan, passages, everyDay, day, 'calendar_days'),
  };
}

/**
 * Forecasts the decision of an application that goes on through every stage left.
 * @throws Refusal `validation_failed` for a round the plan does not have or one entered after `asOf`
 */
export function forecastDecision(history: ForecastHistory, position: Position): DecisionForecast {
  if (localDate(position.enteredOn, '/enteredOn') > history.asOf) {
    throw invalid([{ pointer: '/enteredOn', code: 'order', detail: `is later than ${history.asOf}` }]);
  }
  const { inBusinessDays: business, calendar } = history;
  const found = 'known' in business ? business : datesOf(business, calendar, history.asOf, position);
  if (!('known' in found)) return found;
  const everyDay = everyDayCalendar(calendar.zone ?? 'UTC');
  const laws = history.inCalendarDays();
  const fallback = 'known' in laws ? laws : datesOf(laws, everyDay, history.asOf, position);
  if ('known' in fallback) throw invalid([{ pointer: '/calendar', code: 'calendar', detail: fallback.detail }]);
  const notKnown = { code: 'calendar_not_known' as const, params: { calendar: found.calendar, date: found.date } };
  return { ...fallback, reasons: [notKnown, ...fallback.reasons] };
}

function datesOf(laws: StageLaws, calendar: BusinessCalendar, asOf: LocalDate, position: Position): DecisionForecast | CalendarNotKnown {
  const index = laws.stages.findIndex((stage) => stage.round === position.round);
  const present = laws.stages[index];
  if (!present) throw invalid([{ pointer: '/round', code: 'unknown_round', detail: `"${position.round}" is no round of the plan` }]);
  const elapsed = businessDaysBetween(calendar, position.enteredOn, asOf);
  if (!elapsed.known) return elapsed;
  const rest = remainingAfter(present.law, elapsed.days);
  const later = laws.after[index] ?? null;
  const whole = later ? sumOf(rest, later) : rest;
  const on = (days: number) => addBusinessDays(calendar, asOf, days);
  const earliest = on(midQuantile(whole, (1 - CONFIDENCE) / 2));
  const decision = on(medianOf(whole));
  const latest = on(midQuantile(whole, (1 + CONFIDENCE) / 2));
  if (!earliest.known) return earliest;
  if (!decision.known) return decision;
  if (!latest.known) return latest;
  const stages = laws.stages.slice(index).map((stage, at) => stageForecast(stage, at === 0 ? rest : stage.law));
  return {
    decisionOn: decision.date,
    earliestOn: earliest.date,
    latestOn: latest.date,
    confidence: CONFIDENCE,
    unit: laws.unit,
    basis: basisOf(stages),
    stages,
    reasons: [...stages.filter((stage) => stage.basis === 'plan').map(thinHistory), ...longerThanSeen(present, elapsed.days)],
  };
}

function longerThanSeen({ round, basis, longest }: StageLaw, days: number): readonly ForecastReason[] {
  return basis === 'history' && days > longest ? [{ code: 'longer_than_seen', params: { round, days, longest } }] : [];
}

function stageForecast({ round, basis, advanced, ended, open, longest }: StageLaw, law: DayLaw): StageForecast {
  return { round, basis, advanced, ended, open, longest, medianDays: medianOf(law) };
}

function basisOf(stages: readonly StageForecast[]): DecisionForecast['basis'] {
  const first = stages[0]?.basis ?? 'plan';
  return stages.every((stage) => stage.basis === first) ? first : 'mixed';
}

function thinHistory({ round, advanced }: StageForecast): ForecastReason {
  return { code: 'thin_history', params: { round, advanced, needed: ENOUGH_PASSAGES } };
}
