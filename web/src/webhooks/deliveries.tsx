import { Badge, Button, Code, Group, SegmentedControl, Text, Title } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import rows from '../admin/admin.module.css';
import { api, unwrap } from '../api/client';
import { useChange } from '../recruiter/use-change';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import { deliveriesQuery, type Delivery, DELIVERY_STATUSES, type DeliveryStatus, type Webhook } from './queries';
import { useEventName } from './use-event-name';

const COLORS = { waiting: 'amber', delivered: 'green', failed: 'red' } as const;

/** What was sent, newest first, and what became of it. */
export function Deliveries({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const [status, setStatus] = useState<DeliveryStatus | null>(null);
  const deliveries = useInfiniteQuery(deliveriesQuery(webhook.id, status));
  const items = deliveries.data?.pages.flatMap((page) => page.items);
  const again = useChange(() => unwrap(api.POST('/api/v1/webhooks/{webhookId}/redeliver-failed', { params: { path: { webhookId: webhook.id } } })), {
    keys: [['webhooks', webhook.id]],
    done: t('delivery.allSent'),
  });
  return (
    <section aria-labelledby="deliveries">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h3" id="deliveries">
          {t('delivery.title')}
        </Title>
        <Group gap="xs">
          <SegmentedControl
            size="xs"
            aria-label={t('delivery.status')}
            data={[{ value: '', label: t('delivery.all') }, ...DELIVERY_STATUSES.map((value) => ({ value, label: t(`delivery.is.${value}`) }))]}
            value={status ?? ''}
            onChange={(value) => setStatus(DELIVERY_STATUSES.find((one) => one === value) ?? null)}
          />
          <Button size="xs" variant="default" onClick={() => void deliveries.refetch()} loading={deliveries.isRefetching}>
            {t('delivery.refresh')}
          </Button>
          {webhook.abilities.redeliver && (
            <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate(undefined, { onError: toastProblem })}>
              {t('delivery.sendFailed')}
            </Button>
          )}
        </Group>
      </Group>
      {deliveries.isError && <ProblemAlert problem={deliveries.error} onRetry={() => void deliveries.refetch()} />}
      {deliveries.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={3} height={48} />
        </div>
      )}
      {items?.length === 0 && (
        <EmptyScreen icon={IconSend} title={t('delivery.empty')} text={t(status === null ? 'delivery.emptyText' : 'delivery.emptyStatus')} />
      )}
      {items && items.length > 0 && (
        <ul className={rows.rows}>
          {items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} webhook={webhook} />
          ))}
        </ul>
      )}
      <MorePages query={deliveries}>{t('more')}</MorePages>
    </section>
  );
}

function DeliveryRow({ delivery, webhook }: { readonly delivery: Delivery; readonly webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const name = useEventName()(delivery.eventType);
  const { id, status, createdAt, attempts, body } = delivery;
  const again = useChange(
    () =>
      unwrap(
        api.POST('/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}/redeliver', { params: { path: { webhookId: webhook.id, deliveryId: id } } }),
      ),
    { keys: [['webhooks', webhook.id]], done: t('delivery.sent') },
  );
  return (
    <li>
      <div className={rows.row}>
        <div className={rows.grow}>
          <Text size="sm" fw={500}>
            {name} <Badge color={COLORS[status]}>{t(`delivery.is.${status}`)}</Badge>
          </Text>
          <Text size="xs" c="dimmed">
            {[format.dateTime(createdAt), t('delivery.attempts', { count: attempts.length })].join(' · ')}
          </Text>
        </div>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          aria-controls={`delivery-${id}`}
          aria-label={t('delivery.detailsOf', { type: name, when: format.dateTime(createdAt) })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('delivery.details')}
        </Button>
        {webhook.abilities.redeliver && (
          <Button
            size="compact-sm"
            variant="default"
            loading={again.isPending}
            aria-label={t('delivery.sendAgainOf', { type: name, when: format.dateTime(createdAt) })}
            onClick={() => again.mutate(undefined, { onError: toastProblem })}
          >
            {t('delivery.sendAgain')}
          </Button>
        )}
      </div>
      <div id={`delivery-${id}`} hidden={!isOpen} style={{ padding: '0 1rem 0.75rem' }}>
        {attempts.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('delivery.notYet')}
          </Text>
        )}
        {attempts.map(({ number, at, milliseconds, statusCode, error }) => (
          <Text key={number} size="xs" className="numbers">
            {[
              `${number}`,
              format.dateTime(at),
              statusCode ?? t('delivery.noAnswer'),
              `${format.number(milliseconds)} ms`,
              ...(error === null ? [] : [error]),
            ].join(' · ')}
          </Text>
        ))}
        <Code block mt={6} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {body}
        </Code>
      </div>
    </li>
  );
}
