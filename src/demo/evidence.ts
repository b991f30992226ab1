import type { EvidenceItem } from '../domain/rubric/evidence.js';

/** Short ways to write down evidence in the forms of packs A and B. */

export const note = (text: string): EvidenceItem => ({ form: 'note', fields: { text } });

export const metric = (name: string, unit: string, baseline: number, result: number, effect: string): EvidenceItem => ({
  form: 'metric_story',
  fields: { metric: name, unit, baseline, result, effect },
});

export const agreed = (stakeholder: string, argument: string, outcome: string): EvidenceItem => ({
  form: 'alignment_script',
  fields: { stakeholder, argument, agreed: outcome },
});

export const charter = (problem: string, solution: string, kpi: string, unit: string, target: number, rollout: number): EvidenceItem => ({
  form: 'feature_charter',
  fields: { problem, solution, kpi, kpi_unit: unit, kpi_target: target, rollout },
});

export const safety = (hazard: string, validation: string, authority: string, result: string): EvidenceItem => ({
  form: 'safety_case',
  fields: { hazard, validation, authority, result },
});

export const roadmap = (
  ...milestones: readonly (readonly [quarter: string, milestone: string, target: string, checkpoint: string])[]
): EvidenceItem => ({
  form: 'vision_roadmap',
  fields: { milestones: milestones.map(([quarter, milestone, target, checkpoint]) => ({ quarter, milestone, target, checkpoint })) },
});

export const triad = (
  ...ideas: readonly (readonly [idea: string, impact: number, on: string, sprints: number, risk: 'low' | 'moderate' | 'high', mitigation: string])[]
): EvidenceItem => ({
  form: 'impact_effort_risk',
  fields: { ideas: ideas.map(([idea, impact, impact_on, sprints, risk, mitigation]) => ({ idea, impact, impact_on, sprints, risk, mitigation })) },
});

export const northStar = (feature: string, name: string, unit: string, today: number, expected: number, movement: string): EvidenceItem => ({
  form: 'north_star_map',
  fields: { feature, metric: name, unit, today, expected, movement },
});

export const raci = (
  decision: string,
  ...assignments: readonly (readonly [item: string, who: string, role: 'responsible' | 'accountable' | 'consulted' | 'informed'])[]
): EvidenceItem => ({
  form: 'raci',
  fields: { assignments: assignments.map(([work_item, who, role]) => ({ work_item, who, role })), decision },
});
