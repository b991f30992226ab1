import type { InterviewKit, PlanDraft, PlanRound } from './plan-content';

/** The times of a plan that running applications follow, as the server does. */
export const ROUND_TIMES = ['targetDay', 'noticeHours', 'availabilityHours', 'scorecardDueBusinessDays'] as const;
export const DEADLINES = ['decisionDueBusinessDays', 'processDays', 'silentGapDays', 'committeeBacklogDays'] as const;

export function newRound(key: string, name: string, focus: string, place: string, targetDay: number): PlanRound {
  return { key, name, minutes: 60, focus, targetDay, panel: [{ title: place, count: 1 }] };
}

/** Takes the round out, and its kit with it. */
export function removeRound(plan: PlanDraft, index: number): PlanDraft {
  const key = plan.content.rounds[index]?.key;
  const rounds = plan.content.rounds.filter((_, at) => at !== index);
  return { ...plan, content: { ...plan.content, rounds }, kits: plan.kits.filter(({ round }) => round !== key) };
}

/** The round under another key, in its kit too. */
export function renameRound(plan: PlanDraft, from: string, to: string): PlanDraft {
  const rounds = plan.content.rounds.map((round) => (round.key === from ? { ...round, key: to } : round));
  return { ...plan, content: { ...plan.content, rounds }, kits: plan.kits.map((kit) => (kit.round === from ? { ...kit, round: to } : kit)) };
}

/** The place under another title, in the parts of the round that it conducts too. */
export function renamePlace(round: PlanRound, index: number, title: string): PlanRound {
  const before = round.panel[index]?.title;
  const panel = round.panel.map((place, at) => (at === index ? { ...place, title } : place));
  if (round.parts === undefined) return { ...round, panel };
  return { ...round, panel, parts: round.parts.map((part) => (part.place === before ? { ...part, place: title } : part)) };
}

export function newKit(round: string): InterviewKit {
  return { round, purpose: '', prompts: [{ ask: '', listenFor: '' }], notSignals: [] };
}

export interface TimeChange {
  /** Null for a time of the whole plan. */
  readonly round: string | null;
  readonly time: (typeof ROUND_TIMES)[number] | (typeof DEADLINES)[number];
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** What a change of the plan changes in the times it promises; a round that is new or gone changes none. */
export function timeChanges(before: PlanDraft, after: PlanDraft): TimeChange[] {
  const ofRounds = after.content.rounds.flatMap((is) => {
    const was = before.content.rounds.find(({ key }) => key === is.key);
    if (!was) return [];
    return ROUND_TIMES.map((time) => ({ round: is.name, time, before: was[time], after: is[time] }));
  });
  const ofPlan = DEADLINES.map((time) => ({ round: null, time, before: before.content.deadlines[time], after: after.content.deadlines[time] }));
  return [...ofRounds, ...ofPlan].filter((change) => change.before !== change.after);
}
