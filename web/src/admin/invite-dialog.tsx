import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, once, unwrap } from '../api/client';
import type { components } from '../api/schema.gen';
import { FormDialog } from '../recruiter/form-dialog';
import { toastDone } from '../ui/toast';
import { OneTimeSecret } from './one-time-link';
import type { User } from './queries';

const ROLES: readonly User['siteRole'][] = ['member', 'admin', 'auditor'];

/** Invite by e-mail; where no mail goes out, the link is shown to be passed on. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('admin');
  const [sent, setSent] = useState<components['schemas']['SentInvitationDto'] | null>(null);
  if (sent?.link)
    return (
      <OneTimeSecret title={t('invitations.link')} text={t('invitations.linkText')} secret={sent.link} until={sent.expiresAt} onClose={onClose} />
    );
  return (
    <FormDialog
      onClose={onClose}
      title={t('invitations.invite')}
      text={t('invitations.text')}
      submit={t('invitations.send')}
      keys={[['invitations']]}
      initial={{ email: '', name: '', siteRole: 'member' as User['siteRole'] }}
      send={({ name, ...body }, key) =>
        unwrap(api.POST('/api/v1/invitations', { headers: once(key), body: { ...body, ...(name !== '' && { name }) } }))
      }
      then={(answer) => {
        if (answer.link !== null) return setSent(answer);
        toastDone(t('invitations.mailed'));
        onClose();
      }}
    >
      {(form) => (
        <>
          <TextInput label={t('users.email')} type="email" required data-autofocus maxLength={254} {...form.getInputProps('email')} />
          <TextInput label={t('users.name')} maxLength={200} {...form.getInputProps('name')} />
          <Select
            label={t('users.role')}
            description={t(`role.${form.getValues().siteRole}Text`)}
            allowDeselect={false}
            data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
            {...form.getInputProps('siteRole')}
          />
        </>
      )}
    </FormDialog>
  );
}
