import { createContext, useContext } from 'react';

/** Whose figures are in sight: undefined for one's own, `theirs` for somebody else's; chooses between "you" and "they". */
const WhoseContext = createContext<'theirs' | undefined>(undefined);
export const WhoseProvider = WhoseContext.Provider;

export function useWhose(): { readonly context?: 'theirs' } {
  const context = useContext(WhoseContext);
  return context === undefined ? {} : { context };
}
