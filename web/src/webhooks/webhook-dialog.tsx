import { Button, Group, MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ifMatch, once, unwrap } from '../api/client';
import { FormDialog } from '../recruiter/form-dialog';
import { eventTypesQuery, type Webhook, type WebhookBody } from './queries';
import { useEventName } from './use-event-name';

interface WebhookDialogProps {
  /** The one that is changed; null for a new one. */
  readonly webhook: Webhook | null;
  readonly onClose: () => void;
  /** The secret of a new one, shown once. */
  readonly onSecret?: (secret: string | null) => void;
}

/** Where to send what. */
export function WebhookDialog({ webhook, onClose, onSecret }: WebhookDialogProps) {
  const { t } = useTranslation(['webhooks', 'admin']);
  const nameOf = useEventName();
  const known = useQuery(eventTypesQuery).data ?? [];
  const initial = { url: webhook?.url ?? '', description: webhook?.description ?? '', eventTypes: [...(webhook?.eventTypes ?? [])] as string[] };
  const send = async (values: typeof initial, key: string): Promise<{ readonly secret: string | null } | null> => {
    const body = { ...values, eventTypes: values.eventTypes as WebhookBody['eventTypes'] };
    if (!webhook) return unwrap(api.POST('/api/v1/webhooks', { headers: once(key), body }));
    const path = { webhookId: webhook.id };
    await unwrap(api.PUT('/api/v1/webhooks/{webhookId}', { params: { path }, headers: ifMatch(webhook.version), body }));
    return null;
  };
  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={t(webhook ? 'changeOne' : 'new')}
      submit={t(webhook ? 'save' : 'make')}
      keys={[['webhooks']]}
      initial={initial}
      send={send}
      then={(made) => {
        onClose();
        if (made) onSecret?.(made.secret);
      }}
      {...(webhook && { done: t('changed') })}
    >
      {(form) => (
        <>
          <TextInput
            label={t('url')}
            description={t('urlText')}
            placeholder="https://"
            type="url"
            required
            data-autofocus
            maxLength={2000}
            {...form.getInputProps('url')}
          />
          <Textarea label={t('description')} autosize minRows={1} maxLength={500} {...form.getInputProps('description')} />
          <MultiSelect
            label={t('eventTypes')}
            description={t('eventTypesText')}
            required
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('clear') }}
            nothingFoundMessage={t('noSuchEvent')}
            maxDropdownHeight={260}
            data={known.map((value) => ({ value, label: nameOf(value) }))}
            {...form.getInputProps('eventTypes')}
          />
          <Group>
            <Button size="xs" variant="default" onClick={() => form.setFieldValue('eventTypes', [...known])}>
              {t('everyEvent')}
            </Button>
          </Group>
        </>
      )}
    </FormDialog>
  );
}
