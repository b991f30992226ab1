import type { components } from '../api/schema.gen';

type Schemas = components['schemas'];
export type PanelPlace = Schemas['PlanPlaceDto'];
export type RoundFact = Schemas['PlanFactDto'];
export type RoundPart = Schemas['PlanPartDto'];
export type PlanRound = Schemas['PlanRoundDto'];
export type PlanDeadlines = Schemas['PlanDeadlinesDto'];
export type InterviewKit = Schemas['PlanKitDto'];

/** Everything that is written of a plan. */
export type PlanDraft = Pick<Schemas['PlanDto'], 'name' | 'content' | 'kits'>;

export function isPlanDraft(value: unknown): value is PlanDraft {
  if (typeof value !== 'object' || value === null || !('content' in value) || !('kits' in value) || !('name' in value)) return false;
  const { content, kits } = value;
  return typeof content === 'object' && content !== null && 'rounds' in content && 'deadlines' in content && Array.isArray(kits);
}
