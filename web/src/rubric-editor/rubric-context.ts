import { createContext, useContext } from 'react';
import type { WholeRubric } from '../api/rubric-content';

export interface RubricEditing {
  readonly rubric: WholeRubric;
  readonly change: (update: (rubric: WholeRubric) => WholeRubric) => void;
  /** Changes with a way back, said once. */
  readonly remove: (name: string, update: (rubric: WholeRubric) => WholeRubric) => void;
  /** Which entry of the part in sight is open. */
  readonly open: number | null;
  readonly setOpen: (index: number | null) => void;
}

const RubricContext = createContext<RubricEditing | null>(null);
export const RubricProvider = RubricContext.Provider;

export function useRubric(): RubricEditing {
  const editing = useContext(RubricContext);
  if (!editing) throw new Error('outside the rubric editor');
  return editing;
}
