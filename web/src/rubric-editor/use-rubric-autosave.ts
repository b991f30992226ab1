import { useState, useSyncExternalStore } from 'react';
import { api, ifMatch, unwrap } from '../api/client';
import type { WholeRubric } from '../api/rubric-content';
import type { RubricVersion } from '../admin/queries';
import { Autosave, type AutosaveSnapshot, type Subject } from '../ui/autosave';
import { Backups } from '../ui/backups';
import { isSame, mergeKeyed } from '../ui/keyed-merge';

export type RubricAutosave = Autosave<WholeRubric, RubricVersion>;
export type RubricSnapshot = AutosaveSnapshot<WholeRubric, RubricVersion>;

function isRubric(value: unknown): value is WholeRubric {
  return typeof value === 'object' && value !== null && 'criteria' in value && 'scale' in value && 'policy' in value;
}

function subjectOf(versionId: string): Subject<WholeRubric, RubricVersion> {
  return {
    isSame,
    merge: mergeKeyed,
    send: (content, version) =>
      unwrap(
        api.PUT('/api/v1/rubrics/versions/{versionId}/draft', {
          params: { path: { versionId } },
          headers: ifMatch(version),
          body: { content: content as never },
        }),
      ),
    currentOf: ({ extras }) => {
      const { current, currentVersion } = extras;
      return isRubric(current) && typeof currentVersion === 'number' ? { content: current, version: currentVersion } : null;
    },
  };
}

/** The draft of a rubric while it is open: kept here at once, saved there after a pause, merged where somebody else wrote too. */
export function useRubricAutosave(userId: string, draft: RubricVersion): { readonly keeper: RubricAutosave; readonly snapshot: RubricSnapshot } {
  const [keeper] = useState(() => {
    const content = draft.content as unknown as WholeRubric;
    return new Autosave<WholeRubric, RubricVersion>(subjectOf(draft.id), new Backups<WholeRubric>(`rubric.${userId}.${draft.id}`, isRubric), {
      content,
      answer: draft,
    });
  });
  return { keeper, snapshot: useSyncExternalStore(keeper.subscribe, keeper.read) };
}
