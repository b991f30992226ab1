import { Badge, Button, Group, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, newKey, once, unwrap } from '../api/client';
import { ReasonForm } from '../recruiter/reason-form';
import { useChange } from '../recruiter/use-change';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { toastDone, toastProblem } from '../ui/toast';
import { useFormat } from '../ui/use-format';
import classes from './admin.module.css';
import { OneTimeSecret } from './one-time-link';
import { invitationsQuery, type Invitation } from './queries';

const COLORS = { open: 'plumb', expired: 'amber', accepted: 'green', revoked: 'gray' } as const;

export function Invitations({ onInvite }: { readonly onInvite: () => void }) {
  const { t } = useTranslation('admin');
  const invitations = useInfiniteQuery(invitationsQuery);
  const items = invitations.data?.pages.flatMap((page) => page.items);
  if (invitations.isError && !items) return <ProblemAlert problem={invitations.error} onRetry={() => void invitations.refetch()} />;
  if (!items) {
    return (
      <div aria-busy="true">
        <RowsSkeleton rows={3} height={52} />
      </div>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyScreen icon={IconMail} title={t('invitations.empty')} text={t('invitations.text')}>
        <Button onClick={onInvite}>{t('invitations.invite')}</Button>
      </EmptyScreen>
    );
  }
  return (
    <>
      <ul className={classes.rows}>
        {items.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
      <MorePages query={invitations}>{t('history.more')}</MorePages>
    </>
  );
}

function InvitationRow({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [revoking, setRevoking] = useState(false);
  const [link, setLink] = useState<{ readonly link: string; readonly expiresAt: string } | null>(null);
  const { id, email, name, siteRole, status, invitedBy, createdAt, expiresAt, abilities } = invitation;
  const resend = useChange(
    () => unwrap(api.POST('/api/v1/invitations/{invitationId}/resend', { params: { path: { invitationId: id } }, headers: once(newKey()) })),
    {
      keys: [['invitations']],
      then: (answer) => (answer.link === null ? toastDone(t('invitations.mailed')) : setLink({ link: answer.link, expiresAt: answer.expiresAt })),
    },
  );
  return (
    <li className={classes.row}>
      <div className={classes.grow}>
        <Text size="sm" fw={500}>
          {email}
        </Text>
        <Text size="xs" c="dimmed">
          {[
            name ?? '',
            t(`role.${siteRole}`),
            t('invitations.by', { name: invitedBy ?? '–', date: format.date(createdAt) }),
            status === 'open' ? t('link.until', { when: format.dateTime(expiresAt) }) : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </Text>
      </div>
      <Badge color={COLORS[status]}>{t(`invitations.status.${status}`)}</Badge>
      <Group gap={6}>
        {abilities.resend && (
          <Button
            size="compact-sm"
            variant="default"
            loading={resend.isPending}
            onClick={() => resend.mutate(undefined, { onError: toastProblem })}
            aria-label={t('invitations.resendOf', { email })}
          >
            {t('invitations.resend')}
          </Button>
        )}
        {abilities.revoke && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setRevoking(true)} aria-label={t('invitations.revokeOf', { email })}>
            {t('invitations.revoke')}
          </Button>
        )}
      </Group>
      {link && (
        <OneTimeSecret
          title={t('invitations.link')}
          text={t('invitations.linkText')}
          secret={link.link}
          until={link.expiresAt}
          onClose={() => setLink(null)}
        />
      )}
      {revoking && (
        <ReasonForm
          title={t('invitations.revokeOf', { email })}
          submit={t('invitations.revoke')}
          done={t('invitations.revoked')}
          danger
          optional
          keys={[['invitations']]}
          send={(reason, key) =>
            unwrap(
              api.POST('/api/v1/invitations/{invitationId}/revoke', {
                params: { path: { invitationId: id } },
                headers: once(key),
                body: reason === '' ? {} : { reason },
              }),
            )
          }
          onClose={() => setRevoking(false)}
        />
      )}
    </li>
  );
}
