import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import type { Source } from './guess-source';

type Schemas = components['schemas'];
export type Import = Schemas['ImportDto'];
export type ImportRow = Schemas['ImportRowDto'];
export type ImportCount = Schemas['ImportCountDto'];
export type Settings = Schemas['ImportSettingsBody'];
export type SavedMapping = Schemas['SavedMappingDto'];
export type CardWords = Schemas['CardWordsDto'];
export type RowAction = ImportRow['action'];
export type RecordKind = ImportRow['kind'];

export const ROW_ACTIONS: readonly RowAction[] = ['make', 'change', 'unchanged', 'skip'];
export const RECORD_KINDS: readonly RecordKind[] = ['user', 'job', 'stage', 'candidate', 'application', 'interview', 'card', 'unknown'];

const isUnderWay = (state: Import['state'] | undefined) => state === 'reading' || state === 'running' || state === 'uploading';
const POLL = 800;

export const importsQuery = infiniteQueryOptions({
  queryKey: ['imports', 'list'],
  initialPageParam: '',
  queryFn: ({ pageParam }) =>
    unwrap(api.GET('/api/v1/imports', { params: { query: { limit: 20, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
  getNextPageParam: (page) => page.nextCursor,
});

/** Asked again and again while something happens to it. */
export const importQuery = (importId: string) =>
  queryOptions({
    queryKey: ['imports', 'one', importId],
    queryFn: () => unwrap(api.GET('/api/v1/imports/{importId}', { params: { path: { importId } } })),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.state) ? POLL : false),
  });

export interface ReportFilter {
  readonly action: RowAction | null;
  readonly kind: RecordKind | null;
  readonly code: string | null;
}

/** `version`: a plan made anew is another report. */
export const reportQuery = (importId: string, version: string, { action, kind, code }: ReportFilter) =>
  infiniteQueryOptions({
    queryKey: ['imports', 'report', importId, version, { action, kind, code }],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/imports/{importId}/report', {
          params: {
            path: { importId },
            query: {
              limit: 50,
              ...(pageParam === '' ? {} : { cursor: pageParam }),
              ...(action && { action }),
              ...(kind && { kind }),
              ...(code && { code }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

/** What its scorecards say, and what it may mean. `version`: a plan made anew may name other jobs. */
export const cardWordsQuery = (importId: string, version: string, rubricVersionId: string) =>
  queryOptions({
    queryKey: ['imports', 'card-words', importId, version, rubricVersionId],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/imports/{importId}/card-words', {
          params: { path: { importId }, query: rubricVersionId === '' ? {} : { rubricVersionId } },
        }),
      ),
  });

export const mappingsQuery = queryOptions({
  queryKey: ['imports', 'mappings'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/imports/mappings'))).items,
});

/** Published rubrics, by the version jobs are run with. */
export const rubricChoiceQuery = queryOptions({
  queryKey: ['rubrics', 'choice'],
  queryFn: async () =>
    (await unwrap(api.GET('/api/v1/rubrics', { params: { query: { limit: 200 } } }))).items.filter((one) => one.latestStatus === 'published'),
});

export const planChoiceQuery = queryOptions({
  queryKey: ['plans', 'choice'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/interview-plans', { params: { query: { limit: 200 } } }))).items,
});

export function uploadImport(source: Source, files: readonly File[], key: string): Promise<Import> {
  return unwrap(
    api.POST('/api/v1/imports', {
      headers: { 'Idempotency-Key': key },
      body: { source, file: [] },
      bodySerializer: () => {
        const form = new FormData();
        form.append('source', source);
        for (const file of files) form.append('file', file);
        return form;
      },
    }),
  );
}
