/**
 * What a plan promises where it does not say otherwise.
 *
 * Source: product design, "Pipeline and timeline"; the same figures stand in `interview-plan.ts`.
 */
import type { InterviewPlanContent, PlanRound } from '../interview-plan.js';

/** A plan's promises with nothing left open; days are business days where the name says so, else calendar days. */
export interface PlanPromises {
  readonly decisionDueBusinessDays: number;
  readonly processDays: number;
  readonly silentGapDays: number;
  /** Null where the plan has no committee. */
  readonly committeeBacklogDays: number | null;
}

export function planPromises({ deadlines }: InterviewPlanContent): PlanPromises {
  return {
    decisionDueBusinessDays: deadlines.decisionDueBusinessDays ?? 2,
    processDays: deadlines.processDays ?? 28,
    silentGapDays: deadlines.silentGapDays ?? 21,
    committeeBacklogDays: deadlines.committeeBacklogDays ?? null,
  };
}

export interface RoundPromises {
  readonly noticeHours: number;
  readonly scorecardDueBusinessDays: number;
  readonly owesCard: boolean;
}

/** The promises of a round; of an unplanned round (undefined) the defaults. */
export function roundPromises(round: PlanRound | undefined): RoundPromises {
  return {
    noticeHours: round?.noticeHours ?? 48,
    scorecardDueBusinessDays: round?.scorecardDueBusinessDays ?? 1,
    owesCard: round?.owesCard ?? true,
  };
}
