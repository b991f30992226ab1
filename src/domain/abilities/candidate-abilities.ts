/** What a person may do with a candidate's record. */
import type { SiteRole } from '../visibility/visibility.js';

export interface CandidateViewer {
  readonly siteRole: SiteRole;
  /** Made the record, is a recruiter, or holds a seat of a job the person applied to. */
  readonly manages: boolean;
}

export interface CandidateAbilities {
  readonly seeContact: boolean;
  readonly edit: boolean;
  readonly archive: boolean;
  readonly restore: boolean;
  readonly merge: boolean;
  readonly addFile: boolean;
  readonly removeFile: boolean;
  readonly recordRelation: boolean;
}

/** Auditors read; whoever manages the candidate writes, as long as the record is neither archived nor merged away. */
export function candidateAbilities(viewer: CandidateViewer, state: { readonly archived: boolean; readonly merged: boolean }): CandidateAbilities {
  const writes = viewer.manages && viewer.siteRole !== 'auditor';
  const live = writes && !state.archived && !state.merged;
  return {
    seeContact: viewer.manages || viewer.siteRole === 'auditor',
    edit: live,
    archive: live,
    restore: writes && state.archived && !state.merged,
    merge: live,
    addFile: live,
    removeFile: live,
    recordRelation: live,
  };
}
