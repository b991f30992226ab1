import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';

type Schemas = components['schemas'];
export type Webhook = Schemas['WebhookDto'];
export type WebhookBody = Schemas['WebhookBody'];
export type Delivery = Schemas['WebhookDeliveryDto'];
export type DeliveryStatus = Delivery['status'];

export const DELIVERY_STATUSES: readonly DeliveryStatus[] = ['waiting', 'delivered', 'failed'];

const onPage = (cursor: string) => ({ limit: 50, ...(cursor === '' ? {} : { cursor }) });

export const webhooksQuery = infiniteQueryOptions({
  queryKey: ['webhooks', 'list'],
  initialPageParam: '',
  queryFn: ({ pageParam }) => unwrap(api.GET('/api/v1/webhooks', { params: { query: onPage(pageParam) } })),
  getNextPageParam: (page) => page.nextCursor,
});

export const webhookQuery = (webhookId: string) =>
  queryOptions({
    queryKey: ['webhooks', webhookId],
    queryFn: () => unwrap(api.GET('/api/v1/webhooks/{webhookId}', { params: { path: { webhookId } } })),
  });

export const eventTypesQuery = queryOptions({
  queryKey: ['webhooks', 'event-types'],
  staleTime: Infinity,
  queryFn: async () => (await unwrap(api.GET('/api/v1/webhooks/event-types'))).eventTypes,
});

export const deliveriesQuery = (webhookId: string, status: DeliveryStatus | null) =>
  infiniteQueryOptions({
    queryKey: ['webhooks', webhookId, 'deliveries', status],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/api/v1/webhooks/{webhookId}/deliveries', {
          params: { path: { webhookId }, query: { ...onPage(pageParam), ...(status && { status }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
  });
