import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import { toastProblem } from '../ui/toast';

type Schemas = components['schemas'];
export type Notification = Schemas['NotificationDto'];
export type MailSettings = Schemas['MailSettingsDto'];
export type MailChange = Schemas['ChangeMailSettingsBody'];
export type Delivery = MailSettings['kinds'][number]['delivery'];
export type Folder = 'unread' | 'all' | 'snoozed';
export const FOLDERS: readonly Folder[] = ['unread', 'all', 'snoozed'];

const MINUTE = 60_000;

export const unreadQuery = queryOptions({
  queryKey: ['notifications', 'unread-count'],
  queryFn: async () => (await unwrap(api.GET('/api/v1/me/notifications/unread-count'))).unread,
  refetchInterval: MINUTE,
});

/** Words come in the language of the account, so that another language is another list. */
export const notificationsQuery = (folder: Folder, locale: string) =>
  infiniteQueryOptions({
    queryKey: ['notifications', 'list', folder, locale],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/me/notifications', {
          params: {
            query: {
              limit: 50,
              ...(pageParam === '' ? {} : { cursor: pageParam }),
              ...(folder === 'unread' && { unread: true }),
              ...(folder === 'snoozed' && { snoozed: true }),
            },
          },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });

export const mailQuery = queryOptions({
  queryKey: ['mail-settings'],
  queryFn: () => unwrap(api.GET('/api/v1/me/mail-settings')),
});

export function saveMail(body: MailChange, version: number): Promise<MailSettings> {
  return unwrap(api.PUT('/api/v1/me/mail-settings', { headers: ifMatch(version), body }));
}

/** Read, put off, read all: small steps that say only when they failed. */
export function useInboxSteps() {
  const client = useQueryClient();
  const after = { onError: toastProblem, onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }) };
  const at = (notificationId: string) => ({ params: { path: { notificationId } } });
  return {
    read: useMutation({ mutationFn: (id: string) => unwrap(api.POST('/api/v1/me/notifications/{notificationId}/read', at(id))), ...after }),
    readAll: useMutation({ mutationFn: () => unwrap(api.POST('/api/v1/me/notifications/read')), ...after }),
    snooze: useMutation({
      mutationFn: ({ id, until }: { readonly id: string; readonly until: string }) =>
        unwrap(api.POST('/api/v1/me/notifications/{notificationId}/snooze', { ...at(id), body: { until } })),
      ...after,
    }),
  };
}
