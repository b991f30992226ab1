/** An interview plan as the API answers it; the document only says "object" there. */
export interface PanelPlace {
  readonly title: string;
  readonly count: number;
  readonly qualification?: string;
}

export interface RoundFact {
  readonly key: string;
  readonly name: string;
}

export interface RoundPart {
  readonly name: string;
  readonly minutes: number;
  readonly focus: string;
  readonly place?: string;
}

export interface PlanRound {
  readonly key: string;
  readonly name: string;
  readonly minutes: number;
  readonly focus: string;
  readonly targetDay: number;
  readonly panel: readonly PanelPlace[];
  readonly owesCard?: boolean;
  readonly facts?: readonly RoundFact[];
  readonly parts?: readonly RoundPart[];
  readonly location?: string;
  readonly noticeHours?: number;
  readonly availabilityHours?: number;
  readonly scorecardDueBusinessDays?: number;
}

export interface PlanDeadlines {
  readonly decisionDueBusinessDays?: number;
  readonly processDays?: number;
  readonly silentGapDays?: number;
  readonly committeeBacklogDays?: number;
  readonly debriefMinutes?: number;
}

export interface InterviewKit {
  readonly round: string;
  readonly purpose: string;
  readonly prompts: readonly { readonly ask: string; readonly listenFor: string }[];
  readonly notSignals: readonly string[];
}

/** Everything that is written of a plan. */
export interface PlanDraft {
  readonly name: string;
  readonly content: { readonly rounds: readonly PlanRound[]; readonly deadlines: PlanDeadlines };
  readonly kits: readonly InterviewKit[];
}

export function isPlanDraft(value: unknown): value is PlanDraft {
  if (typeof value !== 'object' || value === null || !('content' in value) || !('kits' in value) || !('name' in value)) return false;
  const { content, kits } = value;
  return typeof content === 'object' && content !== null && 'rounds' in content && 'deadlines' in content && Array.isArray(kits);
}
