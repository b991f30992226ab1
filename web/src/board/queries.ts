import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';

type Schemas = components['schemas'];
export type BoardLine = Schemas['BoardLineDto'];
export type BoardClock = Schemas['BoardClockDto'];
export type BoardColumn = Schemas['BoardColumnDto'];
export type BoardCounts = Schemas['BoardCountsDto'];
export type BoardFilters = Schemas['BoardViewFiltersDto'];
export type BoardView = Schemas['BoardViewDto'];
export type BoardSort = BoardView['sort'];
export type WaitsFor = NonNullable<BoardLine['waitsFor']>;
export type BulkRun = Schemas['BulkRunDto'];
export type BulkItem = Schemas['BulkItemDto'];
export type BulkAction = BulkRun['action'];
export type BulkInput = Omit<Schemas['BulkPreviewBody'], 'applicationIds'>;
export type FunnelRound = Schemas['FunnelRoundDto'];
export type RoundTime = Schemas['RoundTimeDto'];
export type Stall = Schemas['StallDto'];

const onPage = (cursor: string, limit: number) => ({ limit, ...(cursor === '' ? {} : { cursor }) });

export const boardPage = (filters: BoardFilters, sort: BoardSort, cursor: string, limit: number) =>
  unwrap(api.GET('/api/v1/board', { params: { query: { ...filters, sort, ...onPage(cursor, limit) } } }));

export const boardQuery = (filters: BoardFilters, sort: BoardSort) =>
  infiniteQueryOptions({
    queryKey: ['board', 'lines', filters, sort],
    initialPageParam: '',
    queryFn: ({ pageParam }) => boardPage(filters, sort, pageParam, 100),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Counts of every column under the other filters, so that the chosen column does not empty its neighbours. */
export const countsQuery = ({ column: _, ...filters }: BoardFilters) =>
  queryOptions({
    queryKey: ['board', 'counts', filters],
    // The limit says nothing here, but the contract has it.
    queryFn: () => unwrap(api.GET('/api/v1/board/counts', { params: { query: { ...filters, limit: 1 } } })),
  });

export const viewsQuery = queryOptions({
  queryKey: ['board', 'views'],
  staleTime: 60_000,
  queryFn: async () => (await unwrap(api.GET('/api/v1/board/views'))).items,
});

/** The line of one application; null once it has ended. */
export const lineQuery = (applicationId: string, jobId: string, candidateName: string) =>
  queryOptions({
    queryKey: ['board', 'line', applicationId],
    queryFn: async () => {
      const { items } = await boardPage({ jobId, search: candidateName.slice(0, 200) }, 'due', '', 200);
      return items.find((line) => line.applicationId === applicationId) ?? null;
    },
  });

export interface ReportPeriod {
  readonly from?: string;
}

export const funnelQuery = (period: ReportPeriod) =>
  queryOptions({
    queryKey: ['reports', 'funnel', period],
    queryFn: async () => (await unwrap(api.GET('/api/v1/reports/funnel', { params: { query: period } }))).items,
  });

export const timesQuery = (period: ReportPeriod) =>
  queryOptions({
    queryKey: ['reports', 'time-in-round', period],
    queryFn: async () => (await unwrap(api.GET('/api/v1/reports/time-in-round', { params: { query: period } }))).items,
  });

export const stallsQuery = (jobId: string | null) =>
  infiniteQueryOptions({
    queryKey: ['reports', 'stalls', jobId],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/api/v1/reports/stalls', { params: { query: { ...onPage(pageParam, 50), ...(jobId === null ? {} : { jobId }) } } })),
    getNextPageParam: (page) => page.nextCursor,
  });
