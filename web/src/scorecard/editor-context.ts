import { createContext, useContext } from 'react';
import { type CardContent, type Rating, ratingOf, withRating } from '../api/card-content';
import type { CardFault } from './faults';
import type { Kit } from './queries';

export interface Editor {
  readonly kit: Kit;
  readonly card: CardContent;
  readonly change: (update: (card: CardContent) => CardContent) => void;
  /** What the server found wrong, by place; shown once the person asked to submit, or at once where a save was refused. */
  readonly faultAt: (place: string) => string | null;
  readonly faults: readonly CardFault[];
  /** Grows when content came from elsewhere, so that fields that hold half-typed text start anew. */
  readonly generation: number;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('outside the scorecard editor');
  return editor;
}

/** One criterion's rating and the way to change it. */
export function useRating(criterion: string): readonly [Rating, (update: (rating: Rating) => Rating) => void] {
  const { card, change } = useEditor();
  return [ratingOf(card, criterion), (update) => change((now) => withRating(now, update(ratingOf(now, criterion))))];
}
