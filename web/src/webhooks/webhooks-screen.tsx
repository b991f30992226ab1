import { Button, Text } from '@mantine/core';
import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OneTimeSecret } from '../admin/one-time-link';
import list from '../ui/list.module.css';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { webhooksQuery } from './queries';
import { WebhookDialog } from './webhook-dialog';
import { WebhookStatus } from './webhook-status';

/** Who else is told of what happens here. */
export function Component() {
  const { t } = useTranslation(['webhooks', 'admin', 'app']);
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const webhooks = useInfiniteQuery(webhooksQuery);
  const items = webhooks.data?.pages.flatMap((page) => page.items);
  const make = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setMaking(true)}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} actions={make} />
      {webhooks.isError && <ProblemAlert problem={webhooks.error} onRetry={() => void webhooks.refetch()} />}
      {webhooks.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={3} height={48} />
        </div>
      )}
      {items?.length === 0 && <EmptyScreen icon={IconWebhook} title={t('empty')} text={t('emptyText')} />}
      {items && items.length > 0 && (
        <ul className={list.list}>
          {items.map((webhook) => (
            <li key={webhook.id} className={list.row}>
              <div className={list.grow}>
                <Link to={`/admin/webhooks/${webhook.id}`} className={list.link}>
                  {webhook.url}
                </Link>
                {webhook.description !== '' && (
                  <Text size="xs" c="dimmed">
                    {webhook.description}
                  </Text>
                )}
              </div>
              <Text size="sm" c="dimmed" className="numbers">
                {t('events', { count: webhook.eventTypes.length })}
              </Text>
              <WebhookStatus webhook={webhook} />
            </li>
          ))}
        </ul>
      )}
      <MorePages query={webhooks}>{t('more')}</MorePages>
      {making && <WebhookDialog webhook={null} onClose={() => setMaking(false)} onSecret={setSecret} />}
      {secret !== null && <OneTimeSecret title={t('secret.title')} text={t('secret.text')} secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
