/**
 * What an organisation's past says about how long each stage of a plan takes: one law per round, and one for the time from
 * the last round to the decision. A stage with too few completed passages follows the plan instead. Times are counted in
 * business days of the job's calendar, so that weekends and holidays are not mistaken for slowness, or in calendar days
 * where that calendar does not reach.
 *
 * Source: `round-law.ts`, `day-law.ts`; product design, "Pipeline and timeline".
 */
import type { InterviewPlanContent } from '../interview-plan.js';
import type { BusinessCalendar, CalendarNotKnown } from './business-calendar.js';
import { sumOf, type DayLaw } from './day-law.js';
import { dayNumber, fromDayNumber, type LocalDate } from './local-date.js';
import { planPromises } from './plan-defaults.js';
import { plannedLaw, roundLaw, type Spell } from './round-law.js';

/** The stage after the last round, until the decision. */
export const DECISION_STAGE = 'decision';

/** Applications that must have advanced through a stage before its history is trusted. */
export const ENOUGH_PASSAGES = 10;

/** One application's stay in one round (or in `decision`). */
export interface Passage {
  readonly round: string;
  readonly enteredOn: LocalDate;
  /** Null while it lasts. */
  readonly leftOn: LocalDate | null;
  /** How it was left: on to the next stage (from `decision`: decided), or out of the process. Null while it lasts. */
  readonly outcome: 'advanced' | 'ended' | null;
}

export type ForecastUnit = 'business_days' | 'calendar_days';

export interface StageLaw {
  readonly round: string;
  readonly law: DayLaw;
  readonly basis: 'history' | 'plan';
  /** Passages that advanced, that ended the application, and that are still open. */
  readonly advanced: number;
  readonly ended: number;
  readonly open: number;
  /** The longest of them in days of the unit, 0 when there is none. */
  readonly longest: number;
}

export interface StageLaws {
  readonly unit: ForecastUnit;
  readonly stages: readonly StageLaw[];
  /** The time all stages after the one of the same index take together; null after the last. */
  readonly after: readonly (DayLaw | null)[];
}

/** Days a plan gives each stage, in order, in the unit asked for. */
function plannedDays(plan: InterviewPlanContent, unit: ForecastUnit) {
  const [perCalendarDay, perBusinessDay] = unit === 'business_days' ? [5 / 7, 1] : [1, 7 / 5];
  let reached = 0;
  const rounds = plan.rounds.map(({ key, targetDay }) => {
    const days = (targetDay - reached) * perCalendarDay;
    reached = Math.max(reached, targetDay);
    return { round: key, days };
  });
  return [...rounds, { round: DECISION_STAGE, days: planPromises(plan).decisionDueBusinessDays * perBusinessDay }];
}

/** Running count of the calendar's days, so that any two dates are compared at once. */
function runningCount(calendar: BusinessCalendar, first: LocalDate, last: LocalDate): readonly number[] | CalendarNotKnown {
  const counts: number[] = [];
  let total = 0;
  for (let day = dayNumber(first); day <= dayNumber(last); day += 1) {
    const found = calendar.dayOf(fromDayNumber(day));
    if (!found.known) return found;
    if (found.business) total += 1;
    counts.push(total);
  }
  return counts;
}

function spellOf(passage: Passage, asOf: LocalDate, daysBetween: (from: LocalDate, to: LocalDate) => number): Spell {
  const { enteredOn, leftOn, outcome } = passage;
  if (leftOn === null || leftOn >= asOf) return { days: daysBetween(enteredOn, asOf), end: 'open' };
  return { days: daysBetween(enteredOn, leftOn), end: outcome ?? 'advanced' };
}

/**
 * Learns how long each stage of a plan takes.
 * @param passages stays of applications under comparable plans; what happened on `asOf` or later is not looked at
 * @param calendar decides which days count  @param asOf local date of the forecast, taken as its morning
 * @returns the laws, or that the calendar does not know every day of the history
 */
export function learnStages(
  plan: InterviewPlanContent,
  passages: readonly Passage[],
  calendar: BusinessCalendar,
  asOf: LocalDate,
  unit: ForecastUnit,
): StageLaws | CalendarNotKnown {
  const past = passages.filter((passage) => passage.enteredOn < asOf);
  const first = past.reduce((least, { enteredOn }) => (enteredOn < least ? enteredOn : least), asOf);
  const counts = runningCount(calendar, first, asOf);
  if ('known' in counts) return counts;
  const origin = dayNumber(first);
  const daysBetween = (from: LocalDate, to: LocalDate) => (counts[dayNumber(to) - origin] ?? 0) - (counts[dayNumber(from) - origin] ?? 0);
  const stages = plannedDays(plan, unit).map(({ round, days }): StageLaw => {
    const spells = past.filter((passage) => passage.round === round).map((passage) => spellOf(passage, asOf, daysBetween));
    const count = (end: Spell['end']) => spells.filter((spell) => spell.end === end).length;
    const seen = {
      advanced: count('advanced'),
      ended: count('ended'),
      open: count('open'),
      longest: spells.reduce((most, spell) => Math.max(most, spell.days), 0),
    };
    const basis = seen.advanced >= ENOUGH_PASSAGES ? 'history' : 'plan';
    return { round, basis, ...seen, law: basis === 'history' ? roundLaw(spells) : plannedLaw(days) };
  });
  return { unit, stages, after: sumsAfter(stages.map((stage) => stage.law)) };
}

/** What was learned about one stage: counts always, the law once enough went on through it. */
export interface LearnedStage extends Omit<StageLaw, 'round' | 'law' | 'basis'> {
  /** Null where the history is too thin. */
  readonly law: DayLaw | null;
}

/** What one stage's past says. @param spells stays in it, days of one unit  @returns counts, and the law from `ENOUGH_PASSAGES` on */
export function learnStage(spells: readonly Spell[]): LearnedStage {
  const count = (end: Spell['end']) => spells.filter((spell) => spell.end === end).length;
  const advanced = count('advanced');
  const longest = spells.reduce((most, spell) => Math.max(most, spell.days), 0);
  return { advanced, ended: count('ended'), open: count('open'), longest, law: advanced >= ENOUGH_PASSAGES ? roundLaw(spells) : null };
}

const NOTHING: LearnedStage = { advanced: 0, ended: 0, open: 0, longest: 0, law: null };

/**
 * The laws of a plan's stages from what was learned before.
 * @param learned what is known of a stage by its key, in this unit; undefined where nothing is
 * @returns one law a stage, the plan's where the history is too thin
 */
export function stagesFromLearned(plan: InterviewPlanContent, learned: (round: string) => LearnedStage | undefined, unit: ForecastUnit): StageLaws {
  const stages = plannedDays(plan, unit).map(({ round, days }): StageLaw => {
    const { law, ...seen } = learned(round) ?? NOTHING;
    return { round, ...seen, basis: law ? 'history' : 'plan', law: law ?? plannedLaw(days) };
  });
  return { unit, stages, after: sumsAfter(stages.map((stage) => stage.law)) };
}

function sumsAfter(laws: readonly DayLaw[]): readonly (DayLaw | null)[] {
  const after = laws.map((): DayLaw | null => null);
  for (let index = laws.length - 2; index >= 0; index -= 1) {
    const next = laws[index + 1] ?? null;
    const later = after[index + 1] ?? null;
    after[index] = next && later ? sumOf(next, later) : next;
  }
  return after;
}
