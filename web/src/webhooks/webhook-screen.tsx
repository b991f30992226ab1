import { Button, Group, NumberInput, Paper, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { OneTimeSecret } from '../admin/one-time-link';
import { api, once, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import list from '../ui/list.module.css';
import { useChange } from '../recruiter/use-change';
import { PageHeader } from '../ui/page-header';
import { ScreenState } from '../ui/screen-state';
import { toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import { Deliveries } from './deliveries';
import { type Webhook, webhookQuery } from './queries';
import { useEventName } from './use-event-name';
import { WebhookDialog } from './webhook-dialog';
import { WebhookStatus } from './webhook-status';

/** One webhook: what it is told, its secret, and what became of each delivery. */
export function Component() {
  const { webhookId = '' } = useParams();
  return <ScreenState query={useQuery(webhookQuery(webhookId))}>{(webhook) => <WebhookDetail webhook={webhook} />}</ScreenState>;
}

type Dialog = 'change' | 'rotate' | 'remove';

function WebhookDetail({ webhook }: { readonly webhook: Webhook }) {
  const { t } = useTranslation(['webhooks', 'admin', 'app']);
  const format = useFormat();
  const nameOf = useEventName();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [secret, setSecret] = useState<{ readonly text: string; readonly until: string | null } | null>(null);
  const close = () => setDialog(null);
  const path = { webhookId: webhook.id };
  return (
    <>
      <PageHeader
        title={webhook.description === '' ? t('one') : webhook.description}
        back={{ to: '/admin/webhooks', label: t('title') }}
        aside={<WebhookStatus webhook={webhook} />}
        text={<span className="typed">{webhook.url}</span>}
      />
      <Group gap="xs" mb="lg">
        {webhook.abilities.change && <Button onClick={() => setDialog('change')}>{t('change')}</Button>}
        {webhook.abilities.change && (
          <Button variant="default" onClick={() => setDialog('rotate')}>
            {t('rotate.title')}
          </Button>
        )}
        <OnOffButton webhook={webhook} />
        {webhook.abilities.change && (
          <Button variant="default" onClick={() => setDialog('remove')}>
            {t('remove')}
          </Button>
        )}
      </Group>
      <Paper p="md" mb="lg">
        <dl className={list.facts}>
          <div>
            <dt>{t('eventTypes')}</dt>
            <dd>{format.list(webhook.eventTypes.map(nameOf))}</dd>
          </div>
          <div>
            <dt>{t('secrets')}</dt>
            <dd>{t('secretsSigning', { count: webhook.secrets })}</dd>
          </div>
          <div>
            <dt>{t('since')}</dt>
            <dd>{format.dateTime(webhook.createdAt)}</dd>
          </div>
        </dl>
      </Paper>
      <Deliveries webhook={webhook} />
      {dialog === 'change' && <WebhookDialog webhook={webhook} onClose={close} />}
      {dialog === 'remove' && (
        <FormDialog
          onClose={close}
          title={t('removal.title')}
          text={t('removal.text')}
          submit={t('remove')}
          danger
          keys={[['webhooks', 'list']]}
          initial={{}}
          send={() => unwrap(api.DELETE('/api/v1/webhooks/{webhookId}', { params: { path } }))}
          done={t('removal.done')}
          then={() => void navigate('/admin/webhooks', { replace: true })}
        >
          {() => (
            <Text size="sm" className="typed">
              {webhook.url}
            </Text>
          )}
        </FormDialog>
      )}
      {dialog === 'rotate' && (
        <FormDialog
          onClose={close}
          title={t('rotate.title')}
          text={t('rotate.text')}
          submit={t('rotate.make')}
          keys={[['webhooks']]}
          initial={{ overlapHours: 24 as number | string }}
          send={({ overlapHours }, key) =>
            unwrap(
              api.POST('/api/v1/webhooks/{webhookId}/rotate-secret', {
                params: { path },
                headers: once(key),
                body: { overlapHours: typeof overlapHours === 'number' ? overlapHours : 0 },
              }),
            )
          }
          then={(made) => {
            close();
            if (made.secret !== null) setSecret({ text: made.secret, until: made.oldSecretsEndAt });
          }}
        >
          {(form) => (
            <NumberInput label={t('rotate.hours')} required min={0} max={168} allowDecimal={false} {...form.getInputProps('overlapHours')} />
          )}
        </FormDialog>
      )}
      {secret !== null && (
        <OneTimeSecret
          title={t('secret.title')}
          text={secret.until === null ? t('secret.text') : t('secret.rotated', { when: format.dateTime(secret.until) })}
          secret={secret.text}
          onClose={() => setSecret(null)}
        />
      )}
    </>
  );
}

function OnOffButton({ webhook: { id, abilities } }: { readonly webhook: Webhook }) {
  const { t } = useTranslation('webhooks');
  const path = { params: { path: { webhookId: id } } };
  const change = useChange(
    () => unwrap(abilities.enable ? api.POST('/api/v1/webhooks/{webhookId}/enable', path) : api.POST('/api/v1/webhooks/{webhookId}/disable', path)),
    { keys: [['webhooks']], done: t(abilities.enable ? 'enabled' : 'disabled') },
  );
  if (!abilities.enable && !abilities.disable) return null;
  return (
    <Button variant="default" loading={change.isPending} onClick={() => change.mutate(undefined, { onError: toastProblem })}>
      {t(abilities.enable ? 'enable' : 'disable')}
    </Button>
  );
}
