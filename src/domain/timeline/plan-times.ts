/**
 * A running application keeps the rounds it was started with: their panels, questions and order. The times a plan promises are
 * another thing: when they change, the applications under the plan are promised the changed times too, and nothing else
 * changes. A time that was set for one application alone stays.
 *
 * Source: product design, "Pipeline and timeline"; issue "Pipelines on time": changing a plan moves open clocks.
 */
import type { InterviewPlanContent, PlanDeadlines, PlanRound } from '../interview-plan.js';

type RoundTimes = Pick<PlanRound, 'targetDay' | 'noticeHours' | 'availabilityHours' | 'scorecardDueBusinessDays'>;

const ROUND_TIMES = ['targetDay', 'noticeHours', 'availabilityHours', 'scorecardDueBusinessDays'] as const;
const DEADLINES = ['decisionDueBusinessDays', 'processDays', 'silentGapDays', 'committeeBacklogDays'] as const;

type Times<Key extends string> = Partial<Readonly<Record<Key, number | undefined>>>;

/** The members that the change gave another value, and that value; undefined for one taken away. */
function changedTimes<Key extends string>(
  keys: readonly Key[],
  before: Times<Key>,
  after: Times<Key>,
): readonly (readonly [Key, number | undefined])[] {
  return keys.filter((key) => before[key] !== after[key]).map((key) => [key, after[key]]);
}

/** Takes over changed members where the old value still stood. */
function follow<Key extends string, Whole extends Times<Key>>(
  pinned: Whole,
  before: Times<Key>,
  changes: readonly (readonly [Key, number | undefined])[],
): Whole {
  const taken = changes.filter(([key]) => pinned[key] === before[key]);
  return taken.length === 0 ? pinned : { ...pinned, ...Object.fromEntries(taken) };
}

/**
 * The rounds and deadlines of a running application after its plan changed.
 * @param pinned what the application was started with  @param before the plan before the change  @param after and after it
 * @returns `pinned` with the changed times; the very same object where nothing changed for it
 */
export function withPlanTimes(pinned: InterviewPlanContent, before: InterviewPlanContent, after: InterviewPlanContent): InterviewPlanContent {
  const rounds = pinned.rounds.map((round): PlanRound => {
    const was = before.rounds.find((one) => one.key === round.key);
    const is = after.rounds.find((one) => one.key === round.key);
    return was && is ? follow<keyof RoundTimes, PlanRound>(round, was, changedTimes(ROUND_TIMES, was, is)) : round;
  });
  const deadlines = follow<(typeof DEADLINES)[number], PlanDeadlines>(
    pinned.deadlines,
    before.deadlines,
    changedTimes(DEADLINES, before.deadlines, after.deadlines),
  );
  const same = deadlines === pinned.deadlines && rounds.every((round, index) => round === pinned.rounds[index]);
  return same ? pinned : { rounds, deadlines };
}
