import { queryOptions } from '@tanstack/react-query';
import type { CardContent } from '../api/card-content';
import { api, unwrap } from '../api/client';
import type { Anchor, EvidenceForm, RubricContent } from '../api/rubric-content';
import type { components } from '../api/schema.gen';
import { orKept } from '../offline/open-card';

type Schemas = components['schemas'];

/** The document says "object" where the rubric's own model begins; these are the answers with that part filled in. */
export type Card = Omit<Schemas['ScorecardDto'], 'content'> & { readonly content?: CardContent | null };
export type Draft = Omit<Schemas['DraftDto'], 'content'> & { readonly content: CardContent };
export type KitCriterion = Omit<Schemas['KitCriterionDto'], 'anchors'> & { readonly anchors: readonly Anchor[] };
export type Kit = Omit<Schemas['KitDto'], 'evidenceForms' | 'criteria'> & {
  readonly evidenceForms: readonly EvidenceForm[];
  readonly criteria: readonly KitCriterion[];
};
export type PrivateNote = Schemas['PrivateNoteDto'];
export type Revision = Omit<Schemas['RevisionDto'], 'content'> & { readonly content: CardContent };
export type CardChange = Schemas['CardChangeDto'];

const at = (scorecardId: string) => ({ params: { path: { scorecardId } } });

export const cardQuery = (id: string) =>
  queryOptions({
    queryKey: ['scorecards', id],
    queryFn: () => orKept(['scorecards', id], async () => (await unwrap(api.GET('/api/v1/scorecards/{scorecardId}', at(id)))) as Card),
  });

export const kitQuery = (id: string) =>
  queryOptions({
    queryKey: ['scorecards', id, 'kit'],
    staleTime: 5 * 60_000,
    queryFn: () =>
      orKept(['scorecards', id, 'kit'], async () => (await unwrap(api.GET('/api/v1/scorecards/{scorecardId}/kit', at(id)))) as unknown as Kit),
  });

/** Read anew every time a card is opened: it is what the next save is compared with. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['scorecards', id, 'draft'],
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () =>
      orKept(['scorecards', id, 'draft'], async () => (await unwrap(api.GET('/api/v1/scorecards/{scorecardId}/draft', at(id)))) as unknown as Draft),
  });

export const privateNoteQuery = (id: string) =>
  queryOptions({
    queryKey: ['scorecards', id, 'private-note'],
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: () => unwrap(api.GET('/api/v1/scorecards/{scorecardId}/private-note', at(id))),
  });

export const revisionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['scorecards', id, 'revisions'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/scorecards/{scorecardId}/revisions', at(id)))).items as unknown as readonly Revision[],
  });

export const comparisonQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['scorecards', id, 'compare', from, to],
    enabled: from !== to,
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/scorecards/{scorecardId}/revisions/compare', {
          params: { path: { scorecardId: id }, query: { from, to } },
        }),
      ),
  });

export const panelCardsQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['scorecards', 'of', applicationId],
    queryFn: () => unwrap(api.GET('/api/v1/scorecards', { params: { query: { applicationId, limit: 200 } } })),
  });

/** The pinned rubric whole: its signals, and the criteria of other rounds. */
export const rubricQuery = (versionId: string) =>
  queryOptions({
    queryKey: ['rubric-versions', versionId],
    staleTime: Infinity,
    queryFn: () =>
      orKept(
        ['rubric-versions', versionId],
        async () =>
          (await unwrap(api.GET('/api/v1/rubrics/versions/{versionId}', { params: { path: { versionId } } }))).content as unknown as RubricContent,
      ),
  });
