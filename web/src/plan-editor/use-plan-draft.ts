import { useEffect, useState } from 'react';
import { api, ifMatch, unwrap } from '../api/client';
import { asProblem } from '../api/problem';
import type { FieldConflict } from '../ui/autosave';
import { Backups } from '../ui/backups';
import { isSame, mergeKeyed, withFieldAt } from '../ui/keyed-merge';
import { isPlanDraft, type PlanDraft } from './plan-content';
import { bodyOf, draftOf, type Plan } from './queries';

interface Written {
  /** What the server has. */
  readonly base: PlanDraft;
  readonly version: number;
  readonly draft: PlanDraft;
  readonly conflicts: readonly FieldConflict[];
  /** True while what somebody else saved meanwhile stands merged here, not saved again yet. */
  readonly isMerged: boolean;
}

export interface PlanDrafting extends Written {
  readonly isChanged: boolean;
  readonly change: (update: (draft: PlanDraft) => PlanDraft) => void;
  readonly settle: (chosen: ReadonlyMap<string, unknown>) => void;
  readonly dropChanges: () => void;
  /** Keeps the plan; where somebody else saved first, merges and answers false. */
  readonly save: () => Promise<boolean>;
}

function begin(plan: Plan, backups: Backups<PlanDraft>): Written {
  const base = draftOf(plan);
  return backups.find().reduce<Written>(
    (now, kept) => {
      const { merged, conflicts } = mergeKeyed(kept.base, kept.content, now.draft);
      return { ...now, draft: merged, conflicts: [...now.conflicts, ...conflicts] };
    },
    { base, version: plan.version, draft: base, conflicts: [], isMerged: false },
  );
}

/** A plan while it is written: kept on this device until it is saved, for a plan takes effect at once and is saved by hand. */
export function usePlanDraft(userId: string, plan: Plan): PlanDrafting {
  const [backups] = useState(() => new Backups<PlanDraft>(`plan.${userId}.${plan.id}`, isPlanDraft));
  const [written, setWritten] = useState(() => begin(plan, backups));
  const { base, version, draft, conflicts } = written;
  const isChanged = !isSame(base, draft);
  useEffect(() => {
    if (isChanged) backups.keep({ base, content: draft, version });
    else backups.forget();
  }, [backups, base, draft, version, isChanged]);
  const meet = (theirs: PlanDraft, theirVersion: number) => {
    const { merged, conflicts: both } = mergeKeyed(base, draft, theirs);
    setWritten({ base: theirs, version: theirVersion, draft: merged, conflicts: both, isMerged: true });
  };
  const save = async () => {
    try {
      const answer = await unwrap(
        api.PUT('/api/v1/interview-plans/{planId}', { params: { path: { planId: plan.id } }, headers: ifMatch(version), body: bodyOf(draft) }),
      );
      setWritten((now) => ({ base: draft, version: answer.version, draft: now.draft, conflicts: [], isMerged: false }));
      return true;
    } catch (error) {
      const { code, extras } = asProblem(error);
      const { current, currentVersion } = extras;
      if (code !== 'version_conflict' || !isPlanDraft(current) || typeof currentVersion !== 'number') throw error;
      meet(current, currentVersion);
      return false;
    }
  };
  return {
    ...written,
    isChanged,
    save,
    change: (update) => setWritten((now) => ({ ...now, draft: update(now.draft) })),
    settle: (chosen) =>
      setWritten((now) => ({
        ...now,
        draft: [...chosen].reduce((plain, [field, value]) => withFieldAt(plain, field, value), now.draft),
        conflicts: conflicts.filter(({ field }) => !chosen.has(field)),
      })),
    dropChanges: () => setWritten((now) => ({ ...now, draft: now.base, conflicts: [], isMerged: false })),
  };
}
