import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';

type Schemas = components['schemas'];
export type Calendar = Schemas['CalendarDto'];
export type CalendarBody = Schemas['SaveCalendarBody'];
export type NamedDay = Schemas['NamedDayDto'];

export const calendarsQuery = (archived: boolean) =>
  infiniteQueryOptions({
    queryKey: ['calendars', 'list', archived],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/calendars', {
          params: { query: { limit: 50, ...(pageParam !== '' && { cursor: pageParam }), ...(archived && { archived }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const calendarQuery = (calendarId: string) =>
  queryOptions({
    queryKey: ['calendars', calendarId],
    queryFn: () => unwrap(api.GET('/api/v1/calendars/{calendarId}', { params: { path: { calendarId } } })),
  });

export type Owner = 'job' | 'user';

/** The calendar that a job or a person follows now. */
export const followedQuery = (owner: Owner, id: string) =>
  queryOptions({
    queryKey: ['calendars', 'followed', owner, id],
    queryFn: () =>
      unwrap(
        owner === 'job'
          ? api.GET('/api/v1/jobs/{jobId}/calendar', { params: { path: { jobId: id } } })
          : api.GET('/api/v1/users/{userId}/calendar', { params: { path: { userId: id } } }),
      ),
  });

/** Null: the calendar of the country again. */
export const nameCalendar = (owner: Owner, id: string, calendarId: string | null) =>
  unwrap(
    owner === 'job'
      ? api.PUT('/api/v1/jobs/{jobId}/calendar', { params: { path: { jobId: id } }, body: { calendarId } })
      : api.PUT('/api/v1/users/{userId}/calendar', { params: { path: { userId: id } }, body: { calendarId } }),
  );
