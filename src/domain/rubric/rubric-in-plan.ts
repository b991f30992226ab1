/**
 * Whether a rubric can be scored by the interviews of a plan: its rounds exist, some of them owe a scorecard, and enough people
 * sit in them to reach the raters a required criterion asks for. A rubric in order may still be impossible under a plan.
 *
 * Source: product design, "Recommendation": `insufficient_evidence` when a required criterion has fewer than its minimum raters.
 */
import type { InterviewPlanContent, PlanRound } from '../interview-plan.js';
import type { Fault } from '../refusal.js';
import type { Criterion, RubricContent } from './rubric.js';

/**
 * Names every criterion that the plan's interviews could never score enough.
 *
 * In: a rubric and a plan, each in order by itself; unknown rounds are left to `validateRubric`. Out: faults with JSON pointers into the rubric.
 */
export function rubricInPlanFaults(rubric: RubricContent, plan: InterviewPlanContent): Fault[] {
  return rubric.criteria.flatMap((criterion, index) => criterionFaults(criterion, plan, `/criteria/${index}`));
}

function criterionFaults(criterion: Criterion, plan: InterviewPlanContent, at: string): Fault[] {
  const rounds = plan.rounds.filter((round) => criterion.rounds.includes(round.key));
  const scored = rounds.filter((round) => round.owesCard !== false);
  if (rounds.length > 0 && scored.length === 0)
    return [{ pointer: `${at}/rounds`, code: 'no_card_owed', detail: 'none of these rounds owes a scorecard' }];
  const raters = scored.reduce((sum, round) => sum + panelSize(round), 0);
  const needed = criterion.required === true ? (criterion.minimumRaters ?? 1) : 0;
  if (scored.length === 0 || raters >= needed) return [];
  return [
    {
      pointer: `${at}/minimumRaters`,
      code: 'too_few_raters',
      detail: `the rounds have ${raters} interviewers in all, ${needed} are needed`,
    },
  ];
}

function panelSize(round: PlanRound): number {
  return round.panel.reduce((sum, place) => sum + place.count, 0);
}
