/**
 * The plan itself: every need with the round to use and the people who could be asked.
 *
 * Source: issue "The debrief room", item 8.
 */
import { chooseRound, type RoundOnPlan } from './choose-round.js';
import { type PossibleInterviewer, type RankedInterviewer, rankInterviewers } from './rank-interviewers.js';
import type { FollowUp, SignalNeed, SignalNeeds } from './signal-need.js';

export interface PlannedNeed extends SignalNeed {
  /** Null where no round of the application assesses the criterion: one has to be added. */
  readonly round: { readonly key: string; readonly name: string; readonly how: 'to_come' | 'again' } | null;
  /** Best first; empty where nobody who may be asked is free. */
  readonly interviewers: readonly RankedInterviewer[];
}

export interface NextSignalPlan {
  readonly needs: readonly PlannedNeed[];
  readonly followUps: readonly FollowUp[];
}

export interface PlanFacts {
  /** Of the rubric: which rounds assess a criterion. */
  readonly criteria: readonly { readonly key: string; readonly rounds: readonly string[] }[];
  readonly rounds: readonly RoundOnPlan[];
  readonly people: readonly PossibleInterviewer[];
}

/** Beyond that a list is no help. */
const MOST_NAMES = 5;

/** In: what is needed, the rounds and the people. Out: the plan; empty where nothing is needed. Total. */
export function nextSignalPlan({ needs, followUps }: SignalNeeds, { criteria, rounds, people }: PlanFacts): NextSignalPlan {
  const planned = needs.map((need): PlannedNeed => {
    const chosen = chosenRound(need, criteria, rounds);
    const round = chosen && { key: chosen.round.key, name: chosen.round.name, how: chosen.how };
    return { ...need, round, interviewers: chosen ? rankInterviewers(chosen.round.panel, people, MOST_NAMES) : [] };
  });
  return { needs: planned, followUps };
}

/** Whom the needs ask for: the qualifications that some place of their rounds asks for, and whether a place is open to anybody. */
export function peopleWanted(
  { needs }: SignalNeeds,
  { criteria, rounds }: Omit<PlanFacts, 'people'>,
): { readonly qualifications: readonly string[]; readonly anybody: boolean } {
  const panels = needs.flatMap((need) => chosenRound(need, criteria, rounds)?.round.panel ?? []);
  const bare = needs.some((need) => chosenRound(need, criteria, rounds)?.round.panel.length === 0);
  return {
    qualifications: [...new Set(panels.flatMap((place) => place.qualification ?? []))],
    anybody: bare || panels.some((place) => place.qualification === undefined),
  };
}

function chosenRound(need: SignalNeed, criteria: PlanFacts['criteria'], rounds: PlanFacts['rounds']) {
  return chooseRound(criteria.find(({ key }) => key === need.criterion)?.rounds ?? [], rounds);
}
