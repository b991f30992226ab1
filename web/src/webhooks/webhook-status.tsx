import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Webhook } from './queries';

/** Whether it is told, and why not. */
export function WebhookStatus({ webhook: { status, disabledBecause } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  if (status === 'enabled') return <Badge color="green">{t('status.enabled')}</Badge>;
  return (
    <Badge color={disabledBecause === null ? 'gray' : 'red'}>{t(disabledBecause === null ? 'status.disabled' : `status.${disabledBecause}`)}</Badge>
  );
}
