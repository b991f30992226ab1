/**
 * What the record says of a draft of a rubric while it is written. The draft is a working copy that saves itself every few seconds, so an
 * event names which places changed, not what stood there: the published version holds that, and never changes. One author's saves within half
 * an hour, with nobody else's between, are a sitting, and a place is named once in it; every change keeps its author and, to the half hour, its time.
 *
 * Source: product design, "Record (audit)" and rule 3, "Nothing is lost, nothing is silent".
 */
import canonicalize from 'canonicalize';
import { diffRubrics } from './rubric-diff.js';
import type { RubricChangeCode } from './rubric-change.js';
import type { RubricContent } from './rubric.js';

const SITTING_MINUTES = 30;

/** A place of a draft that changed: how, where, and of what, where it has a key. */
export interface DraftChange {
  /** `rewritten` where both mean the same by the rubric's rules, as while two things still have one key. */
  readonly code: RubricChangeCode | 'rewritten';
  readonly pointer: string;
  readonly key?: string;
}

/** One author at one draft. */
export interface DraftSitting {
  readonly authorId: string;
  /** ISO 8601, of its first save. */
  readonly since: string;
  /** What is on the record already. */
  readonly told: readonly DraftChange[];
}

export interface DraftSave {
  readonly sitting: DraftSitting;
  /** What is to go on the record now; empty where this sitting has told it before. */
  readonly changed: readonly DraftChange[];
}

/**
 * What a save tells, and the sitting as it stands after it.
 *
 * In: the sitting so far, null before the first save; who saves and when; the draft before and after. Out: the sitting that goes on or begins,
 * and the changes it has not told yet, in the order of the rubric's parts.
 */
export function draftSave(sitting: DraftSitting | null, authorId: string, now: Date, before: RubricContent, after: RubricContent): DraftSave {
  const current = sitting && goesOn(sitting, authorId, now) ? sitting : { authorId, since: now.toISOString(), told: [] };
  const known = new Set(current.told.map(nameOf));
  const changed = draftChanges(before, after).filter((change) => !known.has(nameOf(change)));
  return { sitting: { ...current, told: [...current.told, ...changed] }, changed };
}

function goesOn({ authorId, since }: DraftSitting, author: string, now: Date): boolean {
  const minutes = (now.getTime() - Date.parse(since)) / 60_000;
  return authorId === author && minutes >= 0 && minutes < SITTING_MINUTES;
}

function draftChanges(before: RubricContent, after: RubricContent): readonly DraftChange[] {
  const changes = diffRubrics(before, after).map(({ code, pointer, params: { key } }) => ({
    code,
    pointer,
    ...(typeof key === 'string' && { key }),
  }));
  if (changes.length > 0 || canonicalize(before) === canonicalize(after)) return changes;
  return [{ code: 'rewritten', pointer: '' }];
}

const nameOf = ({ code, pointer, key = '' }: DraftChange): string => [code, pointer, key].join(' ');
