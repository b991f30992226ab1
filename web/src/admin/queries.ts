import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { components, paths } from '../api/schema.gen';

type Schemas = components['schemas'];
export type HistoryEvent = Schemas['EventDto'];
export type User = Schemas['UserDto'];
export type Invitation = Schemas['InvitationDto'];
export type Token = Schemas['TokenDto'];
export type RubricVersion = Schemas['RubricVersionDto'];
export type PastState = Schemas['PastStateDto'];
export type PastCard = Schemas['PastCardDto'];
export type PastKind = PastState['kind'];
export type DeadLetter = Schemas['DeadLetterDto'];

export type EventFilters = Omit<NonNullable<paths['/api/v1/audit/events']['get']['parameters']['query']>, 'limit' | 'cursor'>;
export type SubjectKind = NonNullable<EventFilters['subjectKind']>;

const onPage = (cursor: string, limit: number) => ({ limit, ...(cursor === '' ? {} : { cursor }) });

export const eventsQuery = (filters: EventFilters) =>
  infiniteQueryOptions({
    queryKey: ['history', filters],
    initialPageParam: '',
    queryFn: ({ pageParam }) => unwrap(api.GET('/api/v1/audit/events', { params: { query: { ...filters, ...onPage(pageParam, 50) } } })),
    getNextPageParam: (page) => page.nextCursor,
  });

/** A reading is recorded as one: nothing is read again unless somebody asks. */
export const pastStateQuery = (kind: PastKind, id: string, at: string) =>
  queryOptions({
    queryKey: ['past-state', kind, id, at],
    staleTime: Infinity,
    retry: false,
    queryFn: () => unwrap(api.GET('/api/v1/audit/state', { params: { query: { kind, id, at } } })),
  });

export const usersQuery = (search: string, siteRole: User['siteRole'] | null, status: User['status'] | null) =>
  infiniteQueryOptions({
    queryKey: ['users', 'list', { search, siteRole, status }],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/users', {
          params: { query: { ...onPage(pageParam, 50), ...(search && { search }), ...(siteRole && { siteRole }), ...(status && { status }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const userQuery = (userId: string) =>
  queryOptions({ queryKey: ['users', userId], queryFn: () => unwrap(api.GET('/api/v1/users/{userId}', { params: { path: { userId } } })) });

export const dutiesQuery = (userId: string) =>
  queryOptions({
    queryKey: ['users', userId, 'duties'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/users/{userId}/duties', { params: { path: { userId } } }))).items,
  });

export const invitationsQuery = infiniteQueryOptions({
  queryKey: ['invitations'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => unwrap(api.GET('/api/v1/invitations', { params: { query: onPage(pageParam, 50) } })),
  getNextPageParam: (page) => page.nextCursor,
});

export const tokensQuery = queryOptions({ queryKey: ['tokens'], queryFn: async () => (await unwrap(api.GET('/api/v1/tokens'))).items });

export const rubricsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['rubrics', 'list', search],
    initialPageParam: '',
    queryFn: ({ pageParam }) => unwrap(api.GET('/api/v1/rubrics', { params: { query: { ...onPage(pageParam, 50), ...(search && { search }) } } })),
    getNextPageParam: (page) => page.nextCursor,
  });

/** Newest first. */
export async function readVersions(rubricId: string): Promise<RubricVersion[]> {
  const { items } = await unwrap(api.GET('/api/v1/rubrics/{rubricId}/versions', { params: { path: { rubricId } } }));
  return [...items].sort((a, b) => b.number - a.number);
}

export const rubricVersionsQuery = (rubricId: string) =>
  queryOptions({ queryKey: ['rubrics', rubricId, 'versions'], queryFn: () => readVersions(rubricId) });

export interface RubricChange {
  readonly code: string;
  readonly pointer: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly before?: unknown;
  readonly after?: unknown;
}

export const differencesQuery = (versionId: string, withId: string, stamp = 0) =>
  queryOptions({
    queryKey: ['rubrics', 'differences', versionId, withId, stamp],
    queryFn: async () => {
      const answer: unknown = await unwrap(
        api.GET('/api/v1/rubrics/versions/{versionId}/differences', { params: { path: { versionId }, query: { with: withId } } }),
      );
      return (answer as { readonly changes: readonly RubricChange[] }).changes;
    },
  });

export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  staleTime: Infinity,
  queryFn: async () => (await unwrap(api.GET('/api/v1/templates'))).items,
});

export const templateQuery = (key: string) =>
  queryOptions({
    queryKey: ['templates', key],
    staleTime: Infinity,
    queryFn: () => unwrap(api.GET('/api/v1/templates/{key}', { params: { path: { key } } })),
  });

export const breakGlassQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId, 'break-glass'],
    queryFn: async () => (await unwrap(api.GET('/api/v1/applications/{applicationId}/break-glass', { params: { path: { applicationId } } }))).items,
  });

export const demoQuery = queryOptions({ queryKey: ['demo'], queryFn: () => unwrap(api.GET('/api/v1/demo')) });

export const backgroundWorkQuery = queryOptions({ queryKey: ['background-work'], queryFn: () => unwrap(api.GET('/api/v1/background-work')) });

export const deadLettersQuery = infiniteQueryOptions({
  queryKey: ['background-work', 'dead-letters'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => unwrap(api.GET('/api/v1/background-work/dead-letters', { params: { query: onPage(pageParam, 50) } })),
  getNextPageParam: (page) => page.nextCursor,
});
