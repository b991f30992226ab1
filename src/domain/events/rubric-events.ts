/** What happens to rubrics, by event type. */
import type { DraftChange } from '../rubric/draft-sitting.js';
import type { Change } from './events.js';

export interface RubricEvents {
  'rubric.created': { readonly name: string; readonly versionId: string };
  /** Which places an author changed; each is named once in a sitting, and what stands there is in the version. */
  'rubric.draft_saved': { readonly versionId: string; readonly changed: readonly DraftChange[] };
  'rubric.published': { readonly versionId: string; readonly number: number; readonly contentHash: string };
  'rubric.draft_opened': { readonly versionId: string; readonly parentId: string; readonly number: number };
  'rubric.archived': Change<{ readonly archived: boolean }>;
}
