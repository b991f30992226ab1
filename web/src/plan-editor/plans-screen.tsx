import { Badge, Button, Group, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconRoute, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../api/me';
import list from '../ui/list.module.css';
import { EmptyScreen } from '../ui/empty-screen';
import { MorePages } from '../ui/more-pages';
import { PageHeader } from '../ui/page-header';
import { ProblemAlert } from '../ui/problem-alert';
import { RowsSkeleton } from '../ui/screen-skeleton';
import { plansQuery } from './queries';

/** The interview plans, by name. */
export function Component() {
  const { t } = useTranslation('plan-editor');
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [archived, setArchived] = useState(false);
  const plans = useInfiniteQuery({ ...plansQuery(search, archived), placeholderData: keepPreviousData });
  const siteRole = useMe().data?.siteRole;
  const mayMake = siteRole !== undefined && siteRole !== 'auditor';
  const items = plans.data?.pages.flatMap((page) => page.items);
  const make = mayMake && (
    <Button component={Link} to="/plans/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('create.title')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} actions={make} />
      <Group gap="sm" mb="sm">
        <TextInput
          type="search"
          style={{ flex: '1 1 14rem' }}
          maw={420}
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Switch label={t('showArchived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
      </Group>
      {plans.isError && <ProblemAlert problem={plans.error} onRetry={() => void plans.refetch()} />}
      {plans.isPending && (
        <div aria-busy="true">
          <RowsSkeleton rows={3} height={48} />
        </div>
      )}
      {items?.length === 0 && (
        <EmptyScreen icon={IconRoute} title={t('empty')} text={t(search === '' ? 'emptyText' : 'emptySearch')}>
          {mayMake && search === '' && (
            <Button component={Link} to="/plans/new" variant="default">
              {t('create.title')}
            </Button>
          )}
        </EmptyScreen>
      )}
      {items && items.length > 0 && (
        <ul className={list.list}>
          {items.map(({ id, name, rounds, archivedAt }) => (
            <li key={id} className={list.row}>
              <div className={list.grow}>
                <Link to={`/plans/${id}`} className={list.link}>
                  {name}
                </Link>
              </div>
              {archivedAt !== null && <Badge color="gray">{t('archived')}</Badge>}
              <Text size="sm" c="dimmed" className="numbers">
                {t('rounds', { count: rounds })}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <MorePages query={plans}>{t('more')}</MorePages>
    </>
  );
}
