import { Badge, Button, Group, Select, Tabs, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useMe } from '../api/me';
import list from '../ui/list.module.css';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { useFormat } from '../ui/use-format';
import { Invitations } from './invitations';
import { InviteDialog } from './invite-dialog';
import { usersQuery, type User } from './queries';

const ROLES: readonly User['siteRole'][] = ['member', 'admin', 'auditor'];

/** Who has an account, and who was invited to one. */
export function Component() {
  const { t } = useTranslation('admin');
  const mayInvite = useMe().data?.abilities.administer ?? false;
  const [params, setParams] = useSearchParams();
  const [inviting, setInviting] = useState(false);
  const invite = (
    <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setInviting(true)}>
      {t('invitations.invite')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('users.title')} text={t('users.text')} actions={mayInvite ? invite : undefined} />
      {mayInvite ? (
        <Tabs
          value={params.get('tab') === 'invitations' ? 'invitations' : 'users'}
          onChange={(tab) => setParams(tab === 'invitations' ? { tab } : {}, { replace: true })}
        >
          <Tabs.List mb="md">
            <Tabs.Tab value="users">{t('users.title')}</Tabs.Tab>
            <Tabs.Tab value="invitations">{t('invitations.title')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="users">
            <Users />
          </Tabs.Panel>
          <Tabs.Panel value="invitations">
            <Invitations onInvite={() => setInviting(true)} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <Users />
      )}
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}

function Users() {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [role, setRole] = useState<User['siteRole'] | null>(null);
  const [status, setStatus] = useState<User['status'] | null>(null);
  const users = useInfiniteQuery({ ...usersQuery(search, role, status), placeholderData: keepPreviousData });
  const items = users.data?.pages.flatMap((page) => page.items);
  return (
    <>
      <Group gap="sm" mb="sm">
        <TextInput
          type="search"
          style={{ flex: '1 1 14rem' }}
          aria-label={t('users.search')}
          placeholder={t('users.search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          w={160}
          aria-label={t('users.role')}
          placeholder={t('users.anyRole')}
          clearable
          data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
          value={role}
          onChange={(value) => setRole(ROLES.find((one) => one === value) ?? null)}
        />
        <Select
          w={160}
          aria-label={t('users.status')}
          placeholder={t('users.anyStatus')}
          clearable
          data={(['active', 'deactivated'] as const).map((value) => ({ value, label: t(`users.${value}`) }))}
          value={status}
          onChange={(value) => setStatus(value === 'active' || value === 'deactivated' ? value : null)}
        />
      </Group>
      {users.isError && <ProblemAlert problem={users.error} onRetry={() => void users.refetch()} />}
      {users.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={7} height={52} />
        </div>
      )}
      {items?.length === 0 && <EmptyScreen icon={IconUsers} title={t('users.nothing')} text={t('users.nothingText')} />}
      {items && items.length > 0 && (
        <ul className={list.list}>
          {items.map(({ id, name, email, siteRole, status: stands, createdAt }) => (
            <li key={id} className={list.row}>
              <div className={list.grow}>
                <Link to={`/admin/users/${id}`} className={list.link}>
                  {name}
                </Link>
                <Text size="xs" c="dimmed">
                  {email}
                </Text>
              </div>
              {siteRole !== 'member' && <Badge>{t(`role.${siteRole}`)}</Badge>}
              {stands === 'deactivated' && <Badge color="gray">{t('users.deactivated')}</Badge>}
              <Text size="xs" c="dimmed" className={list.when} visibleFrom="xs">
                {t('users.since', { date: format.date(createdAt) })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <MorePages query={users}>{t('history.more')}</MorePages>
    </>
  );
}
