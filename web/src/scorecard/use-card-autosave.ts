import { useEffect, useState, useSyncExternalStore } from 'react';
import type { CardContent } from '../api/card-content';
import { api, ifMatch, unwrap } from '../api/client';
import { Autosave, type AutosaveSnapshot, type Subject } from '../ui/autosave';
import { Backups } from '../ui/backups';
import { mergeCards, saysTheSame, toSend, withoutComputed } from './merge-cards';
import type { Draft, Kit } from './queries';

export type CardAutosave = Autosave<CardContent, Draft>;
export type CardSnapshot = AutosaveSnapshot<CardContent, Draft>;

function isCard(value: unknown): value is CardContent {
  return typeof value === 'object' && value !== null && 'ratings' in value && 'facts' in value && 'summary' in value;
}

function subjectOf(cardId: string, kit: Kit): Subject<CardContent, Draft> {
  const required = kit.criteria.filter((criterion) => criterion.required);
  return {
    isSame: saysTheSame,
    merge: mergeCards,
    send: async (content, version) => {
      const sent = toSend(content, required);
      const answer = (await unwrap(
        api.PUT('/api/v1/scorecards/{scorecardId}/draft', {
          params: { path: { scorecardId: cardId } },
          headers: ifMatch(version),
          body: { content: sent as never },
        }),
      )) as unknown as Draft;
      return { ...answer, content: sent };
    },
    currentOf: ({ extras }) => {
      const { current, currentVersion } = extras;
      return isCard(current) && typeof currentVersion === 'number' ? { content: withoutComputed(current, kit), version: currentVersion } : null;
    },
  };
}

/** The draft of one card while it is open: kept here, saved there. */
export function useCardAutosave(
  userId: string,
  cardId: string,
  kit: Kit,
  draft: Draft,
): { readonly keeper: CardAutosave; readonly snapshot: CardSnapshot } {
  const [keeper] = useState(() => {
    const content = withoutComputed(draft.content, kit);
    const backups = new Backups<CardContent>(`card.${userId}.${cardId}`, isCard);
    return new Autosave<CardContent, Draft>(subjectOf(cardId, kit), backups, {
      content,
      answer: { ...draft, content: draft.content },
    });
  });
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.read);
  useLeaveWarning(keeper, snapshot);
  return { keeper, snapshot };
}

/** Leaving costs nothing, because all is kept on the device; only where the browser keeps nothing the person is asked. */
function useLeaveWarning(keeper: CardAutosave, { state }: CardSnapshot): void {
  const isAtRisk = state.kind !== 'saved' && !keeper.isBackedUp;
  useEffect(() => {
    if (!isAtRisk) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isAtRisk]);
}
