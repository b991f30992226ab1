/**
 * An interview plan: the ordered rounds an application goes through and the times a company promises to keep. A plan is
 * data; an application copies its rounds at start, so that later edits of the plan never rewrite a running application: only
 * the times it promises follow (`timeline/plan-times.ts`).
 *
 * Source: product design, "Pipeline and timeline".
 */

/** A place on a round's panel. */
export interface PanelPlace {
  /** Who is meant, in words: "senior data scientist". */
  readonly title: string;
  /** How many people sit in this place; ≥ 1. */
  readonly count: number;
  /** Qualification (kind of round) a person needs for the place, where one is needed. */
  readonly qualification?: string;
}

/** A yes/no fact a round records; never a rating. */
export interface RoundFact {
  readonly key: string;
  readonly name: string;
}

/** A named part of a round with its own length, for example a 30-minute drill after a 45-minute pitch. */
export interface RoundPart {
  readonly name: string;
  /** Minutes. */
  readonly minutes: number;
  readonly focus: string;
  /** Title of the panel place that conducts the part, where not the whole panel does. */
  readonly place?: string;
}

export interface PlanRound {
  readonly key: string;
  readonly name: string;
  /** Minutes in all. */
  readonly minutes: number;
  /** What this round assesses, in a sentence or two. */
  readonly focus: string;
  /** Calendar day, counted from the application's start, on which the round should have been held. */
  readonly targetDay: number;
  readonly panel: readonly PanelPlace[];
  /** False for a round that owes no scorecard. Default true. */
  readonly owesCard?: boolean;
  readonly facts?: readonly RoundFact[];
  readonly parts?: readonly RoundPart[];
  /** Where the round is held, in words: "on site in Guangzhou, or by video". */
  readonly location?: string;
  /** Notice the candidate gets before the round, hours. Default 48. */
  readonly noticeHours?: number;
  /** Hours from the invitation within which the candidate is expected to be able to attend; at least the notice. */
  readonly availabilityHours?: number;
  /** Business days after the interview by which its scorecards are due. Default 1. */
  readonly scorecardDueBusinessDays?: number;
}

export interface PlanDeadlines {
  /** Business days after the last round. Default 2. */
  readonly decisionDueBusinessDays?: number;
  /** Calendar days from start to decision. Default 28. */
  readonly processDays?: number;
  /** Calendar days without any contact that count as a stall. Default 21. */
  readonly silentGapDays?: number;
  /** Calendar days the committee's backlog may take, kept apart from the panel's time. */
  readonly committeeBacklogDays?: number;
  /** Length of the debrief, minutes. Default 60. */
  readonly debriefMinutes?: number;
}

export interface InterviewPlanContent {
  readonly rounds: readonly PlanRound[];
  readonly deadlines: PlanDeadlines;
}

/** What an interviewer prepares from: prompts with what to listen for, per round. */
export interface InterviewKit {
  readonly round: string;
  readonly purpose: string;
  readonly prompts: readonly { readonly ask: string; readonly listenFor: string }[];
  /** Things that must not move a score. */
  readonly notSignals: readonly string[];
}
