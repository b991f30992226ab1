import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { forgetOpenCard, keepOpenCard } from '../offline/open-card';
import type { CardSnapshot } from './use-card-autosave';
import { cardQuery, draftQuery, type Kit, kitQuery, rubricQuery } from './queries';

/** Keeps the card on this device while it is open, and for as long as something in it is not saved. */
export function useOpenCard(userId: string, cardId: string, kit: Kit, { answer, sent, state }: CardSnapshot): void {
  const client = useQueryClient();
  const rubric = useQuery(rubricQuery(kit.rubricVersionId)).data;
  useEffect(() => {
    keepOpenCard(userId, [
      [['me'], client.getQueryData(['me'])],
      [cardQuery(cardId).queryKey, client.getQueryData(cardQuery(cardId).queryKey)],
      [kitQuery(cardId).queryKey, kit],
      [draftQuery(cardId).queryKey, { ...answer, content: sent }],
      [rubricQuery(kit.rubricVersionId).queryKey, rubric],
    ]);
  }, [client, userId, cardId, kit, answer, sent, rubric]);
  const isSaved = useRef(true);
  isSaved.current = state.kind === 'saved';
  useEffect(
    () => () => {
      if (isSaved.current) forgetOpenCard();
    },
    [],
  );
}
