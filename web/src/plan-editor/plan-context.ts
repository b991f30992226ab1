import { createContext, useContext } from 'react';
import type { PlanDraft } from './plan-content';

export interface PlanEditing {
  readonly planId: string;
  readonly plan: PlanDraft;
  readonly change: (update: (plan: PlanDraft) => PlanDraft) => void;
}

const PlanContext = createContext<PlanEditing | null>(null);
export const PlanProvider = PlanContext.Provider;

export function usePlan(): PlanEditing {
  const editing = useContext(PlanContext);
  if (!editing) throw new Error('outside the plan editor');
  return editing;
}
