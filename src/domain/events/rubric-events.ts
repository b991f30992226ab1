/** What happens to rubrics, by event type. */
import type { Change } from './events.js';

export interface RubricEvents {
  'rubric.created': { readonly name: string; readonly versionId: string };
  'rubric.draft_saved': Change;
  'rubric.published': { readonly versionId: string; readonly number: number; readonly contentHash: string };
  'rubric.draft_opened': { readonly versionId: string; readonly parentId: string; readonly number: number };
  'rubric.archived': Change<{ readonly archived: boolean }>;
}
